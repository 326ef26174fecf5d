import { useLocale, useTranslations } from 'next-intl';
import { Details } from '@/components/ui/details';
import { MonthGrid } from '@/components/ui/month-grid';
import type { DayKind, GridDay } from '@/components/ui/month-grid-weeks';
import { formatDate, formatDateTime } from '@/lib/i18n/format';
import type { ClockExplanation, ClockStep } from '@/lib/kernel/clock-explanation';
import type { ClockRule } from '@/lib/kernel/clock-rules';
import type { NationalReading } from '@/lib/kernel/clock-standing';

export interface ClockFacts extends ClockExplanation {
  rule: ClockRule;
  national: NationalReading | null;
}

const kinds = {
  start: null,
  extended: null,
  counted: 'counted',
  swapped_in: 'counted',
  conditional: 'counted',
  weekend: 'off',
  holiday: 'off',
  paused: 'paused',
  interrupted: 'paused',
  outside_hours: 'off',
  moved: 'off',
  due: 'due',
} as const satisfies Record<ClockStep['kind'], DayKind | null>;

/** Why it is due then: each day, and both readings of the law. */
export function ClockPanel({ clock, today }: { clock: ClockFacts | null; today: string }) {
  const t = useTranslations('officer.clock');
  const words = useTranslations('clock');
  const locale = useLocale();
  if (clock === null) {
    return (
      <section id="clock" className="scroll-mt-40">
        <h2>{t('plainTitle')}</h2>
        <p className="text-14 text-muted">{t('notStarted')}</p>
      </section>
    );
  }
  const limit = words(`amount.${clock.rule.unit}`, { amount: clock.rule.amount });
  return (
    <section id="clock" aria-labelledby="clock-title" className="scroll-mt-40">
      <h2 id="clock-title" className="mb-2">
        {t('title', { limit })}
      </h2>
      {clock.startedAt !== null && (
        <p className="mb-2 text-14 text-muted">
          {words('step.start')}: {formatDateTime(clock.startedAt, locale)}
        </p>
      )}
      <Days caption={t('caption', { limit })} days={clockDays(clock.steps, words, locale)} today={today} />
      <p className="mt-2 text-14">
        {clock.due === null ? words('noDue') : words('due', { date: formatDate(clock.due, locale) })}
        {clock.pausedDays > 0 && (
          <span className="block">{words('pausedDays', { days: clock.pausedDays })}</span>
        )}
      </p>
      {clock.provisional && <p className="mt-1 text-14 text-muted">{words('provisional')}</p>}
      {clock.national !== null && <Readings national={clock.national} />}
    </section>
  );
}

/** A limit of months would push everything else out of sight, so it is unfolded on request. */
const daysInSight = 49;

function Days({ caption, days, today }: { caption: string; days: readonly GridDay[]; today: string }) {
  const t = useTranslations('officer.clock');
  const grid = <MonthGrid caption={caption} days={days} today={today} />;
  return days.length <= daysInSight ? grid : <Details summary={t('unfold')}>{grid}</Details>;
}

type Words = ReturnType<typeof useTranslations<'clock'>>;

/** Days of the count; the day it starts on is told in words, for it does not count. */
export function clockDays(steps: readonly ClockStep[], words: Words, locale: 'vi' | 'en'): GridDay[] {
  return steps.flatMap((step) => {
    const kind = kinds[step.kind];
    if (kind === null) return [];
    const extended = step.kind === 'counted' ? null : words(`step.${step.kind}`);
    const name = locale === 'vi' ? step.name : null;
    const number = step.dayNumber === null ? null : words('dayNumber', { number: step.dayNumber });
    const minutes =
      step.minutes === null || step.minutes === 0
        ? null
        : words('minutes', { minutes: Math.round(step.minutes) });
    const status = step.status === null || step.status === 'official' ? null : words(`status.${step.status}`);
    const note = [number, minutes, extended, name, status, step.source].filter(Boolean).join(' · ');
    return [{ date: step.date, kind, note }];
  });
}

function Readings({ national }: { national: NationalReading }) {
  const t = useTranslations('officer.clock');
  const words = useTranslations('clock.national');
  const verdict = (onTime: boolean) => (onTime ? t('onTime') : t('late'));
  return (
    <dl className="mt-3 grid grid-cols-[auto_1fr] gap-x-4 gap-y-1 border-t border-line pt-3 text-14">
      <dt className="text-muted">{t('legal')}</dt>
      <dd className="font-medium">{verdict(national.legal.onTime)}</dd>
      <dt className="text-muted">{t('national')}</dt>
      <dd>
        <span className="font-medium">{verdict(national.onTime)}</span>
        <span className="block text-muted">{words(national.reason)}</span>
      </dd>
      <dd className="col-span-2 text-muted">{national.agrees ? t('same') : words('disagrees')}</dd>
    </dl>
  );
}
