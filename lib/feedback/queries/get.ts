import 'server-only';
import { and, eq, sql } from 'drizzle-orm';
import { accounts } from '@/db/schema/accounts';
import { dossiers } from '@/db/schema/dossiers';
import { complaints } from '@/db/schema/feedback';
import { procedures } from '@/db/schema/procedures';
import { readCalendar } from '@/lib/kernel/calendar-in-force';
import { now } from '@/lib/kernel/clock';
import { DomainError } from '@/lib/kernel/errors';
import { query } from '@/lib/kernel/query';
import { openDays, type StageReading, stagesOf } from '../rules';
import { type ComplaintLine, complaintOwnership, earlier, lineColumns, lineOf } from './lines';

export interface ComplaintDetail extends ComplaintLine {
  procedure: { vi: string; en: string } | null;
  body: string;
  madeBy: string;
  asked: { text: string; at: Date } | null;
  supplied: { text: string; at: Date } | null;
  answer: { text: string; at: Date; by: string | null } | null;
  publishedAt: Date | null;
  stages: StageReading[];
  /** Until when it may still be refused or added to in time. */
  until: Record<'refuse' | 'ask', Date | null>;
  /** A later complaint of the same matter. */
  repeatedBy: string | null;
  version: number;
}

/** One complaint with its course; who complained sees the answer, not the officer's name. */
export const getComplaint = query<{ complaint: string }, ComplaintDetail>({
  action: 'feedback.read',
  reads: ({ id }) => [{ type: 'complaint', id }],
  async run({ db, input, within }) {
    const [found] = await db
      .select({
        ...lineColumns,
        maker: accounts.name,
        officer: sql<string | null>`(select o.name from accounts o where o.id = ${complaints.answeredBy})`,
        vi: procedures.titleVi,
        en: procedures.titleEn,
        repeatedBy: sql<
          string | null
        >`(select l.code from complaints l where l.repeats = ${complaints.id} order by l.received_at desc limit 1)`,
      })
      .from(complaints)
      .innerJoin(accounts, eq(accounts.id, complaints.madeBy))
      .leftJoin(dossiers, eq(dossiers.id, complaints.dossierId))
      .leftJoin(procedures, eq(procedures.slug, dossiers.procedureSlug))
      .leftJoin(earlier, eq(earlier.id, complaints.repeats))
      .where(and(within(complaintOwnership), eq(complaints.code, input.complaint)));
    if (found === undefined) throw new DomainError('not_found', 'complaint');
    const { complaint, vi, en } = found;
    const { calendar } = await readCalendar(db);
    const said = (text: string | null, at: Date | null) =>
      text === null || at === null ? null : { text, at };
    const answer = said(complaint.answer, complaint.answeredAt);
    return {
      ...lineOf(found, calendar),
      procedure: vi === null || en === null ? null : { vi, en },
      body: complaint.body,
      madeBy: found.maker,
      asked: said(complaint.asked, complaint.askedAt),
      supplied: said(complaint.supplement, complaint.suppliedAt),
      answer: answer && { ...answer, by: found.officer },
      publishedAt: complaint.publishedAt,
      stages: stagesOf(complaint, calendar, now()),
      until: openDays(complaint, calendar),
      repeatedBy: found.repeatedBy,
      version: complaint.version,
    };
  },
});
