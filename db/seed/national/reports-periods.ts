import { periodsOf } from '../report-elements';
import { type SamplePeriod, sampledOn } from '../sample-periods';

export type Period = SamplePeriod & { readonly startsOn: string };

/** What is loaded at once: a month, and the quarter that ends with it. */
export type Months = { readonly name: string; readonly periods: readonly Period[] };

/**
 * Eight years, so that the length of a history is a nation's. The forms took effect in 2025: what stands before them
 * is made up like every sample, only longer.
 */
const [first, last] = ['2018-11-30', '2026-10-31'];
const years = [2018, 2019, 2020, 2021, 2022, 2023, 2024, 2025, 2026];

export const periodRows = () => periodsOf(years, sampledOn);

/** Oldest first. */
export function nationalMonths(): Months[] {
  const periods = periodRows()
    .filter(({ kind, endsOn }) => kind !== 'year' && endsOn >= first && endsOn <= last)
    .map(
      ({ id, kind, startsOn, endsOn, dueOn, provincialDueOn }): Period => ({
        id,
        form: kind === 'month' ? 'hospital-month' : 'hospital-quarter',
        startsOn,
        endsOn,
        dueOn,
        provincialDueOn,
        age: (Number(endsOn.slice(0, 4)) - 2025) * 12 + Number(endsOn.slice(5, 7)) - 11,
      }),
    );
  const byEnd = Map.groupBy(periods, ({ endsOn }) => endsOn);
  return [...byEnd.keys()].sort().map((day) => ({
    name: day.slice(0, 7),
    periods: byEnd.get(day) ?? [],
  }));
}
