/**
 * Why a dossier is due then: each civil day with its part in the count. The rows are produced by walking,
 * the due date by arithmetic (clock-rules.ts); the tests hold the two together.
 */
import {
  type Calendar,
  type CalendarDay,
  closingOf,
  type DayNumber,
  dateOf,
  dayNumberAt,
  instantAt,
  isWorking,
  kindOf,
  officeTimeAt,
  WORKING_WEEK_SOURCE,
  weekdayOf,
} from '@/lib/kernel/calendar';
import { type ClockEvent, type ClockHistory, historyOf } from '@/lib/kernel/clock-history';
import {
  type ClockReading,
  type ClockRule,
  type Count,
  countOf,
  dueDate,
  interruptedBy,
  type PausedDays,
  pausedDaysOf,
} from '@/lib/kernel/clock-rules';

export const stepKinds = [
  'start', // the day of acceptance, not counted
  'extended', // a new date was promised; counting goes on from here
  'counted',
  'swapped_in', // a counted day that is normally off
  'conditional', // a counted day that would be off if a decision were enacted
  'weekend',
  'holiday',
  'paused',
  'interrupted', // the last day, paused before it closed: not counted
  'outside_hours', // working_hour: a working day none of whose hours count
  'moved', // after the limit, on the way to the next working day
  'due',
] as const;
export type StepKind = (typeof stepKinds)[number];

export interface ClockStep {
  date: string;
  kind: StepKind;
  counted: boolean;
  /** The how-many-th counted day this is. */
  dayNumber: number | null;
  /** working_hour: minutes of office time counted on this day. */
  minutes: number | null;
  name: string | null;
  source: string | null;
  /** How sure the calendar is of this day; null for ordinary days. */
  status: CalendarDay['status'] | null;
}

export interface ClockExplanation extends ClockReading {
  /** What the counted rows add up to: days, or minutes for working_hour. */
  total: number;
  steps: ClockStep[];
  /** Some row rests on a day that is not officially decided yet. */
  provisional: boolean;
}

interface Walk {
  rule: ClockRule;
  calendar: Calendar;
  count: Count;
  paused: readonly PausedDays[];
  due: DayNumber | null;
}

export function explainDue(
  rule: ClockRule,
  events: readonly ClockEvent[],
  calendar: Calendar,
): ClockExplanation {
  const reading = dueDate(rule, events, calendar);
  const history = historyOf(events);
  if (history === null) return { ...reading, total: 0, steps: [], provisional: false };
  const count = countOf(rule, history, calendar);
  const due = reading.due && dayNumberAt(reading.due);
  const walk = { rule, calendar, count, paused: pausedDaysOf(count.pauses), due };
  const steps = [
    ...openingSteps(history, calendar),
    ...(rule.unit === 'working_hour' ? hours(walk) : days(walk)),
  ];
  const total = rule.unit === 'working_hour' ? Math.round(count.amount / 60_000) : count.amount;
  const provisional = steps.some(({ status }) => status !== null && status !== 'official');
  return { ...reading, total: Math.max(0, total), steps, provisional };
}

const uncounted = { counted: false, dayNumber: null, minutes: null } as const;

function openingSteps(history: ClockHistory, calendar: Calendar): ClockStep[] {
  const { startedAt, extension, source } = history;
  const start = dayNumberAt(startedAt);
  const steps: ClockStep[] = [
    { ...natureOf(start, calendar), kind: 'start', ...uncounted, source: source ?? null },
  ];
  if (extension === null) return steps;
  const day = dayNumberAt(extension.at);
  const promise = {
    kind: 'extended',
    ...uncounted,
    name: extension.to,
    source: extension.source ?? null,
  } as const;
  return [...steps, { ...natureOf(day, calendar), ...promise }];
}

/** What the calendar itself says about a day. */
function natureOf(
  day: DayNumber,
  calendar: Calendar,
): Pick<ClockStep, 'date' | 'name' | 'source' | 'status' | 'kind'> {
  const entry = calendar.listed.get(day);
  const date = dateOf(day);
  if (entry !== undefined) {
    const off = kindOf(calendar, day) === 'off';
    const kind = off ? 'holiday' : weekdayOf(day) > 4 ? 'swapped_in' : 'counted';
    return { date, name: entry.name, source: entry.source, status: entry.status, kind };
  }
  const possible = calendar.conditional.get(day);
  if (possible !== undefined && isWorking(calendar, day))
    return { date, name: possible.name, source: possible.source, status: 'conditional', kind: 'conditional' };
  if (!isWorking(calendar, day))
    return { date, name: null, source: WORKING_WEEK_SOURCE, status: null, kind: 'weekend' };
  return { date, name: null, source: null, status: null, kind: 'counted' };
}

/** The last row shown: the due day, or the day on which an open pause began. */
function lastShown({ due, count }: Walk): DayNumber {
  const open = count.pauses.at(-1);
  return due ?? dayNumberAt(open?.from ?? count.from);
}

function pauseOn(day: DayNumber, paused: readonly PausedDays[]): PausedDays | undefined {
  return paused.find(({ after, to }) => day > after && day <= to);
}

function days(walk: Walk): ClockStep[] {
  const { rule, calendar, count, paused, due } = walk;
  const steps: ClockStep[] = [];
  let dayNumber = 0;
  const first = dayNumberAt(count.from) + 1;
  for (let day = Math.min(first, due ?? first); day <= lastShown(walk); day += 1) {
    const nature = natureOf(day, calendar);
    const working = isWorking(calendar, day);
    const pause = pauseOn(day, paused);
    const countable = !pause && dayNumber < count.amount && (working || rule.unit !== 'working_day');
    const last = dayNumber === count.amount - 1;
    const interrupted = countable && last && working && interruptedBy(calendar, day, paused);
    const counted = countable && !interrupted;
    if (counted) dayNumber += 1;
    const kind =
      day === due ? 'due' : dayKind({ nature: nature.kind, paused: !!pause, interrupted, counted });
    const source = pause && working ? (pause.pause.source ?? null) : nature.source;
    steps.push({ ...nature, source, kind, counted, dayNumber: counted ? dayNumber : null, minutes: null });
  }
  return walk.due === null ? [...steps, ...openPause(walk)] : steps;
}

function dayKind(day: {
  nature: StepKind;
  paused: boolean;
  interrupted: boolean;
  counted: boolean;
}): StepKind {
  if (day.interrupted) return 'interrupted';
  if (day.paused && day.nature !== 'weekend' && day.nature !== 'holiday') return 'paused';
  if (day.counted || day.nature === 'weekend' || day.nature === 'holiday') return day.nature;
  return 'moved';
}

function hours(walk: Walk): ClockStep[] {
  const { calendar, count, due } = walk;
  const steps: ClockStep[] = [];
  let rest = Math.max(0, count.amount);
  const first = dayNumberAt(count.from);
  for (let day = Math.min(first, due ?? first); day <= lastShown(walk); day += 1) {
    const nature = natureOf(day, calendar);
    const time = Math.min(rest, runningTimeOn(day, walk));
    rest -= time;
    const minutes = time / 60_000;
    const paused = pauseOn(day, walk.paused) !== undefined;
    const idle = isWorking(calendar, day) ? (paused ? 'paused' : 'outside_hours') : nature.kind;
    const kind = day === due ? 'due' : time > 0 ? nature.kind : idle;
    steps.push({ ...nature, kind, counted: time > 0, dayNumber: null, minutes });
  }
  return walk.due === null ? [...steps, ...openPause(walk)] : steps;
}

/** Office time of a day after the count began and outside pauses. */
function runningTimeOn(day: DayNumber, { calendar, count }: Walk): number {
  const opens = instantAt(day, 0);
  const closes = closingOf(calendar, day);
  const span = (from: Date, to: Date) => {
    const [begin, end] = [from > opens ? from : opens, to < closes ? to : closes];
    return end > begin ? officeTimeAt(calendar, end) - officeTimeAt(calendar, begin) : 0;
  };
  const lost = count.pauses.map(({ from, to }) => span(from, to ?? closes));
  return lost.reduce((time, pause) => time - pause, span(count.from, closes));
}

function openPause(walk: Walk): ClockStep[] {
  const open = walk.count.pauses.at(-1);
  if (open === undefined) return [];
  const day = dayNumberAt(open.from) + 1;
  return [{ ...natureOf(day, walk.calendar), kind: 'paused', ...uncounted, source: open.source ?? null }];
}
