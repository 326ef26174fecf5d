import 'server-only';
import type { IncomingMessage } from 'node:http';

const server = globalThis as typeof globalThis & { portalArriving?: () => IncomingMessage | undefined };

/**
 * The bytes of a call as they come over the connection (scripts/web.mjs hands it over): the framework's own stream
 * copies every piece. Survives a reader that gives up half-way, so that the rest can still be taken.
 */
export function bodyOf(request: Request): AsyncIterable<Uint8Array> | null {
  if (request.body === null) return null;
  const bytes: AsyncIterable<Uint8Array> = server.portalArriving?.() ?? request.body;
  const source = bytes[Symbol.asyncIterator]();
  return { [Symbol.asyncIterator]: () => ({ next: () => source.next() }) };
}
