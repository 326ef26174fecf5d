import { randomFillSync } from 'node:crypto';
import { once } from 'node:events';
import { open } from 'node:fs/promises';
import { type IncomingMessage, request } from 'node:http';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { pipeline } from 'node:stream/promises';
import { type Bench, defineRow, type Portal } from '../define';
import { percentile, timeOf } from '../samples';
import { waitForJobs } from '../stage/jobs';

const size = 200_000_000;
const piece = 64 * 1024;

/** More than are ever on their way: what sends must not be busy making room. */
const pieces = Array.from({ length: 64 }, () => Buffer.alloc(piece));

/** A file of its own each time: equal bytes would be kept only once. */
function* fileOf(): Generator<Buffer> {
  for (const one of pieces) randomFillSync(one);
  yield Buffer.from('%PDF-1.7\n');
  for (let sent = 9, n = 0; sent < size; n += 1) {
    const next = pieces[n % pieces.length]?.subarray(0, size - sent) ?? Buffer.alloc(0);
    next.writeUInt32LE(sent >>> 0, 0);
    yield next;
    sent += next.length;
  }
}

export const row = defineRow({
  id: 'upload',
  what: 'A file uploaded through the interface: received, hashed, stored, read back, scanned, noted',
  at: '200 MB',
  targets: {
    // At least half as fast as the disk is at most twice its time.
    time: { of: 'ratio', unit: '×', atMost: 2 },
    memory: { of: 'subject', unit: 'MB', atMost: 50 },
  },
  async measure(bench) {
    const portal = await bench.portal();
    const token = await bench.token('citizen');
    const growths: number[] = [];
    const both = await bench.alternate({
      rounds: bench.quick ? 1 : 4,
      subject: async ({ n }) => {
        // What the workers do with the file before, a paper to be read, is not part of this one.
        await waitForJobs(bench.sql);
        return bench.load({
          name: '200 MB through the portal',
          times: 1,
          run: async () => {
            const { weight } = await bench.weigh(() => upload(portal, token), [portal.webs[0]?.pid ?? 0]);
            if (n > 0) growths.push(weight.rssPeak - weight.rssBefore);
          },
        });
      },
      yardstick: ({ n }) =>
        bench.load({ name: '200 MB to the disk', times: 1, run: () => write(bench, String(n)) }),
    });
    const rate = (times: readonly number[]) => `${(size / 1_000 / percentile(times, 50)).toFixed(0)} MB/s`;
    return {
      time: {
        subject: timeOf(both.subject, 50, 'answered with 201'),
        yardstick: timeOf(both.yardstick, 50, 'the same bytes written plainly and forced to the same disk'),
        note: `${rate(both.subject.times)} against ${rate(both.yardstick.times)}. The bytes are sent by one process and received, hashed, written, forced to the disk, read back and hashed again by another.`,
      },
      memory: {
        subject: {
          value: Math.max(...growths),
          unit: 'MB',
          what: 'memory of the web process more than before, at the worst moment',
        },
        yardstick: null,
        note: 'The first upload, which warms the process up, is not counted.',
      },
    };
  },
});

async function upload({ webs }: Portal, token: string): Promise<void> {
  const sending = request(`${webs[0]?.url}/api/v1/documents`, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${token}`,
      'content-type': 'application/pdf',
      'content-length': size,
      'x-file-name': 'bench.pdf',
    },
  });
  const answered = once(sending, 'response') as Promise<[IncomingMessage]>;
  await pipeline(Readable.from(fileOf()), sending);
  const [answer] = await answered;
  const said = await text(answer);
  if (answer.statusCode !== 201)
    throw new Error(`the upload was answered with ${answer.statusCode}: ${said}`);
}

async function write({ folder }: Bench, name: string): Promise<void> {
  const file = await open(join(folder, `plain-${name}`), 'w');
  try {
    for (const next of fileOf()) await file.write(next);
    await file.sync();
  } finally {
    await file.close();
  }
}
