import { DomainError, InvalidInput } from './errors';
import { Fault } from './fault';
import { boundaryOf, MalformedForm, readMultipart } from './multipart';

export interface IncomingFile {
  stream: AsyncIterable<Uint8Array>;
  name: string;
}

/** One file of a call: the raw body named by a header, or the first file of a multipart form. */
export async function incomingFile(
  headers: Headers,
  body: AsyncIterable<Uint8Array>,
  kinds: readonly string[],
): Promise<IncomingFile> {
  const type = (headers.get('content-type') ?? 'application/octet-stream').toLowerCase();
  const boundary = boundaryOf(headers.get('content-type'));
  if (boundary !== null) return firstFile(body, boundary);
  const declared = type.split(';')[0]?.trim() ?? '';
  if (declared !== 'application/octet-stream' && !kinds.includes(declared))
    throw new DomainError('unsupported_file', declared);
  const name = nameOf(headers);
  if (name === null) throw new InvalidInput([{ path: 'X-File-Name', code: 'required' }]);
  return { stream: body, name };
}

async function firstFile(body: AsyncIterable<Uint8Array>, boundary: string): Promise<IncomingFile> {
  // The iterator is taken by hand: leaving a loop would close the form before its file was read.
  const parts = readMultipart(body, boundary);
  for (;;) {
    const part = await parts.next().catch(malformed);
    if (part.done === true) throw new InvalidInput([{ path: 'file', code: 'required' }]);
    const { fileName, body: stream } = part.value;
    if (fileName) return { stream: wellFormed(stream), name: fileName };
  }
}

async function* wellFormed(stream: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  try {
    yield* stream;
  } catch (cause) {
    malformed(cause);
  }
}

function malformed(cause: unknown): never {
  throw cause instanceof MalformedForm ? new Fault('malformed_body', 'multipart/form-data') : cause;
}

/** Percent-encoded UTF-8 in `X-File-Name`, or RFC 6266: `filename*=UTF-8''…` before `filename="…"`. */
function nameOf(headers: Headers): string | null {
  const disposition = headers.get('content-disposition') ?? '';
  const encoded = headers.get('x-file-name') ?? /filename\*=utf-8''([^;]+)/i.exec(disposition)?.[1];
  const plain = /filename="([^"]*)"/i.exec(disposition)?.[1] ?? /filename=([^;"\s]+)/i.exec(disposition)?.[1];
  if (encoded === undefined) return plain ?? null;
  try {
    return decodeURIComponent(encoded);
  } catch {
    return encoded;
  }
}
