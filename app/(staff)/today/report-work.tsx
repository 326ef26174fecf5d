import { getLocale, getTranslations } from 'next-intl/server';
import { NextReport } from '@/components/reporting/own-reports';
import { type WorkItem, WorkList } from '@/components/today/work-list';
import { Block } from '@/components/ui/figure';
import { EmptyState } from '@/components/ui/notice';
import { TextLink } from '@/components/ui/text-link';
import { formatDate, formatPeriodInText } from '@/lib/i18n/format';
import { civilDateAt } from '@/lib/kernel/calendar';
import { now } from '@/lib/kernel/clock';
import type { Actor } from '@/lib/policy/actor';
import { findOwnReports } from '@/lib/reporting/queries/get';
import { listPeriods, readCompleteness } from '@/lib/reporting/queries/list';
import type { Completeness, PeriodView } from '@/lib/reporting/schema';
import { nextOf, ownDesk } from '../reporting/view';

/** Reports that wait for this person: a facility's own next one, or the counts of those somebody answers for. */
export async function ReportWork({ actor }: { actor: Actor }) {
  return ownDesk(actor) ? <OwnWork actor={actor} /> : <Watched actor={actor} />;
}

async function OwnWork({ actor }: { actor: Actor }) {
  const [t, reports] = await Promise.all([getTranslations('reporting.today'), findOwnReports(actor, {})]);
  const next = nextOf(reports);
  return (
    <div className="flex max-w-wide flex-col gap-4">
      {next === null ? (
        <EmptyState title={t('nothing')}>{t('nothingHint')}</EmptyState>
      ) : (
        <NextReport report={next} />
      )}
      <p>
        <TextLink href="/reporting">{t('all')}</TextLink>
      </p>
    </div>
  );
}

async function Watched({ actor }: { actor: Actor }) {
  const form = 'hospital-month';
  const [t, locale, periods] = await Promise.all([
    getTranslations('reporting.today'),
    getLocale(),
    listPeriods(actor, { form }),
  ]);
  const shown = periods.slice(0, 2);
  const counts = await Promise.all(shown.map(({ id }) => readCompleteness(actor, { form, period: id })));
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-x-12 gap-y-10 lg:grid-cols-2">
      {shown.toReversed().map((period) => {
        const [whole] = counts[shown.indexOf(period)] ?? [];
        return (
          <Block
            key={period.id}
            title={t('period', { period: formatPeriodInText(period.id, locale) })}
            note={t('dates', {
              due: formatDate(period.dueOn, locale),
              provincial: formatDate(period.provincialDueOn, locale),
            })}
          >
            {whole !== undefined && <WorkList items={itemsOf(whole, period, t)} />}
          </Block>
        );
      })}
    </div>
  );
}

type Say = Awaited<ReturnType<typeof getTranslations<'reporting.today'>>>;

const steps = [
  ['submitted', 'due_soon'],
  ['verified', 'in_time'],
  ['returned', 'paused'],
  ['draft', 'neutral'],
  ['missing', 'no_data'],
  ['locked', 'on_time'],
] as const satisfies readonly (readonly [keyof Completeness, WorkItem['tone']])[];

function itemsOf(whole: Completeness, period: PeriodView, t: Say): WorkItem[] {
  const list = `/reporting?form=${whole.formId}&period=${period.id}`;
  const late = period.dueOn < civilDateAt(now()) ? whole.expected - whole.onTime : 0;
  return [
    { href: `${list}&late=true`, label: t('late'), count: late, tone: 'overdue' },
    ...steps.map(([state, tone]) => ({
      href: `${list}&state=${state}`,
      label: t(`state.${state}`),
      count: whole[state],
      tone,
    })),
  ];
}
