import 'server-only';
import { z } from 'zod';
import { database, transaction } from '@/db/client';
import { auditRoots } from '@/db/schema/audit';
import { timestamp } from '@/lib/integrations/timestamp';
import { dateOf, dayNumberAt } from '@/lib/kernel/calendar';
import { now } from '@/lib/kernel/clock';
import { DomainError } from '@/lib/kernel/errors';
import { defineJob } from '@/lib/kernel/outbox';
import { computeRoot, listDaysWithoutRoot } from './roots/queries';

/** One root for each day that has ended, stamped by the time-stamping service; nights that were missed are made up for. */
export const makeRoots = defineJob({ name: 'audit.root', payload: z.unknown() }, async () => {
  const yesterday = dateOf(dayNumberAt(now()) - 1);
  for (const day of await listDaysWithoutRoot(database(), yesterday)) {
    const made = await computeRoot(database(), day);
    const stamp = await timestamp().stamp(Buffer.from(made.root, 'hex')).catch(withoutStamp);
    await transaction((tx) =>
      tx
        .insert(auditRoots)
        .values({ day, ...made, token: stamp === null ? null : JSON.stringify(stamp), madeAt: now() })
        .onConflictDoNothing(),
    );
  }
});

/** A root without a stamp is still worth publishing; the page says that it has none. */
function withoutStamp(cause: unknown): null {
  if (cause instanceof DomainError) return null;
  throw cause;
}
