import 'server-only';
import { transaction } from '@/db/client';
import { dossierShares } from '@/db/schema/dossiers';
import { env } from '@/lib/config/env';
import { nationalPortal } from '@/lib/integrations';
import { now } from '@/lib/kernel/clock';
import { defineJob } from '@/lib/kernel/outbox';
import { dossierShared } from './events';
import { readShareable } from './queries';
import { sharedDossier } from './rules';

/**
 * Tells the national portal how a dossier stands. The newest state is sent, so that late or repeated runs never put
 * an old state over a new one; code and event make the key under which the partner knows a repetition.
 */
export const shareDossier = defineJob(dossierShared, async ({ dossierId }) => {
  const found = await readShareable(dossierId);
  const message = found === null ? null : sharedDossier(found.dossier, env().PUBLIC_URL);
  if (found === null || message === null) return;
  const { messageId } = await nationalPortal().pushDossier(message, {
    idempotencyKey: `${message.code}:${found.seq}`,
  });
  await transaction((tx) =>
    tx
      .insert(dossierShares)
      .values({
        dossierId,
        seq: found.seq,
        publicStatus: message.publicStatus,
        messageId,
        sharedAt: now(),
      })
      .onConflictDoNothing(),
  );
});
