import { useLocale, useTranslations } from 'next-intl';
import { BackLink } from '@/components/ui/breadcrumbs';
import { SampleBadge } from '@/components/ui/sample';
import { FactLine } from '@/components/ui/summary-list';
import { TextLink } from '@/components/ui/text-link';
import type { DossierState } from '@/lib/dossiers/workflow';
import { formatDate } from '@/lib/i18n/format';
import type { Standing } from '@/lib/kernel/clock-standing';
import { StandingTag } from './standing-tag';

export interface HeadFacts {
  code: string;
  title: string;
  applicantName: string;
  state: DossierState;
  channel: 'ministry_portal' | 'npsp' | 'counter' | 'post';
  assignee: string | null;
  sample: boolean;
  standing: Standing | null;
  promisedAt: Date | null;
  endedAt: Date | null;
}

/** Stays in sight while the papers scroll: what this is, where it stands, when it is due and why. */
export function DossierHead({ facts, whyHref = '#clock' }: { facts: HeadFacts; whyHref?: string }) {
  const t = useTranslations('officer.head');
  const list = useTranslations('officer');
  const state = useTranslations('states.state');
  return (
    <header className="border-b border-line bg-surface px-4 py-3 sm:px-6 lg:sticky lg:top-0 lg:z-20">
      <BackLink href="/dossiers">{t('back')}</BackLink>
      <div className="flex flex-wrap items-end justify-between gap-x-8 gap-y-3 lg:flex-nowrap">
        <div className="min-w-0">
          <h1 className="text-21">{facts.title}</h1>
          <div className="mt-1 flex flex-wrap items-center gap-x-6 gap-y-1">
            <span className="tabular text-small text-muted">{facts.code}</span>
            <FactLine
              facts={[
                { label: t('applicant'), value: facts.applicantName },
                { label: t('state'), value: state(facts.state) },
                { label: t('assignee'), value: facts.assignee ?? list('list.unassigned') },
                { label: t('channel'), value: list(`channel.${facts.channel}`) },
              ]}
            />
            {facts.sample && <SampleBadge />}
          </div>
        </div>
        <Due facts={facts} whyHref={whyHref} />
      </div>
    </header>
  );
}

function Due({ facts, whyHref }: { facts: HeadFacts; whyHref: string }) {
  const t = useTranslations('officer.head');
  const locale = useLocale();
  const { standing, promisedAt, endedAt } = facts;
  const due = standing?.due ?? null;
  const moved = due !== null && promisedAt !== null && due.getTime() !== promisedAt.getTime();
  return (
    <div className="shrink-0 lg:text-right">
      <StandingTag standing={standing} />
      {standing !== null && (
        <p className="tabular text-21 leading-snug font-semibold">
          {due === null ? t('noDue') : formatDate(due, locale)}
        </p>
      )}
      <p className="text-14 text-muted">
        {endedAt !== null && <span>{t('ended', { date: formatDate(endedAt, locale) })} · </span>}
        {endedAt === null && moved && (
          <span>{t('promised', { date: formatDate(promisedAt, locale) })} · </span>
        )}
        {standing !== null && <TextLink href={whyHref}>{t('why')}</TextLink>}
      </p>
    </div>
  );
}
