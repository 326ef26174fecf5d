import 'server-only';
import { and, desc, eq } from 'drizzle-orm';
import { dossiers } from '@/db/schema/dossiers';
import { complaints, dossierRatings } from '@/db/schema/feedback';
import { procedures } from '@/db/schema/procedures';
import { readCalendar } from '@/lib/kernel/calendar-in-force';
import { DomainError } from '@/lib/kernel/errors';
import { query } from '@/lib/kernel/query';
import { isRateable } from '../rules';
import { type ComplaintLine, earlier, lineColumns, lineOf } from './lines';

export interface DossierFeedback {
  dossierId: string;
  code: string;
  title: { vi: string; en: string };
  /** Whether there is a result to judge. */
  rateable: boolean;
  rating: { score: number; remark: string | null; ratedAt: Date } | null;
  complaints: ComplaintLine[];
}

/** What was said of one dossier, and what became of it. */
export const getFeedback = query<{ code: string }, DossierFeedback>({
  action: 'feedback.read',
  reads: ({ dossierId }) => [{ type: 'dossier', id: dossierId }],
  async run({ db, input, within }) {
    const [found] = await db
      .select({ dossier: dossiers, vi: procedures.titleVi, en: procedures.titleEn, rating: dossierRatings })
      .from(dossiers)
      .innerJoin(procedures, eq(procedures.slug, dossiers.procedureSlug))
      .leftJoin(dossierRatings, eq(dossierRatings.dossierId, dossiers.id))
      .where(
        and(
          within({ owner: dossiers.ownerAccountId, organisation: dossiers.organisationId }),
          eq(dossiers.code, input.code),
        ),
      );
    if (found === undefined) throw new DomainError('not_found', 'dossier');
    const { dossier, vi, en, rating } = found;
    const [rows, { calendar }] = await Promise.all([
      db
        .select(lineColumns)
        .from(complaints)
        .innerJoin(dossiers, eq(dossiers.id, complaints.dossierId))
        .leftJoin(earlier, eq(earlier.id, complaints.repeats))
        .where(eq(complaints.dossierId, dossier.id))
        .orderBy(desc(complaints.receivedAt), desc(complaints.id)),
      readCalendar(db),
    ]);
    return {
      dossierId: dossier.id,
      code: input.code,
      title: { vi, en },
      rateable: isRateable(dossier.state),
      rating: rating && { score: rating.score, remark: rating.remark, ratedAt: rating.ratedAt },
      complaints: rows.map((row) => lineOf(row, calendar)),
    };
  },
});
