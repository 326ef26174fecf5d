import 'server-only';
import { and, asc, eq, inArray, isNull, lt } from 'drizzle-orm';
import { z } from 'zod';
import { database } from '@/db/client';
import { dossiers, supplements } from '@/db/schema/dossiers';
import { messages } from '@/db/schema/outbox';
import { now } from '@/lib/kernel/clock';
import { DomainError } from '@/lib/kernel/errors';
import { defineJob } from '@/lib/kernel/outbox';
import { systemActor } from '@/lib/session/system';
import { moveDossier } from './commands/move';

/** Lets lapse what its applicant left unanswered past the legal date; the notice was logged before. */
export const expireSupplements = defineJob(
  { name: 'dossiers.expire_supplements', payload: z.unknown() },
  async () => {
    const lapsed = await database()
      .select({ draftCode: dossiers.draftCode, version: dossiers.version, dossierId: dossiers.id })
      .from(supplements)
      .innerJoin(dossiers, eq(dossiers.id, supplements.dossierId))
      .where(
        and(
          isNull(supplements.answeredAt),
          lt(supplements.dueAt, now()),
          inArray(dossiers.state, ['supplement_requested', 'intake_supplement']),
        ),
      )
      .orderBy(asc(supplements.dueAt))
      .limit(200);
    for (const { draftCode, version, dossierId } of lapsed) {
      if (!(await wasNotified(dossierId))) continue;
      await moveDossier(systemActor(), { code: draftCode, move: 'expire_supplement', version }).catch(
        passConflict,
      );
    }
  },
);

/** A request lapses only when its notice reached the applicant's messages. */
async function wasNotified(dossierId: string): Promise<boolean> {
  const [notice] = await database()
    .select({ id: messages.id })
    .from(messages)
    .where(
      and(eq(messages.dossierId, dossierId), inArray(messages.kind, ['ask_supplement', 'ask_before_intake'])),
    )
    .limit(1);
  return notice !== undefined;
}

/** Somebody acted in the meantime: the next round sees what is left. */
function passConflict(cause: unknown): void {
  if (cause instanceof DomainError && (cause.code === 'conflict' || cause.code === 'unlawful_move')) return;
  throw cause;
}
