/** A period is known here by the month it ends in, counted from year 0: quarters and months lie on one axis. */
import type { Frequency } from '@/lib/reporting/define';
import { periodOf, periodOn, rememberedMonths, shiftPeriod } from '@/lib/reporting/periods/rules';

export const monthsIn = { month: 1, quarter: 3, year: 12 } as const satisfies Record<Frequency, number>;

/** An answer stands for the periods of the year after its own, no longer. */
export const carriedMonths = rememberedMonths;

export const endOf = (periodId: string): string => periodOf(periodId).endsOn;

export function monthOf(periodId: string): number {
  const [year = 0, month = 1] = endOf(periodId).split('-').map(Number);
  return year * 12 + month - 1;
}

export function periodIn(kind: Frequency, month: number): string {
  const day = `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}-01`;
  return periodOn(kind, day);
}

/** The last period of a kind that ends on or before a civil day. */
export function lastEndingBy(kind: Frequency, day: string): string {
  const around = periodOn(kind, day);
  return endOf(around) <= day ? around : shiftPeriod(around, -1);
}
