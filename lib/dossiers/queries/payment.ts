import 'server-only';
import { and, desc, eq } from 'drizzle-orm';
import { dossiers, feeObligations, payments } from '@/db/schema/dossiers';
import { query } from '@/lib/kernel/query';

/** How the last attempt to pay ended; null when nobody tried. */
export const findLastPayment = query<{ dossierId: string }, { state: string; at: Date } | null>({
  action: 'dossier.draft',
  async run({ db, input, within }) {
    const [last] = await db
      .select({ state: payments.state, at: payments.createdAt })
      .from(payments)
      .innerJoin(feeObligations, eq(feeObligations.id, payments.obligationId))
      .innerJoin(dossiers, eq(dossiers.id, feeObligations.dossierId))
      .where(
        and(
          eq(dossiers.id, input.dossierId),
          within({ owner: dossiers.ownerAccountId, organisation: dossiers.organisationId }),
        ),
      )
      .orderBy(desc(payments.createdAt))
      .limit(1);
    return last ?? null;
  },
});
