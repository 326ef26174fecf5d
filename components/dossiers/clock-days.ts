import type { DayKind, GridDay } from '@/components/ui/month-grid-weeks';
import type { StepKind } from '@/lib/kernel/clock-explanation';

/** A row of the clock's explanation, as the page has it. */
export interface ClockRow {
  date: string;
  kind: StepKind;
  dayNumber: number | null;
  name: string | null;
  source: string | null;
}

const kinds = {
  start: 'outside',
  extended: 'outside',
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
} as const satisfies Record<StepKind, DayKind>;

/** The explanation of a due date as days of a calendar; `say` names what each day is. */
export function gridDaysOf(steps: readonly ClockRow[], say: (row: ClockRow) => string): GridDay[] {
  return steps.map((row) => ({
    date: row.date,
    kind: kinds[row.kind],
    note: [say(row), row.name, row.source].filter((text) => text !== null && text !== '').join(' · '),
  }));
}
