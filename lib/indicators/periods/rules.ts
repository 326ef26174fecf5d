/** A period is known here by the month it ends in, counted from year 0: quarters and months lie on one axis. */
import type { Frequency } from '@/lib/reporting/define';
import { kindOf, periodOf, periodOn, rememberedMonths, shiftPeriod } from '@/lib/reporting/periods/rules';

export const monthsIn = { month: 1, quarter: 3, year: 12 } as const satisfies Record<Frequency, number>;

/** An answer stands for the periods of the year after its own, no longer. */
export const carriedMonths = rememberedMonths;

/** Dates of the few hundred periods there are, computed once: every lock asks for them. */
const ends = new Map<string, { readonly day: string; readonly month: number }>();

function knownEnd(periodId: string) {
  const known = ends.get(periodId);
  if (known !== undefined) return known;
  const day = periodOf(periodId).endsOn;
  const [year = 0, month = 1] = day.split('-').map(Number);
  const end = { day, month: year * 12 + month - 1 };
  ends.set(periodId, end);
  return end;
}

export const endOf = (periodId: string): string => knownEnd(periodId).day;
export const monthOf = (periodId: string): number => knownEnd(periodId).month;

export function periodIn(kind: Frequency, month: number): string {
  const day = `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}-01`;
  return periodOn(kind, day);
}

/** The last period of a kind that ends on or before a civil day. */
export function lastEndingBy(kind: Frequency, day: string): string {
  const around = periodOn(kind, day);
  return endOf(around) <= day ? around : shiftPeriod(around, -1);
}

export const kindIn = (periodId: string): Frequency => kindOf(periodId);
