import 'server-only';
import { and, desc, eq, isNotNull, lt, or } from 'drizzle-orm';
import { dossiers } from '@/db/schema/dossiers';
import { complaints } from '@/db/schema/feedback';
import { procedures } from '@/db/schema/procedures';
import { decodeTimeCursor, encodeCursor } from '@/lib/kernel/pagination';
import { publicQuery } from '@/lib/kernel/query';
import type { ComplaintSubject } from '../schema';

export interface PublishedAnswer {
  code: string;
  subject: ComplaintSubject;
  procedure: { vi: string; en: string } | null;
  answer: string;
  receivedAt: Date;
  publishedAt: Date;
  sample: boolean;
}

const pageSize = 20;

/** Published answers, the newest first: what was answered and on which procedure; who asked, and in what words, stays private. */
export const listPublishedAnswers = publicQuery<
  { after?: string | undefined },
  { rows: PublishedAnswer[]; next: string | null }
>(async ({ db, input }) => {
  const cursor = decodeTimeCursor(input.after);
  const past =
    cursor === null || cursor.value === null
      ? undefined
      : or(
          lt(complaints.publishedAt, new Date(cursor.value)),
          and(eq(complaints.publishedAt, new Date(cursor.value)), lt(complaints.id, cursor.id)),
        );
  const found = await db
    .select({
      id: complaints.id,
      code: complaints.code,
      subject: complaints.subject,
      vi: procedures.titleVi,
      en: procedures.titleEn,
      answer: complaints.answer,
      receivedAt: complaints.receivedAt,
      publishedAt: complaints.publishedAt,
      sample: complaints.sample,
    })
    .from(complaints)
    .leftJoin(dossiers, eq(dossiers.id, complaints.dossierId))
    .leftJoin(procedures, eq(procedures.slug, dossiers.procedureSlug))
    .where(and(eq(complaints.state, 'published'), isNotNull(complaints.publishedAt), past))
    .orderBy(desc(complaints.publishedAt), desc(complaints.id))
    .limit(pageSize + 1);
  const page = found.slice(0, pageSize);
  const last = found.length > pageSize ? page.at(-1) : undefined;
  return {
    rows: page.flatMap(({ id: _, vi, en, answer, publishedAt, ...row }) =>
      answer === null || publishedAt === null
        ? []
        : [{ ...row, answer, publishedAt, procedure: vi === null || en === null ? null : { vi, en } }],
    ),
    next:
      last === undefined
        ? null
        : encodeCursor({ value: last.publishedAt?.toISOString() ?? null, id: last.id }),
  };
});
