export type DayKind = 'counted' | 'off' | 'paused' | 'due' | 'outside';

export interface GridDay {
  /** Civil date, YYYY-MM-DD. */
  date: string;
  kind: DayKind;
  /** Why it counts or not: the holiday, the paper that paused the clock. */
  note?: string | undefined;
}

const dayLength = 86_400_000;

/** Monday 1 … Sunday 7. */
export function weekdayOf(date: string): number {
  return new Date(`${date}T00:00:00Z`).getUTCDay() || 7;
}

export function addDays(date: string, days: number): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * dayLength).toISOString().slice(0, 10);
}

/** Whole weeks, Monday to Sunday, around the given days; the rest is outside. */
export function weeksOf(days: readonly GridDay[]): GridDay[][] {
  const known = new Map(days.map((day) => [day.date, day]));
  const dates = [...known.keys()].sort();
  const first = dates.at(0);
  const last = dates.at(-1);
  if (first === undefined || last === undefined) return [];
  const weeks: GridDay[][] = [];
  for (let monday = addDays(first, 1 - weekdayOf(first)); monday <= last; monday = addDays(monday, 7)) {
    weeks.push(
      Array.from({ length: 7 }, (_, index) => {
        const date = addDays(monday, index);
        return known.get(date) ?? { date, kind: 'outside' };
      }),
    );
  }
  return weeks;
}
