import 'server-only';
import { and, desc, eq, inArray, lt } from 'drizzle-orm';
import { dossierEvents, dossiers } from '@/db/schema/dossiers';
import { procedures } from '@/db/schema/procedures';
import { query } from '@/lib/kernel/query';
import type { DossierMove, DossierState } from '../workflow';

export interface NewsLine {
  id: string;
  code: string;
  procedure: { vi: string; en: string };
  subject: string;
  move: string;
  state: DossierState;
  reason: string | null;
  at: Date;
}

const pageSize = 30;

/** What happened to one's dossiers, newest first; `moves` are those an applicant is told of. */
export const listNews = query<{ moves: readonly DossierMove[]; before?: Date | undefined }, NewsLine[]>({
  action: 'dossier.draft',
  async run({ db, input, within }) {
    const rows = await db
      .select({
        dossierId: dossiers.id,
        seq: dossierEvents.seq,
        code: dossiers.code,
        draftCode: dossiers.draftCode,
        vi: procedures.titleVi,
        en: procedures.titleEn,
        subject: dossiers.subject,
        move: dossierEvents.move,
        state: dossierEvents.toState,
        reason: dossierEvents.reason,
        at: dossierEvents.at,
      })
      .from(dossierEvents)
      .innerJoin(dossiers, eq(dossiers.id, dossierEvents.dossierId))
      .innerJoin(procedures, eq(procedures.slug, dossiers.procedureSlug))
      .where(
        and(
          within({ owner: dossiers.ownerAccountId, organisation: dossiers.organisationId }),
          inArray(dossierEvents.move, [...input.moves]),
          input.before === undefined ? undefined : lt(dossierEvents.at, input.before),
        ),
      )
      .orderBy(desc(dossierEvents.at))
      .limit(pageSize + 1);
    return rows.map(({ dossierId, seq, draftCode, vi, en, ...row }) => ({
      ...row,
      id: `${dossierId}-${seq}`,
      code: row.code ?? draftCode,
      procedure: { vi, en },
    }));
  },
});

export const newsPageSize = pageSize;
