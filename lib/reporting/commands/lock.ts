import 'server-only';
import { and, asc, eq, inArray, sql } from 'drizzle-orm';
import { database } from '@/db/client';
import { facilities } from '@/db/schema/facilities';
import { reportEvents, reports } from '@/db/schema/reporting';
import { DomainError } from '@/lib/kernel/errors';
import { query } from '@/lib/kernel/query';
import type { Actor } from '@/lib/policy/actor';
import { type LockOutcome, LockReports } from '../schema';
import { moveReport } from './move';

const atOnce = 100;
/** Side by side: they wait for one another only when they are numbered, at commit. */
const abreast = 4;

/** What the actor verified itself comes last: somebody else must lock it, and it keeps nothing else waiting. */
const verifiedBy = ({ personId }: Actor) =>
  sql`exists (select 1 from ${reportEvents} where ${reportEvents.reportId} = ${reports.id}
    and ${reportEvents.personId} = ${personId} and ${reportEvents.action} = 'report.verify')`;

interface Candidate {
  id: string;
  version: number;
}

/** The verified reports in reach, or the named ones whatever their state: each is told its own refusal. */
const listCandidates = query<LockReports, Candidate[]>({
  action: 'report.lock',
  run: ({ actor, input: { periodId, formId, unitCode, ids }, within }) =>
    database()
      .select({ id: reports.id, version: reports.version })
      .from(reports)
      .innerJoin(facilities, eq(facilities.id, reports.facilityId))
      .where(
        and(
          within({ unit: facilities.unitCode, facility: facilities.id }),
          eq(reports.periodId, periodId),
          eq(reports.formId, formId),
          unitCode === undefined ? undefined : eq(facilities.unitCode, unitCode),
          ids === undefined ? eq(reports.state, 'verified') : inArray(reports.id, ids),
        ),
      )
      .orderBy(asc(verifiedBy(actor)), asc(reports.id))
      .limit(atOnce + 1),
});

/**
 * Locks many, each in a transaction of its own: one that may not be locked keeps nothing else from it, and a call
 * that ends half-way is simply made again.
 */
export async function lockReports(actor: Actor, raw: LockReports): Promise<LockOutcome> {
  const input = LockReports.parse(raw);
  const found = await listCandidates(actor, input);
  const unknown = (input.ids ?? []).filter((id) => !found.some((one) => one.id === id));
  const outcome: LockOutcome = {
    locked: 0,
    refused: unknown.map((id) => ({ id, code: 'not_found' })),
    more: found.length > atOnce,
  };
  const waiting = found.slice(0, atOnce);
  for (let from = 0; from < waiting.length; from += abreast) {
    const batch = waiting.slice(from, from + abreast);
    const codes = await Promise.all(batch.map((one) => lockOne(actor, one)));
    for (const [at, { id }] of batch.entries()) {
      const code = codes[at] ?? null;
      if (code === null) outcome.locked += 1;
      else outcome.refused.push({ id, code });
    }
  }
  return outcome;
}

async function lockOne(actor: Actor, { id, version }: Candidate): Promise<string | null> {
  try {
    await moveReport(actor, { move: 'lock', reportId: id, version });
    return null;
  } catch (cause) {
    if (cause instanceof DomainError) return cause.code;
    throw cause;
  }
}
