import 'server-only';
import { and, asc, eq, inArray, isNull, lt, type SQL, sql } from 'drizzle-orm';
import { z } from 'zod';
import { database } from '@/db/client';
import { dossiers, feeObligations, supplements } from '@/db/schema/dossiers';
import { messages } from '@/db/schema/outbox';
import { now } from '@/lib/kernel/clock';
import { DomainError } from '@/lib/kernel/errors';
import { defineJob } from '@/lib/kernel/outbox';
import { systemActor } from '@/lib/session/system';
import { moveDossier } from './commands/move';
import { paymentDays } from './rules';
import type { DossierMove } from './workflow';

/** The notice of the request itself, not of an earlier one, must stand in the applicant's messages. */
function wasTold(kinds: readonly DossierMove[], since: SQL): SQL {
  return sql`exists (select 1 from ${messages} where ${messages.dossierId} = ${dossiers.id}
    and ${inArray(messages.kind, [...kinds])} and ${messages.createdAt} >= ${since})`;
}

/** Lets lapse what its applicant left unanswered past the legal date, and only if they were told. */
export const expireSupplements = defineJob(
  { name: 'dossiers.expire_supplements', payload: z.unknown() },
  async () => {
    const lapsed = await database()
      .select({ code: dossiers.draftCode, version: dossiers.version })
      .from(supplements)
      .innerJoin(dossiers, eq(dossiers.id, supplements.dossierId))
      .where(
        and(
          isNull(supplements.answeredAt),
          lt(supplements.dueAt, now()),
          inArray(dossiers.state, ['supplement_requested', 'intake_supplement']),
          wasTold(['ask_supplement', 'ask_before_intake'], sql`${supplements.requestedAt}`),
        ),
      )
      .orderBy(asc(supplements.dueAt))
      .limit(200);
    await expire('expire_supplement', lapsed);
  },
);

/** Lets lapse what nobody paid in time; a supplementary fee counts from the day it was asked. */
export const expirePayments = defineJob(
  { name: 'dossiers.expire_payments', payload: z.unknown() },
  async () => {
    const lapsed = await database()
      .select({ code: dossiers.draftCode, version: dossiers.version })
      .from(feeObligations)
      .innerJoin(dossiers, eq(dossiers.id, feeObligations.dossierId))
      .where(
        and(
          eq(feeObligations.state, 'unpaid'),
          eq(dossiers.state, 'fee_due'),
          lt(feeObligations.createdAt, new Date(now().getTime() - paymentDays * 86_400_000)),
          wasTold(['request_fee'], sql`${feeObligations.createdAt}`),
        ),
      )
      .orderBy(asc(feeObligations.createdAt))
      .limit(200);
    await expire('expire_payment', lapsed);
  },
);

/** One after the other; one that fails does not keep the others from lapsing, and is reported at the end. */
async function expire(
  move: 'expire_supplement' | 'expire_payment',
  lapsed: readonly { code: string; version: number }[],
): Promise<void> {
  const failures: unknown[] = [];
  for (const { code, version } of lapsed) {
    await moveDossier(systemActor(), { code, move, version })
      .catch(passConflict)
      .catch((cause: unknown) => failures.push(cause));
  }
  if (failures.length > 0) throw new AggregateError(failures, move);
}

/** Somebody acted in the meantime: the next round sees what is left. */
function passConflict(cause: unknown): void {
  if (cause instanceof DomainError && (cause.code === 'conflict' || cause.code === 'unlawful_move')) return;
  throw cause;
}
