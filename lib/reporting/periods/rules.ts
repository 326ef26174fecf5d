/**
 * Reporting periods: which there are, when they open and when they are due. The days are this portal's proposal;
 * only the yearly self-assessment in December has a text behind it (Thông tư 54/2017/TT-BYT).
 */
import { civilDateAt } from '@/lib/kernel/calendar';
import type { Frequency } from '../define';
import type { PeriodView } from '../schema';

export type PeriodStatus = 'upcoming' | 'open' | 'closed';

const civil = (year: number, month: number, day: number) =>
  new Date(Date.UTC(year, month - 1, day)).toISOString().slice(0, 10);

/** The day of the last month a period opens, and the days of the month after on which it is due. */
const days = {
  month: { opens: 20, due: 5, provincial: 10 },
  quarter: { opens: 20, due: 10, provincial: 15 },
} as const;

export function kindOf(periodId: string): Frequency {
  if (periodId.includes('Q')) return 'quarter';
  return periodId.length === 4 ? 'year' : 'month';
}

const yearOf = (periodId: string) => Number(periodId.slice(0, 4));
const monthId = (index: number) => `${Math.floor(index / 12)}${String((index % 12) + 1).padStart(2, '0')}`;
const quarterId = (index: number) => `${Math.floor(index / 4)}Q${(index % 4) + 1}`;

/** The period so many periods of its kind later, or earlier when negative: 202601 less one is 202512. */
export function shiftPeriod(periodId: string, by: number): string {
  const year = yearOf(periodId);
  switch (kindOf(periodId)) {
    case 'month':
      return monthId(year * 12 + Number(periodId.slice(4)) - 1 + by);
    case 'quarter':
      return quarterId(year * 4 + Number(periodId.slice(5)) - 1 + by);
    case 'year':
      return String(year + by);
  }
}

/** The period of a kind in which a civil day lies. */
export function periodOn(kind: Frequency, date: string): string {
  const [year, month] = [date.slice(0, 4), Number(date.slice(5, 7))];
  if (kind === 'year') return year;
  return kind === 'month' ? `${year}${date.slice(5, 7)}` : `${year}Q${Math.ceil(month / 3)}`;
}

/** Its dates, from its id alone. */
export function periodOf(periodId: string): PeriodView {
  const [kind, year] = [kindOf(periodId), yearOf(periodId)];
  if (kind === 'year')
    return {
      id: periodId,
      kind,
      startsOn: civil(year, 1, 1),
      endsOn: civil(year, 12, 31),
      opensOn: civil(year, 12, 1),
      dueOn: civil(year, 12, 31),
      provincialDueOn: civil(year + 1, 1, 10),
    };
  const last = kind === 'month' ? Number(periodId.slice(4)) : Number(periodId.slice(5)) * 3;
  const { opens, due, provincial } = days[kind];
  return {
    id: periodId,
    kind,
    startsOn: civil(year, kind === 'month' ? last : last - 2, 1),
    endsOn: civil(year, last + 1, 0),
    opensOn: civil(year, last, opens),
    dueOn: civil(year, last + 1, due),
    provincialDueOn: civil(year, last + 1, provincial),
  };
}

export function statusOf(
  { opensOn, provincialDueOn }: Pick<PeriodView, 'opensOn' | 'provincialDueOn'>,
  today: string,
): PeriodStatus {
  if (today < opensOn) return 'upcoming';
  return today <= provincialDueOn ? 'open' : 'closed';
}

/** Late by civil days of Viet Nam: first submitted after the due day, or not submitted when it has passed. */
export function isLate(dueOn: string, submittedAt: Date | null, today: string): boolean {
  return (submittedAt === null ? today : civilDateAt(submittedAt)) > dueOn;
}

/** State measures and stocks are remembered this long. */
export const rememberedMonths = 12;

/** Ids of every period that ends in the 12 months up to the end of the given one, or in the months of it. */
export function remembered(periodId: string): string[] {
  const { endsOn } = periodOf(periodId);
  const since = monthOf(endsOn) - rememberedMonths;
  return (['month', 'quarter', 'year'] as const).flatMap((kind) =>
    countBack(periodOn(kind, endsOn)).filter((id) => {
      const end = periodOf(id).endsOn;
      return end <= endsOn && monthOf(end) >= since;
    }),
  );
}

const monthOf = (date: string) => Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7));
const countBack = (from: string) =>
  Array.from({ length: rememberedMonths + 1 }, (_, back) => shiftPeriod(from, -back));

/** What the table must hold on a day: of each kind the running period and the next. */
export function periodsAround(today: string): PeriodView[] {
  return (['month', 'quarter', 'year'] as const).flatMap((kind) =>
    [0, 1].map((by) => periodOf(shiftPeriod(periodOn(kind, today), by))),
  );
}
