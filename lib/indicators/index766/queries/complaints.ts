import 'server-only';
import { and, asc, eq, gte, inArray, lt } from 'drizzle-orm';
import type { Database } from '@/db/client';
import { dossiers } from '@/db/schema/dossiers';
import { complaints } from '@/db/schema/feedback';
import { asOf, isLate, stagesOf } from '@/lib/feedback/rules';
import { stages } from '@/lib/feedback/schema';
import { readCalendar } from '@/lib/kernel/calendar-in-force';
import type { UnknownReason } from '../define';
import type { IndexPart } from '../schema';
import type { FlagScope } from './flags';

/** What was counted for a row. */
export interface Counted {
  numerator: number;
  denominator: number;
  /** The rate is multiplied by it. */
  factor?: number;
  parts: readonly IndexPart[];
  reason?: UnknownReason;
  atMost?: boolean;
}

/** Rows counted from complaints received in the period, each judged stage by stage by the working calendar. */
export async function countComplaints(
  db: Database,
  { begins, ends, judgedAt, unit }: FlagScope,
): Promise<Partial<Record<string, Counted>>> {
  const [{ calendar }, received] = await Promise.all([
    readCalendar(db),
    db
      .select({ complaint: complaints })
      .from(complaints)
      .leftJoin(dossiers, eq(dossiers.id, complaints.dossierId))
      .where(
        and(
          gte(complaints.receivedAt, begins),
          lt(complaints.receivedAt, ends),
          unit === null ? undefined : eq(dossiers.unit, unit),
        ),
      )
      .orderBy(asc(complaints.receivedAt)),
  ]);
  const repeated = await readRepeated(
    db,
    received.map(({ complaint }) => complaint.id),
    judgedAt,
  );
  const judged = received.map(({ complaint }) => {
    const reading = stagesOf(asOf(complaint, judgedAt), calendar, judgedAt);
    return { ...complaint, reading, late: isLate(reading), repeated: repeated.has(complaint.id) };
  });
  const denominator = judged.length;
  const part = (key: IndexPart['key'], numerator: number, of = denominator): IndexPart => ({
    key,
    numerator,
    denominator: of,
  });
  const about = (subject: string) => judged.filter((one) => one.subject === subject).length;
  const late = judged.filter((one) => one.late).length;
  const unsatisfied = judged.filter(({ satisfied }) => satisfied === false).length;
  const again = judged.filter((one) => one.repeated).length;
  const poor = judged.filter((one) => one.late || one.repeated || one.satisfied === false).length;
  const byStage = stages.map((stage) => {
    const own = judged.flatMap(({ reading }) => reading.filter((one) => one.stage === stage));
    return part(stage, own.filter((one) => !one.late).length, own.length);
  });
  return {
    '766-5.1': {
      numerator: about('rules'),
      denominator,
      parts: [part('rules', about('rules')), part('conduct', about('conduct'))],
    },
    '766-5.2': {
      numerator: denominator - late,
      denominator,
      parts: byStage.filter((one) => one.denominator > 0),
    },
    '766-5.3': {
      numerator: denominator - poor,
      denominator,
      parts: [part('unsatisfied', unsatisfied), part('repeated', again), part('late', late)],
    },
  };
}

/** Those that were complained of again. */
async function readRepeated(db: Database, ids: string[], judgedAt: Date): Promise<Set<string>> {
  if (ids.length === 0) return new Set();
  const rows = await db
    .select({ id: complaints.repeats })
    .from(complaints)
    .where(and(inArray(complaints.repeats, ids), lt(complaints.receivedAt, judgedAt)));
  return new Set(rows.flatMap(({ id }) => (id === null ? [] : [id])));
}
