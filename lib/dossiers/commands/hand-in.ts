import 'server-only';
import { and, eq, inArray, sql } from 'drizzle-orm';
import type { Reader, Tx } from '@/db/client';
import { accounts } from '@/db/schema/accounts';
import { documents } from '@/db/schema/documents';
import { dossierDocuments, dossiers } from '@/db/schema/dossiers';
import { civilDateAt } from '@/lib/kernel/calendar';
import { command } from '@/lib/kernel/command';
import { DomainError, type FieldIssue, InvalidInput } from '@/lib/kernel/errors';
import { newId } from '@/lib/kernel/ids';
import type { Actor } from '@/lib/policy/actor';
import type { ProcedureDefinition } from '@/lib/procedures/define';
import { findVersionInForce } from '@/lib/procedures/queries';
import { HandInDossier } from '../api/schema';
import { applicantNamedIn, prefillAnswers } from '../drafts/rules';
import type { DossierState } from '../workflow';
import { findApplicant, insertDraft } from './draft';
import { type DossierRow, type FoundDossier, findDossier } from './find';
import { refreshPayment, startPayment } from './pay';
import { completeAnswers, submitDossier } from './submit';

/** The account the National Public Service Portal calls with; what comes through it carries that channel. */
const nationalPortal = 'npsp';

export interface HandedIn {
  code: string;
  state: DossierState;
  feeDue: { amount: number; payUrl: string | null } | null;
  receipt: { capability: string; sha256: string } | null;
}

/** A whole dossier in one call: all of it is kept and, when nothing is owed, submitted; or none of it is. */
export async function handIn(actor: Actor, input: HandInDossier): Promise<HandedIn> {
  const { code, unpaid } = await keepWhole(actor, input);
  if (unpaid > 0) return owing(actor, code, unpaid);
  if (input.submit === false) return { code, state: 'draft', feeDue: null, receipt: null };
  return submitted(actor, code).catch((cause: unknown) => {
    // The dossier is kept; a storage that does not answer now must not make the caller send it again.
    if (!(cause instanceof DomainError) || cause.code !== 'unavailable') throw cause;
    return { code, state: 'draft' as const, feeDue: null, receipt: null };
  });
}

/** Submits a draft kept before, once its fee is settled; the payment platform is asked, not the caller. */
export async function submitKept(actor: Actor, code: string): Promise<HandedIn> {
  await refreshPayment(actor, { code });
  return submitted(actor, code);
}

async function submitted(actor: Actor, code: string): Promise<HandedIn> {
  return { ...(await submitDossier(actor, { code })), feeDue: null };
}

async function owing(actor: Actor, code: string, amount: number): Promise<HandedIn> {
  const payUrl = await startPayment(actor, { code }).then(
    (bill) => bill.payUrl,
    (cause: unknown) => {
      if (cause instanceof DomainError) return null;
      throw cause;
    },
  );
  return { code, state: 'draft', feeDue: { amount, payUrl }, receipt: null };
}

const keepWhole = command({
  action: 'dossier.draft',
  input: HandInDossier,
  async find(reader, input, actor) {
    const procedure = await findVersionInForce(reader, input.procedure);
    if (procedure === null) throw new InvalidInput([{ path: 'procedure', code: 'unknown_procedure' }]);
    await assertNewRef(reader, actor, input.externalRef);
    const sender = await findSender(reader, actor);
    return {
      record: { type: 'procedure', id: procedure.slug },
      subject: { owner: actor.accountId },
      procedure,
      sender,
    };
  },
  async run({ tx, actor, grant, input, found, now }) {
    const { procedure, sender } = found;
    const applicant = await findApplicant(tx, actor);
    // A partner applies for somebody else: its own name and address must not fill that person's form.
    const known = sender.isPartner ? {} : prefillAnswers(procedure.definition, applicant);
    const own = applicant.organisationName ?? applicant.name;
    const { id, code } = await insertDraft(tx, {
      actor,
      grant,
      now,
      procedure,
      organisationId: applicant.organisationId,
      applicantName: sender.isPartner ? (applicantNamedIn(procedure.definition, input.answers) ?? own) : own,
      channel: sender.channel,
      externalRef: input.externalRef ?? null,
      answers: { ...known, ...input.answers },
    });
    const wrongPapers = await attachAll(tx, {
      id,
      definition: procedure.definition,
      papers: input.documents,
      actor,
      now,
    });
    const kept = await findDossier(tx, code);
    assertComplete(kept, { wrongPapers, submit: input.submit, today: civilDateAt(now) });
    return { id, code, unpaid: kept.facts.unpaid };
  },
  trace: ({ input }, { id, code }) => ({
    record: { type: 'dossier', id },
    detail: { procedure: input.procedure, code, externalRef: input.externalRef, documents: input.documents },
    personal: input.answers,
  }),
});

/** Two calls with the same key at once: the second waits here and then finds the first one's dossier. */
async function assertNewRef(reader: Reader, actor: Actor, externalRef: string | undefined): Promise<void> {
  if (externalRef === undefined) return;
  const lock = `external-ref:${actor.accountId}:${externalRef}`;
  await reader.execute(sql`select pg_advisory_xact_lock(hashtextextended(${lock}, 0))`);
  const [known] = await reader
    .select({ id: dossiers.id })
    .from(dossiers)
    .where(and(eq(dossiers.ownerAccountId, actor.accountId), eq(dossiers.externalRef, externalRef)));
  if (known !== undefined) throw new DomainError('conflict', 'externalRef');
}

async function findSender(
  reader: Reader,
  actor: Actor,
): Promise<{ isPartner: boolean; channel: DossierRow['channel'] }> {
  const [account] = await reader
    .select({ issuer: accounts.issuer, subject: accounts.subject })
    .from(accounts)
    .where(eq(accounts.id, actor.accountId));
  const isPartner = account?.issuer === 'partner';
  return { isPartner, channel: isPartner && account.subject === nationalPortal ? 'npsp' : 'ministry_portal' };
}

interface Papers {
  id: string;
  definition: ProcedureDefinition;
  papers: Readonly<Record<string, readonly string[]>>;
  actor: Actor;
  now: Date;
}

/** Hands stored papers in for their components; answers what was wrong with any of them. */
async function attachAll(tx: Tx, { id, definition, papers, actor, now }: Papers): Promise<FieldIssue[]> {
  const given = Object.entries(papers).flatMap(([component, ids]) =>
    ids.map((documentId, index) => ({ component, documentId, path: `documents.${component}.${index}` })),
  );
  const own = await findOwn(
    tx,
    actor,
    given.map(({ documentId }) => documentId),
  );
  const issues = [
    ...Object.entries(papers).flatMap(([code, ids]) => componentIssues(definition, code, ids.length)),
    ...given
      .filter(({ documentId }) => !own.has(documentId))
      .map(({ path }) => ({ path, code: 'unknown_document' })),
  ];
  const kept = given.filter(({ documentId }) => own.has(documentId));
  if (issues.length === 0 && kept.length > 0) {
    await tx.insert(dossierDocuments).values(
      kept.map(({ component, documentId }) => ({
        id: newId(now),
        dossierId: id,
        component,
        documentId,
        attachedAt: now,
        attachedBy: actor.accountId,
      })),
    );
  }
  return issues;
}

function componentIssues(definition: ProcedureDefinition, code: string, files: number): FieldIssue[] {
  const component = definition.components.find((one) => one.code === code);
  if (component === undefined) return [{ path: `documents.${code}`, code: 'unknown_component' }];
  const limit = Math.max(1, component.maxFiles);
  return files > limit ? [{ path: `documents.${code}`, code: 'too_many_files', params: { limit } }] : [];
}

async function findOwn(tx: Tx, actor: Actor, ids: string[]): Promise<Set<string>> {
  if (ids.length === 0) return new Set();
  const organisations = actor.grants.flatMap(({ scope }) =>
    scope?.startsWith('org:') ? [scope.slice('org:'.length)] : [],
  );
  const rows = await tx
    .select({
      id: documents.id,
      account: documents.ownerAccountId,
      organisation: documents.ownerOrganisationId,
    })
    .from(documents)
    .where(and(inArray(documents.id, ids), eq(documents.status, 'active')));
  const own = rows.filter(
    ({ account, organisation }) =>
      account === actor.accountId || (organisation !== null && organisations.includes(organisation)),
  );
  return new Set(own.map(({ id }) => id));
}

/** Everything wrong at once, named as the caller sent it; a draft may still be incomplete. */
function assertComplete(
  kept: FoundDossier,
  { wrongPapers, submit, today }: { wrongPapers: FieldIssue[]; submit: boolean; today: string },
): void {
  const issues = submit ? [...incompleteness(kept, today), ...wrongPapers] : wrongPapers;
  const sent = wrongPapers.map(({ path }) => path);
  const named = issues.filter(
    ({ path, code }) => code !== 'component_missing' || !sent.some((one) => `${one}.`.startsWith(`${path}.`)),
  );
  if (named.length > 0) throw new InvalidInput(named);
}

function incompleteness(kept: FoundDossier, today: string): FieldIssue[] {
  try {
    completeAnswers(kept, today);
    return [];
  } catch (cause) {
    if (!(cause instanceof InvalidInput)) throw cause;
    return cause.issues.map(({ path, ...issue }) => ({
      ...issue,
      path: path.startsWith('component:')
        ? `documents.${path.slice('component:'.length)}`
        : `answers.${path}`,
    }));
  }
}
