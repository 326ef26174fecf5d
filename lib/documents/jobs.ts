import 'server-only';
import { buffer } from 'node:stream/consumers';
import { and, eq, lt, sql } from 'drizzle-orm';
import { z } from 'zod';
import { database, transaction } from '@/db/client';
import { blobs, documentReadings } from '@/db/schema/documents';
import { ocr } from '@/lib/integrations/ocr';
import type { Reading as OcrReading } from '@/lib/integrations/ocr/port';
import { scanner } from '@/lib/integrations/scanner';
import { storage } from '@/lib/integrations/storage';
import { now } from '@/lib/kernel/clock';
import { DomainError } from '@/lib/kernel/errors';
import { newId } from '@/lib/kernel/ids';
import { defineJob } from '@/lib/kernel/outbox';
import { documentStored } from './events';

/** Reads the words of a file once; officers see them beside the answers, nothing is decided by them. */
export const readDocument = defineJob(documentStored, async ({ sha256 }) => {
  const [blob] = await database().select().from(blobs).where(eq(blobs.sha256, sha256));
  const known = await database().$count(documentReadings, eq(documentReadings.sha256, sha256));
  if (blob === undefined || known > 0) return;
  const { engine, pages } = await ocr()
    .read({ bytes: await buffer(await storage().open(sha256)), mime: blob.mime })
    .catch(wordless);
  const confidence =
    pages.length === 0 ? null : pages.reduce((sum, page) => sum + page.confidence, 0) / pages.length;
  await database()
    .insert(documentReadings)
    .values({
      id: newId(now()),
      sha256,
      engine,
      text: printable(pages.map(({ text }) => text).join('\n\f\n')),
      pages: pages.map(({ width, height, words }) => ({
        width,
        height,
        words: words.map((word) => ({ ...word, text: printable(word.text) })),
      })),
      confidence,
      readAt: now(),
    })
    .onConflictDoNothing();
});

/** What no engine can read stays so: read without words, it is not read again and again. */
function wordless(cause: unknown): OcrReading {
  if (cause instanceof DomainError && cause.code === 'unsupported_file') return { engine: 'none', pages: [] };
  throw cause;
}

/** A text layer may hold control characters, and no text column takes a NUL. */
function printable(text: string): string {
  return text.replace(/[^\P{Cc}\n\f]/gu, '').toWellFormed();
}

/** Files that came in while no scanner was connected are scanned once there is one. */
export const scanUnscanned = defineJob({ name: 'documents.scan', payload: z.unknown() }, async () => {
  const waiting = await database()
    .select({ sha256: blobs.sha256 })
    .from(blobs)
    .where(eq(blobs.scan, 'not_scanned'))
    .limit(100);
  for (const { sha256 } of waiting) {
    const verdict = await scanner().scan(await storage().open(sha256));
    if (verdict === 'not_scanned') return;
    await database().update(blobs).set({ scan: verdict, scannedAt: now() }).where(eq(blobs.sha256, sha256));
  }
});

const quarantineDays = 30;

/** Removes bytes nothing means any more, 30 days after the last meaning went, and only after counting again. */
export const purgeOrphans = defineJob({ name: 'documents.purge', payload: z.unknown() }, async () => {
  const before = new Date(now().getTime() - quarantineDays * 86_400_000);
  const orphans = await database()
    .select({ sha256: blobs.sha256 })
    .from(blobs)
    .where(isOrphaned(before))
    .limit(100);
  for (const { sha256 } of orphans) await purge(sha256, before);
});

/** Meaningless for long enough: no document that counts, no paper of ours, no place in anybody's dossier. */
function isOrphaned(before: Date) {
  return and(
    lt(blobs.orphanedAt, before),
    sql`not exists (select 1 from issued_papers p where p.sha256 = ${blobs.sha256})`,
    sql`not exists (
      select 1 from documents d left join dossier_documents dd on dd.document_id = d.id and dd.detached_at is null
      where d.sha256 = ${blobs.sha256} and (d.status <> 'removed' or dd.id is not null))`,
  );
}

/**
 * Counts again under the row's lock and removes while holding it: whoever uploads the same bytes now waits, and
 * then finds them gone instead of going. The only file ever touched inside a transaction.
 */
async function purge(sha256: string, before: Date): Promise<void> {
  await transaction(async (tx) => {
    await tx.select({ sha256: blobs.sha256 }).from(blobs).where(eq(blobs.sha256, sha256)).for('update');
    const still = await tx.$count(blobs, and(eq(blobs.sha256, sha256), isOrphaned(before)));
    if (still === 0) return;
    await storage().remove(sha256);
    await tx.delete(documentReadings).where(eq(documentReadings.sha256, sha256));
    await tx.update(blobs).set({ orphanedAt: null }).where(eq(blobs.sha256, sha256));
  });
}
