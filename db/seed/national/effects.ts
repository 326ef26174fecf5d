import { supplementDeadline } from '@/lib/dossiers/papers/rules';
import type { DossierMove } from '@/lib/dossiers/workflow';
import { dayNumberAt } from '@/lib/kernel/calendar';
import type { Event, Walked, World } from './dossier';
import { type Draw, idAt } from './draws';
import type { FilledForm } from './forms';
import { officersOf } from './people';

export interface Means {
  readonly world: World;
  readonly draw: Draw;
  readonly reviewer: () => string;
}
type Effect = (walked: Walked, event: Event, means: Means) => void;

/** What single moves leave on the dossier besides its state, as the portal's own commands do. */
export const effects: Partial<Record<DossierMove, Effect>> = {
  submit(walked, { at }) {
    walked.submittedAt = at;
    for (const fee of walked.fees) fee.settledAt = at;
  },
  assign: assign,
  reassign: assign,
  ask_before_intake: request,
  ask_supplement(walked, event, means) {
    walked.rounds += 1;
    request(walked, event, means);
  },
  answer_supplement: answer,
  resubmit: answer,
  request_fee({ fees }, { at }, { draw }) {
    fees.push({
      id: idAt(at.getTime(), draw),
      amount: 300_000,
      moment: 'supplement',
      createdAt: at,
      settledAt: null,
    });
  },
  settle_fee({ fees }, { at }) {
    const open = fees.at(-1);
    if (open !== undefined) open.settledAt = at;
  },
  consult: invite,
  convene_council: invite,
  end_consultation: dismiss,
  end_council: dismiss,
  draft_result: (walked, event) => decide(walked, event, 'grant'),
  propose_refusal: (walked, event) => decide(walked, event, 'refuse'),
  refuse_remediation: (walked, event) => decide(walked, event, 'refuse'),
  reopen_review(walked) {
    walked.decision = null;
    walked.checkedBy = null;
  },
  check(walked, { by }) {
    walked.checkedBy = by.accountId;
  },
  return_for_rework(walked) {
    walked.checkedBy = null;
  },
};

function assign(walked: Walked, _: Event, { reviewer }: Means): void {
  walked.assigneeId = reviewer();
}

function request(walked: Walked, { at }: Event, { draw, world }: Means): void {
  walked.requests.push({
    id: idAt(at.getTime(), draw),
    round: walked.rounds,
    requestedAt: at,
    dueAt: deadlineOf(walked.form, at, world),
    answeredAt: null,
  });
}

function answer({ requests }: Walked, { at }: Event): void {
  const open = requests.at(-1);
  if (open !== undefined) open.answeredAt = at;
}

function invite(walked: Walked, _: Event, { draw }: Means): void {
  const experts = officersOf(walked.form.definition.unit, 'expert');
  const first = Math.floor(draw() * experts.length);
  walked.experts = [0, 1].flatMap((step) => experts[(first + step) % experts.length]?.accountId ?? []);
}

function dismiss(walked: Walked): void {
  walked.experts = [];
}

function decide(walked: Walked, { by }: Event, outcome: 'grant' | 'refuse'): void {
  walked.checkedBy = null;
  walked.decision = { outcome, draftedBy: by.accountId ?? '' };
}

/** Last moment to answer a request; remembered, because it depends on the procedure and the day alone. */
export function deadlineOf(
  { definition }: FilledForm,
  requestedAt: Date,
  { calendar, deadlines }: World,
): Date {
  const key = `${definition.slug}:${dayNumberAt(requestedAt)}`;
  const known = deadlines.get(key);
  if (known !== undefined) return known;
  const deadline = supplementDeadline(definition, requestedAt, calendar);
  deadlines.set(key, deadline);
  return deadline;
}
