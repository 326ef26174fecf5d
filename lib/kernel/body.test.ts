import { once } from 'node:events';
import { createServer, type IncomingMessage, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { bodyOf } from './body';

const server = globalThis as typeof globalThis & { portalArriving?: () => IncomingMessage | undefined };
const asked = (body: string | null) =>
  new Request('http://localhost/api', body === null ? {} : { method: 'POST', body });

async function textOf(bytes: AsyncIterable<Uint8Array>): Promise<string> {
  const pieces: Uint8Array[] = [];
  for await (const piece of bytes) pieces.push(piece);
  return Buffer.concat(pieces).toString('utf8');
}

/** A call over a real connection: the first piece is there, the second comes when asked for. */
async function arriving(pieces: readonly [string, string]) {
  const listening = createServer();
  listening.listen(0, '127.0.0.1');
  await once(listening, 'listening');
  const { port } = listening.address() as AddressInfo;
  const sending = request({ port, host: '127.0.0.1', method: 'POST' });
  sending.on('error', () => undefined);
  const came = once(listening, 'request') as Promise<[IncomingMessage]>;
  sending.write(pieces[0]);
  const [call] = await came;
  return {
    call,
    finish: () => sending.end(pieces[1]),
    close() {
      sending.destroy();
      listening.close();
    },
  };
}

afterEach(() => {
  delete server.portalArriving;
});

describe('the body of a call', () => {
  it('is nothing when none was sent', () => {
    expect(bodyOf(asked(null))).toBeNull();
  });

  it('is what the framework gives where no server stands before it', async () => {
    expect(await textOf(bodyOf(asked('tệp')) as AsyncIterable<Uint8Array>)).toBe('tệp');
  });

  it('comes over the connection itself, and goes on after a reader gave up half-way', async () => {
    const { call, finish, close } = await arriving(['một', ' hai']);
    server.portalArriving = () => call;
    try {
      const body = bodyOf(asked('a copy nobody reads'));
      if (body === null) throw new Error('no body');
      for await (const piece of body) {
        expect(Buffer.from(piece).toString('utf8')).toBe('một');
        break;
      }
      finish();
      expect(await textOf(body)).toBe(' hai');
    } finally {
      close();
    }
  });
});
