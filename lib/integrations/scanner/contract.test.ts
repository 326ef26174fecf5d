import { createServer, type Server, type Socket } from 'node:net';
import { Readable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { clamdScanner } from '@/lib/integrations/scanner/http';
import type { Scanner, ScannerMood } from '@/lib/integrations/scanner/port';
import { eicar, noScanner, simulatedScanner } from '@/lib/integrations/scanner/simulator';

let mood: ScannerMood = 'ok';
let server: Server;
let url = '';

/** clamd's side of INSTREAM: chunks with their length before them, a zero length at the end. */
function answer(socket: Socket): void {
  let received = Buffer.alloc(0);
  socket.on('error', () => undefined);
  socket.on('data', (part: Buffer) => {
    received = Buffer.concat([received, part]);
    if (mood === 'down') return void socket.destroy();
    if (mood === 'malformed') return void socket.end('INSTREAM size limit exceeded. ERROR\0');
    const body = bodyOf(received);
    if (body !== null)
      socket.end(body.includes(eicar) ? 'stream: Eicar-Test-Signature FOUND\0' : 'stream: OK\0');
  });
}

function bodyOf(received: Buffer): string | null {
  let at = 'zINSTREAM\0'.length;
  let body = '';
  while (at + 4 <= received.length) {
    const length = received.readUInt32BE(at);
    if (length === 0) return body;
    body += received.toString('latin1', at + 4, at + 4 + length);
    at += 4 + length;
  }
  return null;
}

beforeAll(async () => {
  server = createServer(answer);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  url = typeof address === 'object' && address ? `tcp://127.0.0.1:${address.port}` : '';
});
afterAll(() => new Promise((resolve) => server.close(resolve)));

const implementations: [string, () => Scanner][] = [
  ['simulator', () => simulatedScanner(() => mood)],
  ['clamd', () => clamdScanner(url)],
];

describe.each(implementations)('%s', (_name, make) => {
  it('calls a clean stream clean', async () => {
    mood = 'ok';
    expect(await make().scan(Readable.from([Buffer.from('a'), Buffer.alloc(200_000, 'b')]))).toBe('clean');
    expect(await make().scan(Readable.from([]))).toBe('clean');
  });

  it('finds the test virus, also when it lies across two chunks', async () => {
    const chunks = [Buffer.from(`PDF ${eicar.slice(0, 30)}`), Buffer.from(`${eicar.slice(30)} end`)];
    expect(await make().scan(Readable.from(chunks))).toBe('infected');
  });

  it('gives no verdict it was not given', async () => {
    mood = 'down';
    await expect(make().scan(Readable.from([Buffer.from('a')]))).rejects.toMatchObject({
      code: 'unavailable',
    });
    mood = 'malformed';
    await expect(make().scan(Readable.from([Buffer.from('a')]))).rejects.toMatchObject({
      code: 'unavailable',
    });
    mood = 'ok';
  });
});

describe('without a scanner', () => {
  it('nothing is called clean', async () => {
    expect(await noScanner.scan(Readable.from([Buffer.from(eicar)]))).toBe('not_scanned');
  });
});

describe('an unreachable scanner', () => {
  it('is an error, not a verdict', async () => {
    const nobody = clamdScanner('tcp://127.0.0.1:1');
    await expect(nobody.scan(Readable.from([Buffer.from('a')]))).rejects.toMatchObject({
      code: 'unavailable',
    });
  });
});
