import { useLocale, useTranslations } from 'next-intl';
import { Trend } from '@/components/charts/trend';
import type { TrendGoal } from '@/components/charts/trend-scale';
import { formatDate } from '@/lib/i18n/format';
import type { Figure, IndicatorView, TrendPoint } from '@/lib/indicators/schema';
import { changeText, targetText } from './sentences';
import { pointName, sparkText } from './trend';
import { headName, type Speech } from './words';

interface CoursePanelProps {
  view: Pick<IndicatorView, 'figure' | 'trend' | 'change'>;
}

/** How we got here: the line with its gaps, the target at its deadline, what happened on the way. */
export function CoursePanel({ view: { figure, trend, change } }: CoursePanelProps) {
  const t = useTranslations('indicators');
  const speech = { t, locale: useLocale() };
  const place = figure.place?.name[speech.locale] ?? t('filter.nation');
  const changed = changeText(change, speech);
  return (
    <section aria-labelledby="course" className="border-t-2 border-ink pt-3">
      <h2 id="course">{t('detail.trend')}</h2>
      <div className="mt-3">
        <Trend
          title={t('detail.trendTitle', { name: headName(figure, speech), place })}
          narration={[sparkText({ ...figure, trend }, speech), changed].filter(Boolean).join(' ')}
          unit={figure.unit === 'percent' || figure.unit === 'milestone' ? 'percent' : 'count'}
          series={[
            {
              id: figure.measure,
              label: headName(figure, speech),
              points: trend.map((point) => spotOf(point, speech)),
            },
          ]}
          goals={goalsOf(figure, speech)}
          forecast={forecastOf(figure)}
          explore={t('explorer.hint')}
          marks={marksOf(trend, figure, speech)}
        />
      </div>
    </section>
  );
}

function spotOf(point: TrendPoint, speech: Speech) {
  const { endsOn, value, numerator, denominator, provisional, source } = point;
  const name = pointName(point, speech);
  return {
    at: endsOn,
    label: source === 'reports' ? name : `${name} (${speech.t(`explorer.source.${source}`)})`,
    value,
    numerator,
    denominator,
    provisional,
  };
}

function goalsOf({ target, unit }: Figure, { t, locale }: Speech): TrendGoal[] {
  if (target === null) return [];
  const ends = [
    { key: 'deadline' as const, at: target.deadline, value: target.value },
    {
      key: 'successor' as const,
      at: target.successor?.deadline ?? null,
      value: target.successor?.value ?? null,
    },
  ];
  return ends.flatMap(({ key, at, value }) =>
    at === null || value === null
      ? []
      : [
          {
            at,
            value,
            label: t(`event.${key}`, {
              date: formatDate(at, locale),
              target: targetText(value, unit, locale),
            }),
          },
        ],
  );
}

function forecastOf({ pace, target }: Figure) {
  const reached = pace?.reachedOn ?? null;
  if (reached === null || typeof target?.value !== 'number') return null;
  return { value: target.value, ...reached };
}

/** What happened in Vietnam's health sector while the line was drawn; an event outside of it is left out. */
const events = [
  { at: '2025-07-01', key: 'reorganisation', of: null },
  { at: '2025-07-21', key: 'circular', of: 'T54' },
] as const;

function marksOf(trend: readonly TrendPoint[], { measure }: Figure, { t }: Speech) {
  const first = trend[0]?.endsOn ?? '';
  const last = trend.at(-1)?.endsOn ?? '';
  return events
    .filter(({ at, of }) => at >= first && at <= last && (of === null || of === measure))
    .map(({ at, key }) => ({ at, label: t(`event.${key}`) }));
}
