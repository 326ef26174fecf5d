import { DomainError } from './errors';

/** `multipart/form-data` as a stream (RFC 7578): a file of 200 MB passes through without being held in memory. */
export interface Part {
  name: string;
  /** Null for a plain field. */
  fileName: string | null;
  /** Must be read to its end before the next part is asked for; what is left is skipped. */
  body: AsyncGenerator<Buffer>;
}

const headersLimit = 8 * 1024;

/** The boundary a content type names, or null when it is no multipart form. */
export function boundaryOf(contentType: string | null): string | null {
  const match = /^multipart\/form-data\s*;.*?boundary=(?:"([^"]{1,70})"|([^\s;]{1,70}))/i.exec(
    contentType ?? '',
  );
  return match?.[1] ?? match?.[2] ?? null;
}

export async function* readMultipart(
  stream: AsyncIterable<Uint8Array>,
  boundary: string,
): AsyncGenerator<Part> {
  const input = reader(stream);
  const delimiter = Buffer.from(`\r\n--${boundary}`);
  input.prepend(Buffer.from('\r\n'));
  await drain(input.until(delimiter));
  while ((await input.take(2)).toString('latin1') === '\r\n') {
    const headers = parseHeaders(await input.line('\r\n\r\n', headersLimit));
    const body = input.until(delimiter);
    yield { ...headers, body };
    await drain(body);
  }
}

export class MalformedForm extends Error {}

/** A plain field; nobody types more than this into one that stands before a file. */
export async function textOf(body: Part['body']): Promise<string> {
  let text = '';
  for await (const chunk of body) {
    text += chunk.toString('utf8');
    if (text.length > 2000) throw new DomainError('too_large', 'field');
  }
  return text;
}

function reader(stream: AsyncIterable<Uint8Array>) {
  const source = stream[Symbol.asyncIterator]();
  let held: Buffer = Buffer.alloc(0);

  async function pull(): Promise<void> {
    const next = await source.next();
    if (next.done === true) throw new MalformedForm('the form ends before its last boundary');
    held = held.length === 0 ? Buffer.from(next.value) : Buffer.concat([held, next.value]);
  }

  function cut(length: number): Buffer {
    const piece = held.subarray(0, length);
    held = held.subarray(length);
    return piece;
  }

  return {
    prepend(bytes: Buffer) {
      held = Buffer.concat([bytes, held]);
    },
    async take(length: number): Promise<Buffer> {
      while (held.length < length) await pull();
      return cut(length);
    },
    async line(end: string, limit: number): Promise<string> {
      for (;;) {
        const at = held.indexOf(end, 0, 'latin1');
        if (at >= 0) return cut(at + end.length).toString('utf8');
        if (held.length > limit) throw new MalformedForm('headers too long');
        await pull();
      }
    },
    /** Gives bytes as they come and stops behind the mark, which may lie across two chunks. */
    async *until(mark: Buffer): AsyncGenerator<Buffer> {
      for (;;) {
        const at = held.indexOf(mark);
        if (at >= 0) {
          if (at > 0) yield cut(at);
          cut(mark.length);
          return;
        }
        const safe = held.length - mark.length + 1;
        if (safe > 0) yield cut(safe);
        await pull();
      }
    },
  };
}

async function drain(body: AsyncGenerator<Buffer>): Promise<void> {
  for await (const _ of body);
}

function parseHeaders(text: string): { name: string; fileName: string | null } {
  const disposition = /^content-disposition:\s*form-data;(.*)$/im.exec(text)?.[1] ?? '';
  const name = /(?:^|;)\s*name="([^"]*)"/i.exec(disposition)?.[1];
  if (name === undefined) throw new MalformedForm('a part without a name');
  const fileName = /;\s*filename="([^"]*)"/i.exec(disposition)?.[1];
  return { name, fileName: fileName === undefined ? null : fileName.replaceAll('%22', '"') };
}
