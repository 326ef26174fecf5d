/**
 * The clock as a question in an address: `?from=…&amount=…&unit=…&pause=from/to&pause=…`.
 * An end is an ISO instant with offset, or a civil date read as 08:00 of that day; `pause=from/` is still open.
 */
import { z } from 'zod';
import { type CalendarDay, compileCalendar, dayNumberOf, instantAt } from '@/lib/kernel/calendar';
import { type ClockExplanation, explainDue } from '@/lib/kernel/clock-explanation';
import {
  type ClockEvent,
  type ClockRule,
  type ClockUnit,
  clockUnits,
  dueDate,
} from '@/lib/kernel/clock-rules';
import { type FieldIssue, InvalidInput } from '@/lib/kernel/errors';

/** About ten years of each unit: long enough for any limit in law, short enough to explain day by day. */
const LARGEST: Record<ClockUnit, number> = {
  working_day: 2_600,
  calendar_day: 3_660,
  working_hour: 20_000,
  month: 120,
};
const MOST_PAUSES = 100;
const LONGEST_SPAN_MS = 20 * 366 * 86_400_000;

const Moment = z.string().transform((text, context): Date => {
  const moment = momentOf(text.trim());
  if (moment !== null) return moment;
  context.addIssue({ code: 'custom', message: 'not_a_moment' });
  return z.NEVER;
});

/** A `+` that was not percent-encoded reaches us as a space. */
function momentOf(text: string): Date | null {
  try {
    if (/^\d{4}-\d{2}-\d{2}$/.test(text)) return instantAt(dayNumberOf(text), 480);
  } catch {
    return null;
  }
  const instant = text.replace(/ (?=\d{2}:?\d{2}$)/, '+');
  if (!z.iso.datetime({ offset: true }).safeParse(instant).success) return null;
  return new Date(instant);
}

const ClockQuestion = z
  .strictObject({
    from: Moment,
    amount: z.coerce.number({ error: 'not_a_number' }).int('not_whole').positive('not_positive'),
    unit: z.enum(clockUnits, { error: 'unknown_unit' }),
  })
  .refine(({ amount, unit }) => amount <= LARGEST[unit], { error: 'too_large', path: ['amount'] });

export interface ClockQuery {
  rule: ClockRule;
  events: ClockEvent[];
}

/** Throws `InvalidInput` naming `from`, `amount`, `unit` or `pause.N`, with a code from clock.json. */
export function parseClockQuery(params: URLSearchParams): ClockQuery {
  const single = ['from', 'amount', 'unit'].flatMap((name) =>
    params.has(name) ? [[name, params.get(name)]] : [],
  );
  const question = ClockQuestion.safeParse(Object.fromEntries(single));
  const missing = (path: string) => !params.has(path);
  const issues: FieldIssue[] = (question.error?.issues ?? []).map(({ path, message }) => {
    const field = path.join('.');
    return { path: field, code: missing(field) ? 'missing' : message };
  });
  const pauses = params.getAll('pause').map((text, index) => pauseOf(text, `pause.${index}`, issues));
  if (pauses.length > MOST_PAUSES) issues.push({ path: 'pause', code: 'too_many' });
  if (!question.success || issues.length > 0) throw new InvalidInput(issues);
  const { from, amount, unit } = question.data;
  const events: ClockEvent[] = [{ kind: 'start', at: from }, ...pauses.flat()];
  const far = events.some(({ at }) => Math.abs(at.getTime() - from.getTime()) > LONGEST_SPAN_MS);
  if (far) throw new InvalidInput([{ path: 'pause', code: 'too_far' }]);
  return { rule: { amount, unit }, events };
}

function pauseOf(text: string, path: string, issues: FieldIssue[]): ClockEvent[] {
  const [begin = '', end, ...rest] = text.split('/');
  const from = momentOf(begin.trim());
  const to = end === undefined || end.trim() === '' ? undefined : momentOf(end.trim());
  if (from === null || to === null || end === undefined || rest.length > 0) {
    issues.push({ path, code: 'not_a_pause' });
    return [];
  }
  if (to !== undefined && to < from) issues.push({ path, code: 'ends_before_it_begins' });
  const pause: ClockEvent = { kind: 'pause', at: from };
  return to === undefined ? [pause] : [pause, { kind: 'resume', at: to }];
}

export interface ClockAnswer extends ClockExplanation {
  /** When it would be due if the conditional days were enacted; null when that changes nothing. */
  dueIfConditional: Date | null;
}

export function answerClock({ rule, events }: ClockQuery, days: readonly CalendarDay[]): ClockAnswer {
  const explanation = explainDue(rule, events, compileCalendar(days));
  const other = dueDate(rule, events, compileCalendar(days, { assumeConditional: true })).due;
  const changes = other?.getTime() !== explanation.due?.getTime();
  return { ...explanation, dueIfConditional: changes ? other : null };
}
