import 'server-only';
import { database, transaction } from '@/db/client';
import { defineJob } from '@/lib/kernel/outbox';
import { findMoved, moveDueDates } from './commands/recompute';
import { recomputeDueDates } from './events';

/** Piece by piece, each in a transaction of its own: running it twice changes nothing. */
export const recomputeJob = defineJob(recomputeDueDates, async () => {
  for await (const { moved } of findMoved(database())) {
    await transaction((tx) => moveDueDates(tx, moved));
  }
});
