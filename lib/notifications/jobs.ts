import 'server-only';
import { and, eq, sql } from 'drizzle-orm';
import { database, transaction } from '@/db/client';
import { accounts } from '@/db/schema/accounts';
import { dossierEvents, dossiers } from '@/db/schema/dossiers';
import { messages } from '@/db/schema/outbox';
import { dossierMoved } from '@/lib/dossiers/events';
import { newId } from '@/lib/kernel/ids';
import { defineJob } from '@/lib/kernel/outbox';
import { isTold } from './rules';

/** Tells the applicant what happened; delivered once, however often the job runs. */
export const tellApplicant = defineJob(dossierMoved, async ({ dossierId, seq, move }) => {
  if (!isTold(move)) return;
  const [told] = await database()
    .select({
      accountId: accounts.id,
      code: dossiers.code,
      draftCode: dossiers.draftCode,
      subject: dossiers.subject,
      at: dossierEvents.at,
    })
    .from(dossiers)
    .innerJoin(accounts, eq(accounts.id, dossiers.ownerAccountId))
    .innerJoin(dossierEvents, and(eq(dossierEvents.dossierId, dossiers.id), eq(dossierEvents.seq, seq)))
    .where(eq(dossiers.id, dossierId));
  if (told === undefined) return;
  const params = { code: told.code ?? told.draftCode, subject: told.subject, seq };
  await transaction(async (tx) => {
    await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`told:${dossierId}`}, 0))`);
    const known = await tx
      .select({ params: messages.params })
      .from(messages)
      .where(and(eq(messages.dossierId, dossierId), eq(messages.kind, move)));
    if (known.some((message) => message.params.seq === seq)) return;
    await tx.insert(messages).values({
      id: newId(told.at),
      accountId: told.accountId,
      dossierId,
      kind: move,
      params,
      createdAt: told.at,
    });
  });
});
