import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { DossierLines } from '@/components/dossiers/dossier-lines';
import { Main, PageTitle } from '@/components/shell/main';
import { type WorkItem, WorkList } from '@/components/today/work-list';
import { Block } from '@/components/ui/figure';
import { EmptyState } from '@/components/ui/notice';
import { TextLink } from '@/components/ui/text-link';
import { countDossiers, listDossiers } from '@/lib/dossiers/queries/list';
import { countStates } from '@/lib/dossiers/queries/work';
import { ListDossiers } from '@/lib/dossiers/schema';
import type { DossierState } from '@/lib/dossiers/workflow';
import { formatDate } from '@/lib/i18n/format';
import { now } from '@/lib/kernel/clock';
import type { Actor } from '@/lib/policy/actor';
import { reachOf } from '@/lib/policy/authorize';
import { requireStaff } from '@/lib/session/staff';
import { queueLines } from '../dossiers/lines';
import { ReportWork } from './report-work';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('staff.today');
  return { title: t('title') };
}

const steps = [
  'submitted',
  'withdraw_requested',
  'accepted',
  'assigned',
  'in_review',
  'consulting',
  'returned_for_rework',
  'drafting',
  'submitted_for_sign',
  'signed',
  'issued',
] as const satisfies readonly DossierState[];

/** Before anything else: what waits for this person, and what runs out. */
export default async function TodayPage() {
  const actor = await requireStaff();
  const [t, locale] = await Promise.all([getTranslations('staff.today'), getLocale()]);
  const works = reachOf(actor, 'dossier.read').length > 0;
  const reports = reachOf(actor, 'report.read').length > 0;
  return (
    <Main width="full">
      <PageTitle lead={t('lead', { date: formatDate(now(), locale) })}>{t('title')}</PageTitle>
      <div className="flex flex-col gap-10">
        {works && <Work actor={actor} />}
        {reports && <ReportWork actor={actor} />}
        {!works && !reports && <p>{t('noDossiers')}</p>}
      </div>
    </Main>
  );
}

async function Work({ actor }: { actor: Actor }) {
  const [t, locale, counts, states, page] = await Promise.all([
    getTranslations('staff.today'),
    getLocale(),
    countDossiers(actor, { views: ['mine', 'unit', 'due_soon', 'overdue', 'waiting'] }),
    countStates(actor, { states: steps }),
    listDossiers(actor, ListDossiers.parse({ view: 'mine' })),
  ]);
  const lines = await queueLines(actor, page.rows.slice(0, 8), locale);
  const view = (key: 'overdue' | 'due_soon' | 'waiting' | 'unit', label: string): WorkItem => ({
    href: `/dossiers?view=${key}`,
    label,
    count: counts[key] ?? 0,
    tone:
      key === 'overdue'
        ? 'overdue'
        : key === 'due_soon'
          ? 'due_soon'
          : key === 'waiting'
            ? 'paused'
            : 'in_time',
  });
  const mine = counts.mine ?? 0;
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-x-12 gap-y-10 xl:grid-cols-[minmax(0,2.4fr)_minmax(0,1fr)]">
      <Block
        title={t('waiting')}
        note={
          mine === 0 ? undefined : (
            <TextLink href="/dossiers?view=mine">{t('count', { count: mine })}</TextLink>
          )
        }
      >
        {lines.length === 0 ? (
          <EmptyState title={t('waitingNone')} />
        ) : (
          <DossierLines caption={t('next')} lines={lines} />
        )}
      </Block>
      <div className="flex flex-col gap-10">
        <Block title={t('deadlines')}>
          <WorkList
            items={[
              view('overdue', t('overdue')),
              view('due_soon', t('due_soon')),
              view('waiting', t('paused')),
              view('unit', t('running')),
            ]}
          />
        </Block>
        <Block title={t('byStep')}>
          <WorkList
            items={steps.map((state) => ({
              href: `/dossiers?view=all&state=${state}`,
              label: t(`step.${state}`),
              count: states[state] ?? 0,
            }))}
          />
        </Block>
      </div>
    </div>
  );
}
