import 'server-only';
import { database } from '@/db/client';
import { exchangeLog } from '@/db/schema/outbox';
import type { Exchange } from '@/lib/integrations/exchange';
import { now } from '@/lib/kernel/clock';

/** Never inside a transaction: an exchange that happened stays in the log, whatever became of its cause. */
export async function recordExchange({ startedAt: _, ...exchange }: Exchange): Promise<void> {
  await database()
    .insert(exchangeLog)
    .values({ ...exchange, at: now() });
}
