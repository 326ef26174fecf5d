import 'server-only';
import { connect, type Socket } from 'node:net';
import type { Readable } from 'node:stream';
import type { Scanner, ScanVerdict } from '@/lib/integrations/scanner/port';
import { DomainError } from '@/lib/kernel/errors';

const timeout = 60_000;

/** ClamAV's daemon, command INSTREAM: `tcp://host:port` or `unix:/path`. The bytes are streamed, never kept. */
export function clamdScanner(address: string): Scanner {
  return {
    async scan(stream) {
      const socket = connectTo(address);
      try {
        return verdictOf(await exchange(socket, stream));
      } catch (cause) {
        if (cause instanceof DomainError) throw cause;
        throw new DomainError('unavailable', 'scanner', { cause });
      } finally {
        socket.destroy();
      }
    },
  };
}

function connectTo(address: string): Socket {
  const url = new URL(address);
  const socket =
    url.protocol === 'unix:' ? connect(url.pathname) : connect(Number(url.port || 3310), url.hostname);
  return socket.setTimeout(timeout, () => socket.destroy(new Error('clamd gave no answer in time')));
}

function exchange(socket: Socket, stream: Readable): Promise<string> {
  const answer = new Promise<string>((resolve, reject) => {
    let text = '';
    socket.setEncoding('utf8');
    socket.on('data', (chunk: string) => {
      text += chunk;
    });
    socket.on('end', () => resolve(text));
    socket.on('error', reject);
    socket.on('close', () => reject(new Error('clamd closed the connection')));
  });
  // clamd may answer before all is sent (a size limit): then its answer counts, not our broken pipe.
  const sent = send(socket, stream).then(() => answer);
  return Promise.race([answer, sent]);
}

async function send(socket: Socket, stream: Readable): Promise<void> {
  await written(socket, Buffer.from('zINSTREAM\0'));
  for await (const part of stream) {
    const chunk = Buffer.from(part);
    if (chunk.length === 0) continue;
    const length = Buffer.alloc(4);
    length.writeUInt32BE(chunk.length);
    await written(socket, Buffer.concat([length, chunk]));
  }
  await written(socket, Buffer.alloc(4));
}

function written(socket: Socket, bytes: Buffer): Promise<void> {
  return new Promise((resolve, reject) =>
    socket.write(bytes, (cause) => (cause ? reject(cause) : resolve())),
  );
}

/** `stream: OK`, `stream: Eicar-Test-Signature FOUND`; anything else, a size limit too, is no verdict. */
function verdictOf(answer: string): ScanVerdict {
  const text = answer.replaceAll('\0', '').trim();
  if (/^stream: OK$/.test(text)) return 'clean';
  if (/^stream: .+ FOUND$/.test(text)) return 'infected';
  throw new DomainError('unavailable', 'scanner.answer', { cause: text.slice(0, 200) });
}
