import { isEnded, isPaused, paymentDays } from '@/lib/dossiers/rules';
import type { DossierState } from '@/lib/dossiers/workflow';
import type { ClockRule } from '@/lib/kernel/clock-rules';
import type { Course, CourseStep } from './courses';
import { type OfficeLine, standsAt } from './days';
import type { Draw } from './draws';

const day = 480;
const hour = 3_600_000;

/** A limit in minutes of office time, roughly: how long handling may take. */
function limitOf(rule: ClockRule | null): number {
  const { amount, unit } = rule ?? { amount: 5, unit: 'working_day' };
  const days = {
    working_day: amount,
    calendar_day: (amount * 5) / 7,
    month: amount * 21,
    working_hour: amount / 8,
  };
  return Math.max(day / 2, days[unit] * day);
}

/** Most matters end in time, some just after it, a few lie about. */
function paceOf(draw: Draw): number {
  const [fate, degree] = [draw(), draw()];
  if (fate < 0.82) return 0.45 + 0.55 * degree;
  if (fate < 0.88) return 1.02 + 0.8 * degree * degree;
  return 1.5 + 10 * degree;
}

/** Office minutes the applicant, or the end of a matter, takes for a step. */
function waitFor({ move }: CourseStep, draw: Draw): number | null {
  const degree = draw();
  switch (move) {
    case 'accept':
    case 'ask_before_intake':
    case 'reject_intake':
      return 15 + 460 * degree * degree;
    case 'accept_remediation':
    case 'refuse_remediation':
      return day * (3 + 25 * degree);
    case 'settle_fee':
      return day * (0.1 + 5 * degree);
    case 'accept_withdrawal':
    case 'deny_withdrawal':
      return day * (0.1 + 2 * degree);
    case 'collect':
    case 'return_result':
      return day * (0.1 + 8 * degree * degree);
    case 'archive':
      return day * (1 + 30 * degree);
    case 'correct_result':
    case 'revoke_result':
      return day * (5 + 200 * degree * degree);
    default:
      return null;
  }
}

/** How the time for handling is shared out, by the state that is left: most of it goes into the review itself. */
const weights: Partial<Record<DossierState, number>> = {
  accepted: 0.5,
  in_review: 3,
  drafting: 1.5,
  signed: 0.3,
};
const isHandling = ({ from }: CourseStep) => !isPaused(from) && !isEnded(from) && from !== 'draft';
const weightOf = (step: CourseStep) => (isHandling(step) ? (weights[step.from] ?? 1) : 0);

const answers = new Set<string>(['answer_supplement', 'resubmit']);

/** What part of the time they have applicants take to answer: rather little, sometimes nearly all of it. */
const answerOf = (draw: Draw) => 0.02 + 0.93 * draw() ** 2;

interface Timed {
  readonly course: Course;
  readonly rule: ClockRule | null;
  readonly submittedAt: number;
  /** When a request made then lapses. */
  readonly lapsesAt: (requestedAt: number) => number;
}

/** When each step was made; steps after the day of the sample are not made yet and have no time. */
export function timesOf(
  { course, rule, submittedAt, lapsesAt }: Timed,
  office: OfficeLine,
  draw: Draw,
): number[] {
  const weight = course.reduce((sum, step) => sum + weightOf(step), 0);
  const share = (limitOf(rule) * paceOf(draw)) / Math.max(1, weight);
  const times = [submittedAt];
  let position = office.positionOf(submittedAt);
  for (let at = 1; at < course.length; at += 1) {
    const step = course[at];
    const before = times[at - 1] ?? submittedAt;
    if (step === undefined) break;
    if (answers.has(step.move))
      position = office.positionOf(before + (lapsesAt(before) - before) * answerOf(draw));
    else position += waitFor(step, draw) ?? share * weightOf(step) * (0.4 + 1.2 * draw());
    if (step.move === 'expire_payment') times.push(before + paymentDays * 24 * hour + 8 * hour);
    else if (step.move === 'expire_supplement') times.push(lapsesAt(before) + 8 * hour);
    else times.push(Math.max(before + 1000, office.instantOf(position)));
    if ((times[at] ?? 0) > standsAt) return times.slice(0, at);
  }
  return times;
}
