import { toClockEvents } from '@/lib/dossiers/commands/clock';
import { closeOfBusiness } from '@/lib/dossiers/papers/rules';
import { dossierCode, isEnded } from '@/lib/dossiers/rules';
import { addWorkingDays, type Calendar, dateOf, dayNumberAt } from '@/lib/kernel/calendar';
import { dueDate } from '@/lib/kernel/clock-rules';
import type { Course, CourseStep } from './courses';
import type { Event, Walked, World } from './dossier';
import { type Draw, draftCodeOf, idAt } from './draws';
import { deadlineOf, effects } from './effects';
import type { FilledForm } from './forms';
import { type Acting, type Applicant, officerFor, officerRole, system } from './people';
import { timesOf } from './timing';

export interface Journey {
  /** Its place among all dossiers of the nation. */
  readonly nth: number;
  readonly form: FilledForm;
  readonly applicant: Applicant;
  readonly course: Course;
  readonly openedAt: Date;
  readonly submittedAt: number;
  readonly channel: Walked['channel'];
  readonly unitNumber: string;
  /** The civil day of the submission. */
  readonly date: string;
  /** Number of the day in the unit; null for a draft. */
  readonly number: number | null;
  readonly draw: Draw;
}

/** Takes one dossier along its course; clock and deadlines are those of the portal's own rules. */
export function walk(journey: Journey, world: World): Walked {
  const { form, course, draw, openedAt } = journey;
  const walked = opened(journey);
  const lapsesAt = (requestedAt: number) => deadlineOf(form, new Date(requestedAt), world).getTime();
  const times = timesOf(
    { course, rule: form.rule, submittedAt: journey.submittedAt, lapsesAt },
    world.office,
    draw,
  );
  const officers = crewOf(journey);
  for (let at = 0; at < times.length; at += 1) {
    const step = course[at];
    if (step === undefined) break;
    if (step.move === 'reassign') officers.delete('reviewer');
    const event = { seq: at + 2, step, by: officers.by(step), at: new Date(times[at] ?? openedAt) };
    walked.events.push(event);
    walked.state = step.to;
    if (step.effect !== null) runClock(walked, event, world);
    if (walked.endedAt === null && isEnded(step.to)) walked.endedAt = event.at;
    effects[step.move]?.(walked, event, { world, draw, reviewer: officers.reviewer });
  }
  if (walked.clock.length > 0) walked.dueAt = dueOf(walked, world.calendar);
  return walked;
}

function opened({
  nth,
  form,
  applicant,
  channel,
  openedAt,
  unitNumber,
  date,
  number,
  draw,
}: Journey): Walked {
  const id = idAt(openedAt.getTime(), draw);
  const fee = { id: idAt(openedAt.getTime(), draw), amount: form.fee, createdAt: openedAt, settledAt: null };
  return {
    id,
    draftCode: draftCodeOf(nth, draw),
    code: number === null ? null : dossierCode({ unitNumber, day: date, number }),
    form,
    applicant,
    subject: form.subject(draw, applicant),
    channel,
    openedAt,
    events: [],
    clock: [],
    requests: [],
    fees: form.fee > 0 ? [{ ...fee, moment: 'receipt' }] : [],
    state: 'draft',
    assigneeId: null,
    checkedBy: null,
    decision: null,
    experts: [],
    submittedAt: null,
    receivedAt: null,
    dueAt: null,
    promisedAt: null,
    pausedAt: null,
    endedAt: null,
    rounds: 0,
  };
}

/** One officer a role for the whole dossier, chosen when first needed. */
function crewOf({ form, applicant, draw }: Journey) {
  const chosen = new Map<string, Acting & { accountId: string }>();
  const inRole = (role: Parameters<typeof officerFor>[2]) => {
    const known = chosen.get(role);
    if (known !== undefined) return known;
    const officer = officerFor(draw, form.definition.unit, role);
    chosen.set(role, officer);
    return officer;
  };
  return {
    by: ({ action }: CourseStep): Acting => {
      if (action === 'dossier.expire') return system;
      const role = officerRole(action);
      return role === null ? applicant : inRole(role);
    },
    reviewer: () => inRole('reviewer').accountId,
    delete: (role: string) => chosen.delete(role),
  };
}

function dueOf({ form, clock }: Walked, calendar: Calendar): Date | null {
  return form.rule === null ? null : dueDate(form.rule, toClockEvents(clock), calendar).due;
}

function runClock(walked: Walked, { seq, step, at }: Event, { calendar }: World): void {
  const { effect, move } = step;
  if (effect === null) return;
  const until = effect === 'extend' ? laterThan(walked.promisedAt ?? at, calendar) : null;
  walked.clock.push({ kind: effect, at, until, eventSeq: seq, move, paper: null });
  walked.pausedAt = effect === 'pause' ? at : null;
  if (effect === 'start') walked.receivedAt = at;
  if (effect === 'start' || effect === 'extend')
    walked.promisedAt = dueOf(walked, calendar) ?? walked.promisedAt;
}

/** Five working days after what was promised. */
function laterThan(promised: Date, calendar: Calendar): Date {
  return closeOfBusiness(dateOf(addWorkingDays(calendar, dayNumberAt(promised), 5)));
}
