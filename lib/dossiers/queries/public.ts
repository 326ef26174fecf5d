import 'server-only';
import { and, desc, eq, getTableColumns, inArray, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import { dossiers, issuedPapers } from '@/db/schema/dossiers';
import { procedures } from '@/db/schema/procedures';
import { now } from '@/lib/kernel/clock';
import { type PublicReading, publicQuery } from '@/lib/kernel/query';
import { dossierStates } from '../workflow';

/** What anybody may know of a dossier whose code they hold: its stage and its date, nobody's name. */
export const trackDossier = publicQuery(async ({ db, input }: PublicReading<{ code: string }>) => {
  const [row] = await db
    .select({
      code: dossiers.code,
      state: dossiers.state,
      procedureVi: procedures.titleVi,
      procedureEn: procedures.titleEn,
      unit: dossiers.unit,
      submittedAt: dossiers.submittedAt,
      receivedAt: dossiers.receivedAt,
      dueAt: dossiers.dueAt,
      promisedAt: dossiers.promisedAt,
      endedAt: dossiers.endedAt,
      sample: dossiers.sample,
    })
    .from(dossiers)
    .innerJoin(procedures, eq(procedures.slug, dossiers.procedureSlug))
    .where(eq(dossiers.code, input.code));
  return row === undefined ? null : { ...row, publicStatus: dossierStates[row.state].public };
});

export type Verification =
  | { status: 'unknown' }
  | {
      status: 'valid' | 'corrected' | 'revoked' | 'expired';
      title: string;
      number: string | null;
      issuer: string;
      issuedAt: Date;
      expiresAt: Date | null;
      statusAt: Date | null;
      sha256: string;
      /** Number of the paper that holds in its place; known only of a corrected one. */
      successor: string | null;
      sample: boolean;
    };

type By = { capability: string } | { sha256: string };

const successor = alias(issuedPapers, 'successor');

/** Whether a paper is ours and still holds; nothing of its content is shown, and nothing at all without the key. */
export const verifyPaper = publicQuery<By, Verification>(async ({ db, input }) => {
  const [paper] = await db
    .select({ ...getTableColumns(issuedPapers), successor: successor.number })
    .from(issuedPapers)
    .leftJoin(successor, eq(successor.id, issuedPapers.successorId))
    .where(
      and(
        'capability' in input
          ? eq(issuedPapers.capability, input.capability)
          : eq(issuedPapers.sha256, input.sha256.toLowerCase()),
        inArray(issuedPapers.status, ['valid', 'corrected', 'revoked']),
      ),
    )
    .orderBy(desc(issuedPapers.issuedAt))
    .limit(1);
  if (paper === undefined || paper.status === 'draft') return { status: 'unknown' };
  const { title, number, issuer, issuedAt, expiresAt, statusAt, sha256, successor: next, sample } = paper;
  const expired = paper.status === 'valid' && expiresAt !== null && expiresAt < now();
  return {
    status: expired ? 'expired' : paper.status,
    title,
    number,
    issuer,
    issuedAt,
    expiresAt,
    statusAt,
    sha256,
    successor: next,
    sample,
  };
});

/** How long people really waited: the middle and the slow end of the last finished dossiers of a procedure. */
export const readWaitingTime = publicQuery(async ({ db, input }: PublicReading<{ procedure: string }>) => {
  const finished = db
    .select({
      days: sql<number>`extract(epoch from ${dossiers.endedAt} - ${dossiers.receivedAt}) / 86400`.as('days'),
    })
    .from(dossiers)
    .where(
      and(
        eq(dossiers.procedureSlug, input.procedure),
        inArray(dossiers.state, ['issued', 'returned', 'archived']),
      ),
    )
    .orderBy(desc(dossiers.endedAt))
    .limit(500)
    .as('finished');
  const [row] = await db
    .select({
      count: sql<number>`count(*)::int`,
      median: sql<number | null>`percentile_cont(0.5) within group (order by ${finished.days})`,
      slow: sql<number | null>`percentile_cont(0.9) within group (order by ${finished.days})`,
    })
    .from(finished);
  return row ?? { count: 0, median: null, slow: null };
});
