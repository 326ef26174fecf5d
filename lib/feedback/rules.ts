/**
 * The clock of a complaint (phản ánh, kiến nghị) in working days, as the national formula judges it [found]:
 * refuse ≤ 2, ask for a supplement ≤ 5, answer ≤ 15, publish ≤ 2 after the answer.
 * The days between the request and what came back are not counted, by the same rule as a dossier's [derived].
 * A stage that is still open is late once its last day has closed; one late stage makes the complaint late.
 */
import type { Calendar } from '@/lib/kernel/calendar';
import { type ClockEvent, dueDate } from '@/lib/kernel/clock-rules';
import type { ComplaintState, Stage } from './schema';

const stageDays = { refuse: 2, ask: 5, answer: 15, publish: 2 } as const satisfies Record<Stage, number>;

export interface ComplaintTimes {
  state: ComplaintState;
  receivedAt: Date;
  askedAt: Date | null;
  suppliedAt: Date | null;
  answeredAt: Date | null;
  publishedAt: Date | null;
}

export interface StageReading {
  stage: Stage;
  /** Null while the clock stands still. */
  due: Date | null;
  doneAt: Date | null;
  late: boolean;
}

function dueOf(stage: Stage, events: readonly ClockEvent[], calendar: Calendar): Date | null {
  return dueDate({ amount: stageDays[stage], unit: 'working_day' }, events, calendar).due;
}

function reading(stage: Stage, due: Date | null, at: { doneAt: Date | null; now: Date }): StageReading {
  return { stage, due, doneAt: at.doneAt, late: due !== null && (at.doneAt ?? at.now) > due };
}

/** Last moment to answer, or null while the applicant is waited for. */
export function answerDue(times: ComplaintTimes, calendar: Calendar): Date | null {
  const { receivedAt, askedAt, suppliedAt } = times;
  const events: ClockEvent[] = [{ kind: 'start', at: receivedAt }];
  if (askedAt !== null) events.push({ kind: 'pause', at: askedAt });
  if (suppliedAt !== null) events.push({ kind: 'resume', at: suppliedAt });
  return dueOf('answer', events, calendar);
}

/** The stages that apply to the complaint as it stands, each with its last day. */
export function stagesOf(times: ComplaintTimes, calendar: Calendar, now: Date): StageReading[] {
  const { state, receivedAt, askedAt, answeredAt, publishedAt } = times;
  const start: ClockEvent = { kind: 'start', at: receivedAt };
  const asked =
    askedAt === null ? [] : [reading('ask', dueOf('ask', [start], calendar), { doneAt: askedAt, now })];
  if (state === 'refused')
    return [...asked, reading('refuse', dueOf('refuse', [start], calendar), { doneAt: answeredAt, now })];
  const answer = reading('answer', answerDue(times, calendar), { doneAt: answeredAt, now });
  if (answeredAt === null) return [...asked, answer];
  const ready = dueOf('publish', [{ kind: 'start', at: answeredAt }], calendar);
  return [...asked, answer, reading('publish', ready, { doneAt: publishedAt, now })];
}

/** What may still be done in time, for who handles it: the refusal and the request have days of their own. */
export function openDays(times: ComplaintTimes, calendar: Calendar): Record<'refuse' | 'ask', Date | null> {
  const start: ClockEvent[] = [{ kind: 'start', at: times.receivedAt }];
  return { refuse: dueOf('refuse', start, calendar), ask: dueOf('ask', start, calendar) };
}

/** Times as they stood at a moment: what happened later is not known yet. */
export function asOf<T extends ComplaintTimes>(times: T, moment: Date): T {
  const before = (at: Date | null) => (at !== null && at < moment ? at : null);
  const answeredAt = before(times.answeredAt);
  const askedAt = before(times.askedAt);
  const publishedAt = before(times.publishedAt);
  const waiting: ComplaintState = askedAt === null ? 'received' : 'supplement_asked';
  return {
    ...times,
    askedAt,
    suppliedAt: before(times.suppliedAt),
    answeredAt,
    publishedAt,
    state: answeredAt === null ? waiting : times.state,
  };
}

export const isLate = (stages: readonly StageReading[]): boolean => stages.some(({ late }) => late);

/** Running number of a year: PAKN-2026-00012. */
export function complaintCode(year: string, number: number): string {
  return `PAKN-${year}-${String(number).padStart(5, '0')}`;
}

export type ComplaintMove = 'refuse' | 'ask' | 'supply' | 'answer' | 'publish' | 'judge' | 'repeat';

/** What may be done with a complaint as it stands. */
export const movesFrom = {
  received: ['answer', 'ask', 'refuse'],
  supplement_asked: ['supply', 'answer'],
  answered: ['publish', 'judge', 'repeat'],
  refused: ['repeat'],
  published: ['judge', 'repeat'],
} as const satisfies Record<ComplaintState, readonly ComplaintMove[]>;

export function mayMove(
  move: ComplaintMove,
  { state, asked, satisfied }: { state: ComplaintState; asked: boolean; satisfied: boolean | null },
): boolean {
  if (move === 'ask' && asked) return false;
  if (move === 'judge' && satisfied !== null) return false;
  return movesFrom[state].some((one) => one === move);
}

/** States of public codes 9 and 10: there is a result to be content with or not. */
const withResult: readonly string[] = [
  'issued',
  'issued_refusal',
  'returned',
  'archived',
  'result_corrected',
  'result_revoked',
];

export const isRateable = (dossierState: string): boolean => withResult.includes(dossierState);
