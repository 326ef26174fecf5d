import 'server-only';
import { Readable } from 'node:stream';
import { and, eq, isNotNull } from 'drizzle-orm';
import { database } from '@/db/client';
import { blobs } from '@/db/schema/documents';
import { scanner } from '@/lib/integrations/scanner';
import { sniffLength, sniffMime } from '@/lib/integrations/scanner/file-kind';
import { storage } from '@/lib/integrations/storage';
import { now } from '@/lib/kernel/clock';
import { DomainError } from '@/lib/kernel/errors';
import type { Actor } from '@/lib/policy/actor';
import { reachOf } from '@/lib/policy/authorize';
import { addDocument } from '../commands';
import {
  type AcceptedKind,
  type AddDocument,
  acceptedKinds,
  maxUploadBytes,
  type StoredDocument,
} from '../schema';

export interface Upload {
  stream: AsyncIterable<Uint8Array>;
  name: string;
  typeCode?: string | undefined;
  onBehalfOf?: AddDocument['onBehalfOf'];
}

/** Takes a file as it arrives: right, kind and size are judged before and while the bytes are written. */
export async function receiveUpload(actor: Actor, upload: Upload): Promise<StoredDocument> {
  if (reachOf(actor, 'document.upload').length === 0) throw new DomainError('denied', 'document.upload');
  const { role: _, ...stored } = await addDocument(actor, {
    ...(await keepFile(upload)),
    name: upload.name,
    ...(upload.typeCode === undefined ? {} : { typeCode: upload.typeCode }),
    ...(upload.onBehalfOf === undefined ? {} : { onBehalfOf: upload.onBehalfOf }),
  });
  return stored;
}

export interface KeptFile {
  sha256: string;
  size: number;
  mime: AcceptedKind;
  scan: 'clean' | 'not_scanned';
}

/** Bytes without a meaning yet: whoever calls gives them one, or discards them. */
export async function keepFile({ stream, name }: Pick<Upload, 'stream' | 'name'>): Promise<KeptFile> {
  const { mime, whole } = await recognised(stream);
  const { sha256, size } = await storage().put(Readable.from(whole));
  await claim(sha256);
  const scan = await scanner().scan(await storage().open(sha256));
  if (scan === 'infected') {
    await discardFile(sha256);
    throw new DomainError('infected_file', name);
  }
  return { sha256, size, mime, scan };
}

/**
 * The same bytes may have been kept before and be about to be purged. Their quarantine starts anew here, and the
 * row's lock waits for a purge under way; `open` then finds the bytes or refuses the upload.
 */
async function claim(sha256: string): Promise<void> {
  await database()
    .update(blobs)
    .set({ orphanedAt: now() })
    .where(and(eq(blobs.sha256, sha256), isNotNull(blobs.orphanedAt)));
}

/** Bytes nobody else means don't stay behind. */
export async function discardFile(sha256: string): Promise<void> {
  const meant = await database().$count(blobs, eq(blobs.sha256, sha256));
  if (meant === 0) await storage().remove(sha256);
}

/** What the first bytes say it is, and the stream whole again; refuses other kinds before a byte is stored. */
async function recognised(
  stream: AsyncIterable<Uint8Array>,
): Promise<{ mime: AcceptedKind; whole: AsyncIterable<Uint8Array> }> {
  const source = stream[Symbol.asyncIterator]();
  const head: Uint8Array[] = [];
  let length = 0;
  while (length < sniffLength) {
    const next = await source.next();
    if (next.done === true) break;
    head.push(next.value);
    length += next.value.length;
  }
  const found = sniffMime(Buffer.concat(head));
  const mime = acceptedKinds.find((kind) => kind === found);
  if (mime === undefined) throw new DomainError('unsupported_file', found ?? 'unknown');
  return { mime, whole: limited(head, source) };
}

async function* limited(
  head: readonly Uint8Array[],
  rest: AsyncIterator<Uint8Array>,
): AsyncIterable<Uint8Array> {
  let size = 0;
  for await (const chunk of joined(head, rest)) {
    size += chunk.length;
    if (size > maxUploadBytes) throw new DomainError('too_large', String(maxUploadBytes));
    yield chunk;
  }
}

async function* joined(
  head: readonly Uint8Array[],
  rest: AsyncIterator<Uint8Array>,
): AsyncIterable<Uint8Array> {
  yield* head;
  for (let next = await rest.next(); next.done !== true; next = await rest.next()) yield next.value;
}
