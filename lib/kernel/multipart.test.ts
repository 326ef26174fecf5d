import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { boundaryOf, MalformedForm, readMultipart } from './multipart';

const boundary = '----x7';
const part = (headers: string, body: string) => `--${boundary}\r\n${headers}\r\n\r\n${body}\r\n`;
const close = `--${boundary}--\r\n`;

async function* inPieces(bytes: Buffer, size: number) {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

async function readAll(bytes: Buffer, size: number) {
  const parts: { name: string; fileName: string | null; text: string }[] = [];
  for await (const { name, fileName, body } of readMultipart(inPieces(bytes, size), boundary)) {
    const chunks: Buffer[] = [];
    for await (const chunk of body) chunks.push(Buffer.from(chunk));
    parts.push({ name, fileName, text: Buffer.concat(chunks).toString('latin1') });
  }
  return parts;
}

describe('multipart forms', () => {
  it('reads the same parts however the bytes are cut', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.uint8Array({ maxLength: 300 }),
        fc.integer({ min: 1, max: 40 }),
        async (content, size) => {
          const text = Buffer.from(content).toString('latin1');
          fc.pre(!text.includes(`\r\n--${boundary}`));
          const form =
            part('Content-Disposition: form-data; name="code"', 'G18') +
            part(
              'Content-Disposition: form-data; name="file"; filename="a.pdf"\r\nContent-Type: application/pdf',
              text,
            ) +
            close;
          expect(await readAll(Buffer.from(form, 'latin1'), size)).toEqual([
            { name: 'code', fileName: null, text: 'G18' },
            { name: 'file', fileName: 'a.pdf', text },
          ]);
        },
      ),
    );
  });

  it('skips what a reader leaves in a part', async () => {
    const form =
      part('Content-Disposition: form-data; name="a"', 'x'.repeat(99)) +
      part('Content-Disposition: form-data; name="b"', 'y') +
      close;
    const names: string[] = [];
    for await (const { name } of readMultipart(inPieces(Buffer.from(form), 7), boundary)) names.push(name);
    expect(names).toEqual(['a', 'b']);
  });

  it('keeps Vietnamese file names', async () => {
    const form = Buffer.from(
      part('Content-Disposition: form-data; name="file"; filename="ủy quyền.pdf"', '%PDF') + close,
    );
    expect((await readAll(form, 1000))[0]?.fileName).toBe('ủy quyền.pdf');
  });

  it('refuses a form that breaks off', async () => {
    const form = Buffer.from(part('Content-Disposition: form-data; name="a"', 'x'));
    await expect(readAll(form, 5)).rejects.toThrow(MalformedForm);
  });

  it('knows its boundary', () => {
    expect(boundaryOf('multipart/form-data; boundary=abc')).toBe('abc');
    expect(boundaryOf('multipart/form-data; boundary="a b"')).toBe('a b');
    expect(boundaryOf('text/plain')).toBeNull();
    expect(boundaryOf(null)).toBeNull();
  });
});
