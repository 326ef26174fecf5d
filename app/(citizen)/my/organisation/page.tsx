import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { Main, PageTitle } from '@/components/shell/main';
import { PlainTable } from '@/components/tables/plain-table';
import { EmptyState } from '@/components/ui/notice';
import { SampleBadge } from '@/components/ui/sample';
import { SummaryList } from '@/components/ui/summary-list';
import { getApplicant } from '@/lib/dossiers/queries/applicant';
import { formatDateTime } from '@/lib/i18n/format';
import { orNotFound } from '@/lib/kernel/or-not-found';
import { requireActor } from '@/lib/session/actor';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('shell.nav'))('organisation') };
}

export default async function OrganisationPage() {
  const actor = await requireActor();
  const [nav, t, locale, { organisation }] = await Promise.all([
    getTranslations('shell.nav'),
    getTranslations('applicant.organisation'),
    getLocale(),
    orNotFound(getApplicant(actor, undefined)),
  ]);
  if (organisation === null) {
    return (
      <Main width="prose">
        <PageTitle>{nav('organisation')}</PageTitle>
        <EmptyState title={t('none')}>{t('noneHint')}</EmptyState>
      </Main>
    );
  }
  const { name, nameEn, taxCode, address, representative, sample, members } = organisation;
  return (
    <Main width="prose">
      <PageTitle lead={nav('organisation')} aside={sample && <SampleBadge />}>
        {locale === 'en' ? (nameEn ?? name) : name}
      </PageTitle>
      <SummaryList
        rows={[
          { key: 'tax', label: t('taxCode'), value: <span className="tabular">{taxCode}</span> },
          { key: 'address', label: t('address'), value: address },
          { key: 'representative', label: t('representative'), value: representative },
        ]}
      />
      <p className="mt-2 text-small text-muted">{t('source')}</p>
      <h2 className="mt-10 mb-3">{t('members')}</h2>
      <PlainTable
        caption={t('members')}
        captionHidden
        rows={members}
        rowKey={({ id }) => id}
        columns={[
          { key: 'name', header: t('name'), rowHeader: true, cell: (member) => member.name },
          { key: 'title', header: t('title'), cell: (member) => member.title ?? '' },
          {
            key: 'seen',
            header: t('seen'),
            cell: (member) =>
              member.lastSeenAt === null ? t('never') : formatDateTime(member.lastSeenAt, locale),
          },
        ]}
      />
    </Main>
  );
}
