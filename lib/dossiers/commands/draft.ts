import 'server-only';
import { and, eq, sql } from 'drizzle-orm';
import type { Reader, Tx } from '@/db/client';
import { accounts, organisations, persons } from '@/db/schema/accounts';
import { dossierEvents, dossiers, supplements } from '@/db/schema/dossiers';
import { command } from '@/lib/kernel/command';
import { DomainError } from '@/lib/kernel/errors';
import { newCapability, newId } from '@/lib/kernel/ids';
import type { Actor, Grant } from '@/lib/policy/actor';
import { findVersionInForce, type PinnedProcedure } from '@/lib/procedures/queries';
import { prefillAnswers } from '../drafts/rules';
import { editableNow } from '../rules';
import { OpenDossier, SaveAnswers } from '../schema';
import { owesFee } from './fees';
import { type DossierRow, type FoundDossier, findDossier } from './find';

/** Opens a draft under the version of the procedure in force today; what registers know is filled in. */
export const openDossier = command({
  action: 'dossier.draft',
  input: OpenDossier,
  async find(reader, input, actor) {
    const procedure = await findVersionInForce(reader, input.procedure);
    if (procedure === null) throw new DomainError('not_found', 'procedure');
    const applicant = await findApplicant(reader, actor);
    return {
      record: { type: 'procedure', id: procedure.slug },
      subject: { owner: actor.accountId },
      procedure,
      applicant,
    };
  },
  run: ({ tx, actor, grant, input, found, now }) => {
    const { procedure, applicant } = found;
    return insertDraft(tx, {
      actor,
      grant,
      now,
      procedure,
      organisationId: applicant.organisationId,
      applicantName: applicant.organisationName ?? applicant.name,
      channel: input.channel,
      externalRef: input.externalRef ?? null,
      answers: prefillAnswers(procedure.definition, applicant),
    });
  },
  trace: ({ input }, { id, code }) => ({
    record: { type: 'dossier', id },
    detail: { procedure: input.procedure, code },
  }),
});

interface NewDraft {
  actor: Actor;
  grant: Grant;
  now: Date;
  procedure: PinnedProcedure;
  organisationId: string | null;
  applicantName: string;
  channel: DossierRow['channel'];
  externalRef: string | null;
  answers: Record<string, unknown>;
}

/** The row of a new draft with its opening event and what it owes from the start. */
export async function insertDraft(tx: Tx, draft: NewDraft): Promise<{ id: string; code: string }> {
  const { actor, grant, now, procedure, answers, ...rest } = draft;
  const { definition } = procedure;
  const id = newId(now);
  const draftCode = `N-${newCapability().slice(0, 12)}`;
  const [inserted] = await tx
    .insert(dossiers)
    .values({
      ...rest,
      id,
      draftCode,
      procedureSlug: procedure.slug,
      procedureVersion: procedure.version,
      state: 'draft',
      ownerAccountId: actor.accountId,
      unit: definition.unit,
      answers,
      createdAt: now,
      updatedAt: now,
      sample: actor.sample,
    })
    .onConflictDoNothing({ target: [dossiers.ownerAccountId, dossiers.externalRef] })
    .returning({ id: dossiers.id });
  if (inserted === undefined) throw new DomainError('conflict', 'external_ref');
  await tx.insert(dossierEvents).values(openingEvent({ id, actor, grant, now }));
  await owesFee(tx, { dossierId: id, definition, answers, moment: 'receipt', now });
  return { id, code: draftCode };
}

function openingEvent({ id, actor, grant, now }: { id: string; actor: Actor; grant: Grant; now: Date }) {
  return {
    dossierId: id,
    seq: 1,
    move: 'open' as const,
    action: 'dossier.draft',
    fromState: null,
    toState: 'draft' as const,
    actorId: actor.accountId,
    personId: actor.personId,
    actorName: actor.name,
    role: grant.role,
    scope: grant.scope,
    payload: {},
    at: now,
  };
}

/** What the registers and the account say of whoever applies. */
export async function findApplicant(reader: Reader, actor: Actor) {
  const [applicant] = await reader
    .select({
      name: accounts.name,
      email: accounts.email,
      phone: accounts.phone,
      personalId: persons.personalId,
      birthDate: persons.birthDate,
      organisationId: organisations.id,
      organisationName: organisations.name,
      taxCode: organisations.taxCode,
      address: organisations.address,
      representative: organisations.representative,
    })
    .from(accounts)
    .innerJoin(persons, eq(persons.id, accounts.personId))
    .leftJoin(organisations, eq(organisations.id, accounts.organisationId))
    .where(eq(accounts.id, actor.accountId));
  if (applicant === undefined) throw new DomainError('not_found', 'account');
  return applicant;
}

const findForApplicant = (reader: Reader, { code }: { code: string }) => findDossier(reader, code);

/** Keeps what was typed, right or wrong; outside a draft only what a supplement request reopened. */
export const saveAnswers = command({
  action: 'dossier.draft',
  sees: 'dossier.read',
  input: SaveAnswers,
  find: findForApplicant,
  async run({ tx, input, found, now }) {
    if (input.version !== undefined && input.version !== found.dossier.version)
      throw new DomainError('conflict', 'dossier.version');
    const known = new Set(found.definition.form.flatMap(({ fields }) => fields.map(({ code }) => code)));
    const unknown = Object.keys(input.answers).find((field) => !known.has(field));
    if (unknown !== undefined) throw new DomainError('not_found', `answers.${unknown}`);
    const refused = Object.keys(input.answers).find(
      (field) => !editableNow(found.facts, { kind: 'answer', field }),
    );
    if (refused !== undefined) throw new DomainError('denied', `answers.${refused}`);
    const answers = { ...found.dossier.answers, ...input.answers };
    const version = await touch(tx, found, { answers, now });
    await address(
      tx,
      found,
      Object.keys(input.answers).map((field) => `answers.${field}`),
    );
    if (found.facts.state === 'draft') {
      await owesFee(tx, {
        dossierId: found.dossier.id,
        definition: found.definition,
        answers,
        moment: 'receipt',
        now,
      });
    }
    return { version, savedAt: now };
  },
  trace: ({ input }) => ({ detail: { fields: Object.keys(input.answers) }, personal: input.answers }),
});

/** Counts the row's version on; whoever saw an older one is refused. */
export async function touch(
  tx: Tx,
  found: FoundDossier,
  { answers, now }: { answers?: Record<string, unknown>; now: Date },
): Promise<number> {
  const [row] = await tx
    .update(dossiers)
    .set({
      ...(answers === undefined ? {} : { answers }),
      updatedAt: now,
      version: sql`${dossiers.version} + 1`,
    })
    .where(and(eq(dossiers.id, found.dossier.id), eq(dossiers.version, found.dossier.version)))
    .returning({ version: dossiers.version });
  if (row === undefined) throw new DomainError('conflict', 'dossier.version');
  return row.version;
}

/** Remembers which items of an open supplement request have been dealt with. */
export async function address(
  tx: Tx,
  { openSupplement }: FoundDossier,
  components: readonly string[],
): Promise<void> {
  if (openSupplement === null) return;
  const asked = openSupplement.items.map(({ component }) => component);
  const addressed = [
    ...new Set([...openSupplement.addressed, ...components.filter((c) => asked.includes(c))]),
  ];
  await tx.update(supplements).set({ addressed }).where(eq(supplements.id, openSupplement.id));
}
