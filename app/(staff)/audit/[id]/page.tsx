import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getLocale, getTranslations } from 'next-intl/server';
import { ActDetail } from '@/components/audit/act-detail';
import { ActName, OutcomeTag, RecordName, RoleName } from '@/components/audit/act-words';
import { ChainVerdict } from '@/components/audit/chain-verdict';
import { Main, PageTitle } from '@/components/shell/main';
import { Breadcrumbs } from '@/components/ui/breadcrumbs';
import { ButtonLink } from '@/components/ui/button';
import { Block } from '@/components/ui/figure';
import { SummaryList } from '@/components/ui/summary-list';
import { TextLink } from '@/components/ui/text-link';
import { type ActView, checkChain, getAct } from '@/lib/audit/trail/queries';
import { formatDateTime } from '@/lib/i18n/format';
import { genesis } from '@/lib/kernel/audit-hash';
import { orNotFound } from '@/lib/kernel/or-not-found';
import { may } from '@/lib/policy/authorize';
import { requireActor } from '@/lib/session/actor';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('audit'))('title') };
}

export default async function ActPage({ params, searchParams }: PageProps<'/audit/[id]'>) {
  const [actor, { id }, { verify }, t, locale] = await Promise.all([
    requireActor(),
    params,
    searchParams,
    getTranslations('audit'),
    getLocale(),
  ]);
  if (!/^\d{1,15}$/.test(id)) notFound();
  const view = await orNotFound(getAct(actor, { id: Number(id) }));
  const { act } = view;
  const verdict = verify === undefined ? null : await checkChain(actor, act);
  const seesDossier = act.dossier !== null && may(actor, 'dossier.read', {});
  return (
    <Main width="wide">
      <Breadcrumbs
        crumbs={[{ href: '/audit', label: t('title') }, { label: t('act.title', { id: act.id }) }]}
      />
      <div className="mt-3">
        <PageTitle
          lead={`${formatDateTime(act.at, locale)} · ${act.actor ?? t('list.system')}`}
          aside={<OutcomeTag outcome={act.outcome} />}
        >
          <ActName action={act.action} />
        </PageTitle>
      </div>
      <div className="no-print mb-6 flex flex-wrap items-center gap-x-6 gap-y-3">
        <ButtonLink href={`/audit/${id}?verify=1`} variant="secondary">
          {t('act.verify')}
        </ButtonLink>
        {seesDossier && (
          <TextLink href={`/dossiers/${encodeURIComponent(act.dossier ?? '')}`}>
            {t('act.openDossier', { code: act.dossier ?? '' })}
          </TextLink>
        )}
        <TextLink href={`/audit?record=${encodeURIComponent(act.recordId)}`}>{t('act.all')}</TextLink>
      </div>
      {verdict !== null && (
        <div className="mb-8">
          <ChainVerdict verdict={verdict} />
        </div>
      )}
      <div className="grid gap-10 xl:grid-cols-2">
        <Facts view={view} />
        <Block title={t('act.detail')}>
          <ActDetail detail={act.detail} />
        </Block>
        <Hashes view={view} />
      </div>
    </Main>
  );
}

async function Facts({ view: { act } }: { view: ActView }) {
  const [t, locale] = await Promise.all([getTranslations('audit'), getLocale()]);
  return (
    <Block title={t('act.title', { id: act.id })}>
      <SummaryList
        rows={[
          { key: 'at', label: t('act.when'), value: formatDateTime(act.at, locale) },
          { key: 'who', label: t('act.who'), value: act.actor ?? t('list.system') },
          ...(act.role === null
            ? []
            : [
                {
                  key: 'role',
                  label: t('act.role'),
                  value: <RoleName role={act.role} />,
                  ...(act.scope === null ? {} : { note: act.scope }),
                },
              ]),
          ...(act.delegationId === null
            ? []
            : [{ key: 'mandate', label: t('act.mandate'), value: act.delegationId }]),
          { key: 'record', label: t('act.record'), value: <RecordName record={act} /> },
          { key: 'seq', label: t('act.place'), value: String(act.seq) },
          {
            key: 'request',
            label: t('act.request'),
            value: <code className="font-mono text-14 break-all">{act.requestId}</code>,
          },
        ]}
      />
    </Block>
  );
}

async function Hashes({ view: { act, previous, next } }: { view: ActView }) {
  const t = await getTranslations('audit.act');
  return (
    <Block title={t('chain')} note={t('verifyNote')}>
      <dl className="flex flex-col gap-3 text-small">
        <div>
          <dt className="text-muted">{t('prevHash')}</dt>
          <dd className="font-mono text-14 break-all">
            {act.prevHash === genesis ? t('genesis') : act.prevHash}
          </dd>
        </div>
        <div>
          <dt className="text-muted">{t('hash')}</dt>
          <dd className="font-mono text-14 break-all">{act.hash}</dd>
        </div>
      </dl>
      <p className="no-print mt-4 flex flex-wrap gap-x-6 gap-y-2">
        {previous !== null && <TextLink href={`/audit/${previous}`}>{t('previous')}</TextLink>}
        {next !== null && <TextLink href={`/audit/${next}`}>{t('next')}</TextLink>}
      </p>
    </Block>
  );
}
