import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { ExchangeTable } from '@/components/integrations/exchange-table';
import { ModeTag, StateTag } from '@/components/integrations/partner-words';
import { Main, PageTitle } from '@/components/shell/main';
import { Breadcrumbs } from '@/components/ui/breadcrumbs';
import { Block } from '@/components/ui/figure';
import { InsetText } from '@/components/ui/notice';
import { Pagination } from '@/components/ui/pagination';
import { FactLine } from '@/components/ui/summary-list';
import { formatNumber, formatShare } from '@/lib/i18n/format';
import { orNotFound } from '@/lib/kernel/or-not-found';
import { getPartner, type PartnerView } from '@/lib/partners/queries';
import { stateOf, type Traffic } from '@/lib/partners/schema';
import { requireActor } from '@/lib/session/actor';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('integrations'))('title') };
}

export default async function PartnerPage({ params, searchParams }: PageProps<'/integrations/[partner]'>) {
  const [actor, { partner }, { before }, t] = await Promise.all([
    requireActor(),
    params,
    searchParams,
    getTranslations('integrations'),
  ]);
  const from = typeof before === 'string' && /^\d{1,15}$/.test(before) ? Number(before) : undefined;
  const view = await orNotFound(getPartner(actor, { partner, before: from }));
  const name = t(`partners.${view.partner}`);
  return (
    <Main width="wide">
      <Breadcrumbs crumbs={[{ href: '/integrations', label: t('title') }, { label: name }]} />
      <div className="mt-3">
        <PageTitle lead={t(`uses.${view.partner}`)} aside={<StateTag state={stateOf(view)} />}>
          {name}
        </PageTitle>
      </div>
      <div className="mb-8 flex flex-col gap-4">
        <p>
          <ModeTag mode={view.mode} />
        </p>
        <ModeNote view={view} />
        <Numbers label={t('page.day')} traffic={view.day} />
        <Numbers label={t('page.week')} traffic={view.week} />
      </div>
      <Block title={t('page.exchanges')}>
        <ExchangeTable rows={view.exchanges} />
        <Pagination
          nextHref={view.older === null ? null : `/integrations/${view.partner}?before=${view.older}`}
        />
      </Block>
    </Main>
  );
}

async function ModeNote({ view: { mode, logged } }: { view: PartnerView }) {
  const t = await getTranslations('integrations.page');
  const notes = [
    ...(mode === 'simulated' ? [t('simulatedNote')] : []),
    ...(mode === 'off' ? [t('offNote')] : []),
    ...(logged ? [] : [t('unloggedNote')]),
  ];
  return notes.length === 0 ? null : <InsetText>{notes.join(' ')}</InsetText>;
}

async function Numbers({ label, traffic }: { label: string; traffic: Traffic }) {
  const [t, locale] = await Promise.all([getTranslations('integrations'), getLocale()]);
  const { calls, ok, medianMs, slowMs } = traffic;
  if (calls === 0 || medianMs === null || slowMs === null)
    return <FactLine facts={[{ label, value: t('page.none24') }]} />;
  const latency = { median: formatNumber(medianMs, locale), slow: formatNumber(slowMs, locale) };
  return (
    <FactLine
      facts={[
        { label, value: formatNumber(calls, locale) },
        { label: t('success'), value: formatShare(ok, calls, locale) },
        { label: t('page.latency'), value: t('latencyValue', latency) },
      ]}
    />
  );
}
