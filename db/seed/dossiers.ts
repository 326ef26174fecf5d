import 'server-only';
import { sql } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import { accounts, organisations, persons, roleGrants } from '@/db/schema/accounts';
import { auditActs } from '@/db/schema/audit';
import {
  clockEvents,
  componentMarks,
  dossierEvents,
  dossiers,
  feeObligations,
  supplements,
} from '@/db/schema/dossiers';
import { counters, messages } from '@/db/schema/outbox';
import type { DossierState } from '@/lib/dossiers/workflow';
import { readCalendar } from '@/lib/kernel/calendar-in-force';
import { isTold } from '@/lib/notifications/rules';
import { catalogue } from '@/lib/procedures/catalogue';
import { applicants, type SampleApplicant } from './applicants';
import { chance, share, uuidOf } from './chance';
import { pathsTo, shares } from './dossier-paths';
import { type Walked, walk } from './dossier-walk';
import { insertRows } from './rows';
import { units } from './units';

/** "A few hundred": fourteen for each of the 25 procedures. */
const perProcedure = 14;

/** Sample dossiers of every procedure in every state, each with a history the workflow allows. */
export async function seedDossiers(tx: Tx, at: Date): Promise<number> {
  const [known] = await tx.execute(sql`select 1 from dossiers where sample limit 1`);
  if (known !== undefined) return 0;
  await insertApplicants(tx, at);
  const { calendar } = await readCalendar(tx);
  const numbers = new Map(units.map(({ code, dossierCodeNumber }) => [code, dossierCodeNumber ?? '00']));
  const walked = plan().map(({ slug, state, nth }) => {
    const definition = catalogue.find((one) => one.slug === slug);
    if (definition === undefined) throw new Error(`no procedure ${slug}`);
    const paths = pathsTo[state];
    const moves = paths[nth % paths.length] ?? [];
    return walk({
      definition,
      state,
      moves,
      nth,
      calendar,
      at,
      unitNumber: numbers.get(definition.unit) ?? '00',
    });
  });
  await insertWalked(tx, numbered(walked));
  return walked.length;
}

/** Which states each procedure shows: the shares of the whole, dealt out so that every procedure gets its own mix. */
function plan(): { slug: string; state: DossierState; nth: number }[] {
  const states = Object.keys(shares) as DossierState[];
  const counts = share(
    catalogue.length * perProcedure,
    states.map((state) => shares[state]),
  );
  const dealt = states.flatMap((state, index) =>
    Array.from({ length: counts[index] ?? 0 }, (_, n) => ({ state, rank: chance(`deal:${state}:${n}`) })),
  );
  dealt.sort((a, b) => a.rank - b.rank);
  return dealt.map(({ state }, nth) => ({ slug: catalogue[nth % catalogue.length]?.slug ?? '', state, nth }));
}

/** Codes count per unit and day, in the order of submission. */
function numbered(walked: Walked[]): Walked[] {
  const submitted = walked.filter(({ dossier }) => dossier.submittedAt !== null);
  submitted.sort((a, b) => (a.dossier.submittedAt?.getTime() ?? 0) - (b.dossier.submittedAt?.getTime() ?? 0));
  const used = new Map<string, number>();
  for (const one of submitted) {
    const next = (used.get(one.series) ?? 0) + 1;
    used.set(one.series, next);
    one.number(next);
  }
  return walked;
}

async function insertWalked(tx: Tx, walked: readonly Walked[]): Promise<void> {
  await insertRows(
    tx,
    dossiers,
    walked.map(({ dossier }) => dossier),
  );
  for (let from = 0; from < walked.length; from += 50) {
    await tx.insert(dossierEvents).values(walked.slice(from, from + 50).flatMap(({ events }) => events));
  }
  await insertRows(
    tx,
    clockEvents,
    walked.flatMap(({ clock }) => clock),
  );
  await insertRows(
    tx,
    supplements,
    walked.flatMap((one) => one.supplements),
  );
  await insertRows(
    tx,
    componentMarks,
    walked.flatMap(({ marks }) => marks),
  );
  await insertRows(
    tx,
    feeObligations,
    walked.flatMap(({ fees }) => fees),
  );
  await insertRows(
    tx,
    auditActs,
    walked.flatMap(({ acts }) => acts),
  );
  await insertRows(tx, messages, walked.flatMap(messagesOf));
  const last = new Map<string, number>();
  for (const { series, sequence } of walked)
    if (sequence() > 0) last.set(series, Math.max(last.get(series) ?? 0, sequence()));
  await insertRows(
    tx,
    counters,
    [...last].map(([key, value]) => ({ key, value })),
  );
}

function messagesOf({ dossier, events }: Walked): (typeof messages.$inferInsert)[] {
  return events
    .filter(({ move }) => isTold(move))
    .map(({ move, seq, at }) => ({
      id: uuidOf(`message:${dossier.id}:${seq}`),
      accountId: dossier.ownerAccountId,
      dossierId: dossier.id,
      kind: move,
      params: { code: dossier.code ?? dossier.draftCode, subject: dossier.subject ?? '', seq },
      createdAt: at,
    }));
}

async function insertApplicants(tx: Tx, at: Date): Promise<void> {
  const invented = applicants.filter(({ invented: isInvented }) => isInvented);
  const ofOrganisation = (one: SampleApplicant) =>
    one.organisation === null ? [] : [{ ...one.organisation, sample: true }];
  await insertRows(tx, organisations, invented.flatMap(ofOrganisation));
  await insertRows(
    tx,
    persons,
    invented.map(({ personId, person }) => ({ id: personId, name: person, sample: true })),
  );
  await insertRows(
    tx,
    accounts,
    invented.map(({ accountId, personId, person, organisation }) => ({
      id: accountId,
      personId,
      issuer: 'citizen' as const,
      subject: `sample-${accountId}`,
      name: person,
      organisationId: organisation?.id ?? null,
      createdAt: at,
      sample: true,
    })),
  );
  await insertRows(
    tx,
    roleGrants,
    invented.map(({ accountId, organisation }) => ({
      id: uuidOf(`grant:${accountId}`),
      accountId,
      role: organisation === null ? ('applicant_citizen' as const) : ('applicant_org' as const),
      scope: organisation === null ? null : `org:${organisation.id}`,
      validFrom: at,
      reason: 'Dữ liệu mẫu',
    })),
  );
}
