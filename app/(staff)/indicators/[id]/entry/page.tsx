import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getLocale, getTranslations } from 'next-intl/server';
import { DoneNotice } from '@/components/access/done-notice';
import { EntryForm } from '@/components/indicators/entry-form';
import { EntryTable } from '@/components/indicators/entry-table';
import { Main, PageTitle } from '@/components/shell/main';
import { BackLink } from '@/components/ui/breadcrumbs';
import { Block } from '@/components/ui/figure';
import { InsetText } from '@/components/ui/notice';
import { formatDate } from '@/lib/i18n/format';
import { getEnteredIndicator, readEntries } from '@/lib/indicators/entries/queries';
import { civilDateAt } from '@/lib/kernel/calendar';
import { now } from '@/lib/kernel/clock';
import { orNotFound } from '@/lib/kernel/or-not-found';
import { may } from '@/lib/policy/authorize';
import { requireStaffWith } from '@/lib/session/staff';

type Address = '/indicators/[id]/entry';

export async function generateMetadata({ params }: PageProps<Address>): Promise<Metadata> {
  const { id } = await params;
  return { title: (await getTranslations('indicators.entry'))('title', { id }) };
}

/** The owner's own words on an indicator: a value or milestones of a day, with every earlier line below. */
export default async function EntryPage({ params, searchParams }: PageProps<Address>) {
  const [{ id }, { saved }, actor] = await Promise.all([
    params,
    searchParams,
    requireStaffWith('indicator.read'),
  ]);
  if (!/^T\d{2}$/.test(id)) notFound();
  const [indicator, entries, t, locale] = await Promise.all([
    orNotFound(getEnteredIndicator(actor, { indicator: id })),
    readEntries(actor, { indicator: id }),
    getTranslations('indicators.entry'),
    getLocale(),
  ]);
  const { owner } = indicator;
  const enters = owner !== null && may(actor, 'indicator.enter', { scopes: [owner.code] });
  const automatic = indicator.sources.filter((source) => source === 'FR' || source === 'DD');
  const { title, numerator, denominator, checklist, unit } = indicator;
  return (
    <Main width="page">
      <BackLink href={`/indicators/${id}`}>{t('back', { id })}</BackLink>
      <PageTitle lead={title[locale]}>{t('title', { id })}</PageTitle>
      <DoneNotice>{saved === undefined ? null : t('saved')}</DoneNotice>
      {automatic.length > 0 && (
        <div className="mb-6 max-w-form">
          <InsetText>{t('computed', { sources: automatic.join(', ') })}</InsetText>
        </div>
      )}
      {enters ? (
        <EntryForm
          indicator={{
            id,
            unit,
            numerator: numerator[locale],
            denominator: denominator?.[locale] ?? null,
            checklist: checklist.map(({ code, label }) => ({ value: code, label: label[locale] })),
          }}
          latest={entries[0] ?? null}
          today={formatDate(civilDateAt(now()), locale)}
        />
      ) : (
        <p className="text-muted">{t('notOwner', { owner: owner?.name[locale] ?? '–' })}</p>
      )}
      <div className="mt-12">
        <Block title={t('history')}>
          <EntryTable
            caption={t('caption', { id })}
            unit={unit}
            checklist={checklist.map(({ code, label }) => ({ code, label: label[locale] }))}
            rows={entries}
          />
        </Block>
      </div>
    </Main>
  );
}
