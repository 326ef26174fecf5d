import 'server-only';
import { and, asc, eq } from 'drizzle-orm';
import type { Database } from '@/db/client';
import { componentMarks, dossierEvents, dossiers, supplements } from '@/db/schema/dossiers';
import { readCalendar } from '@/lib/kernel/calendar-in-force';
import { now } from '@/lib/kernel/clock';
import { explainDue } from '@/lib/kernel/clock-explanation';
import { nationalReading, standing } from '@/lib/kernel/clock-standing';
import { DomainError } from '@/lib/kernel/errors';
import { query } from '@/lib/kernel/query';
import type { Actor } from '@/lib/policy/actor';
import { barredBy, may } from '@/lib/policy/authorize';
import { lawfulMoves } from '../commands/advance';
import { ruleOf, toClockEvents } from '../commands/clock';
import { type FoundDossier, findDossierOnce, listClockEvents } from '../commands/find';
import { missingComponents, unmarkedComponents } from '../rules';
import { type DossierMove, dossierStates, moveRow } from '../workflow';
import { findName, listAttachments, listEvents, listFees, listPapers } from './parts';

/** A dossier with everything its page shows; out of reach it does not exist. */
export const getDossier = query<{ code: string }, DossierView>({
  action: 'dossier.read',
  reads: (result) => [{ type: 'dossier', id: result.id }],
  async run({ db, actor, input, within }) {
    const found = await findDossierOnce(db, input.code);
    const [visible] = await db
      .select({ id: dossiers.id })
      .from(dossiers)
      .where(
        and(
          eq(dossiers.id, found.dossier.id),
          within({
            owner: dossiers.ownerAccountId,
            organisation: dossiers.organisationId,
            unit: dossiers.unit,
            assignee: dossiers.assigneeId,
            invited: dossiers.expertIds,
          }),
        ),
      );
    if (visible === undefined || hiddenDraft(found, actor)) throw new DomainError('not_found', 'dossier');
    return readDossier(db, found, actor);
  },
});

/** A draft is its applicant's alone: no officer sees it before it is handed in. */
function hiddenDraft({ dossier, subject }: FoundDossier, actor: Actor): boolean {
  const isDraft = dossier.state === 'draft' || dossier.state === 'cancelled';
  return isDraft && !may(actor, 'dossier.draft', subject);
}

export type DossierView = Awaited<ReturnType<typeof readDossier>>;

async function readDossier(db: Database, found: FoundDossier, actor: Actor) {
  const { dossier, definition, facts, openSupplement } = found;
  const at = now();
  const [events, attachments, papers, fees, marks, requests, clock, assignee, moves] = await Promise.all([
    listEvents(db, dossier.id),
    listAttachments(db, dossier.id),
    listPapers(db, dossier.id),
    listFees(db, dossier.id),
    db.select().from(componentMarks).where(eq(componentMarks.dossierId, dossier.id)),
    db
      .select()
      .from(supplements)
      .where(eq(supplements.dossierId, dossier.id))
      .orderBy(asc(supplements.requestedAt)),
    readClock(db, found),
    dossier.assigneeId === null ? null : findName(db, dossier.assigneeId),
    movesFor(db, found, actor),
  ]);
  const { id, code, draftCode, state, applicantName, subject, unit, channel, answers, version } = dossier;
  const {
    submittedAt,
    receivedAt,
    dueAt,
    promisedAt,
    pausedAt,
    endedAt,
    supplementDueAt,
    updatedAt,
    decision,
    sample,
  } = dossier;
  return {
    id,
    code: code ?? draftCode,
    isDraft: code === null,
    state,
    publicStatus: dossierStates[state].public,
    applicantName,
    subject,
    unit,
    channel,
    externalRef: dossier.externalRef,
    answers,
    version,
    definition,
    submittedAt,
    receivedAt,
    dueAt,
    promisedAt,
    pausedAt,
    endedAt,
    supplementDueAt,
    updatedAt,
    decision,
    sample,
    assignee,
    events,
    attachments,
    papers,
    fees,
    marks: marks.map(({ component, verdict, note }) => ({ component, verdict, note })),
    supplements: requests,
    openSupplement,
    requestedItems: facts.requestedItems,
    missing: missingComponents(facts),
    unmarked: unmarkedComponents(facts),
    clock,
    moves,
    now: at,
  };
}

/** Moves this person may make now: lawful by the table, allowed by the policy, not barred by an earlier act. */
async function movesFor(db: Database, found: FoundDossier, actor: Actor): Promise<DossierMove[]> {
  const done = await db
    .selectDistinct({ action: dossierEvents.action })
    .from(dossierEvents)
    .where(and(eq(dossierEvents.dossierId, found.dossier.id), eq(dossierEvents.personId, actor.personId)));
  const acts = new Set(done.map(({ action }) => action));
  return lawfulMoves(found, now()).filter((move) => {
    const { action } = moveRow(move);
    return may(actor, action, found.subject) && !barredBy(action).some((first) => acts.has(first));
  });
}

/** The clock of a dossier, explained day by day; both readings side by side. Null before acceptance. */
async function readClock(db: Database, { dossier, definition }: FoundDossier) {
  const rule = ruleOf(definition, dossier.answers);
  if (rule === null || dossier.receivedAt === null) return null;
  const { calendar } = await readCalendar(db);
  const events = toClockEvents(await listClockEvents(db, dossier.id));
  const subject = { rule, events, calendar, now: now() };
  return {
    rule,
    ...explainDue(rule, events, calendar),
    standing: standing(subject),
    national: nationalReading(subject),
  };
}
