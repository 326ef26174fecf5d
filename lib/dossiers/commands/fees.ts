import 'server-only';
import { and, eq } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import { feeObligations } from '@/db/schema/dossiers';
import { newId } from '@/lib/kernel/ids';
import type { ProcedureDefinition } from '@/lib/procedures/define';
import { feeOf } from '@/lib/procedures/rules';

interface Owed {
  dossierId: string;
  definition: ProcedureDefinition;
  answers: Record<string, unknown>;
  moment: 'receipt' | 'supplement' | 'result';
  now: Date;
}

/** Keeps the obligation equal to the tariff of the pinned version; what is unknown or zero is not owed. */
export async function owesFee(tx: Tx, { dossierId, definition, answers, moment, now }: Owed): Promise<void> {
  if (definition.fee === null || definition.fee.moment !== moment) return;
  const amount = feeOf(definition, answers);
  const [open] = await tx
    .select()
    .from(feeObligations)
    .where(and(eq(feeObligations.dossierId, dossierId), eq(feeObligations.moment, moment)));
  if (open !== undefined) {
    if (open.state !== 'unpaid' || amount === null || amount === open.amount) return;
    await tx.update(feeObligations).set({ amount }).where(eq(feeObligations.id, open.id));
    return;
  }
  if (amount === null || amount === 0) return;
  await tx.insert(feeObligations).values({
    id: newId(now),
    dossierId,
    amount,
    kind: definition.fee.kind,
    moment,
    state: 'unpaid',
    createdAt: now,
  });
}
