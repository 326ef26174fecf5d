import { createHash } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { demoAuthority } from '@/lib/integrations/signing/authority';
import { remoteTimestamp } from '@/lib/integrations/timestamp/http';
import { StampRequest, type Timestamp } from '@/lib/integrations/timestamp/port';
import { simulatedTimestamp, type TimestampMood } from '@/lib/integrations/timestamp/simulator';
import { verifyStamp } from '@/lib/integrations/timestamp/verify';

const folder = await mkdtemp(join(tmpdir(), 'timestamp-'));
const moment = new Date('2026-11-22T17:00:00.000Z');
const authority = demoAuthority(folder);
const digest = createHash('sha256').update('gốc ngày 22/11/2026').digest();
const roots = [await authority.root()];
let mood: TimestampMood = 'ok';
let server: Server;
let url = '';

beforeAll(async () => {
  const honest = simulatedTimestamp(authority, () => moment);
  server = createServer(async (request, response) => {
    if (mood === 'down') return void response.writeHead(503).end();
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const asked = Buffer.from(
      StampRequest.parse(JSON.parse(Buffer.concat(chunks).toString())).digest,
      'base64',
    );
    const token = await honest.stamp(asked);
    response.end(JSON.stringify(mood === 'malformed' ? { ...token, at: '2020-01-01T00:00:00.000Z' } : token));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  url = typeof address === 'object' && address ? `http://127.0.0.1:${address.port}` : '';
});

afterAll(async () => {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
  await rm(folder, { recursive: true });
});

const implementations: [string, () => Timestamp][] = [
  [
    'simulator',
    () =>
      simulatedTimestamp(
        authority,
        () => moment,
        () => mood,
      ),
  ],
  ['http', () => remoteTimestamp({ url, secret: 'right' })],
];

describe.each(implementations)('%s', (_name, make) => {
  it('stamps a digest so that anyone can check it', async () => {
    mood = 'ok';
    const token = await make().stamp(digest);
    expect(token.at).toBe(moment.toISOString());
    expect(await verifyStamp(token, digest, roots)).toBe(true);
  });

  it('proves nothing about another digest, time or serial', async () => {
    const token = await make().stamp(digest);
    const other = createHash('sha256').update('other').digest();
    expect(await verifyStamp(token, other, roots)).toBe(false);
    expect(await verifyStamp({ ...token, digest: other.toString('hex') }, other, roots)).toBe(false);
    expect(await verifyStamp({ ...token, at: '2026-11-21T17:00:00.000Z' }, digest, roots)).toBe(false);
    expect(await verifyStamp({ ...token, serial: '00' }, digest, roots)).toBe(false);
  });

  it('is worth nothing from an authority we do not know', async () => {
    const stranger = demoAuthority(join(folder, 'stranger'));
    const token = await simulatedTimestamp(stranger, () => moment).stamp(digest);
    expect(await verifyStamp(token, digest, roots)).toBe(false);
  });

  it('says so when there is no true stamp to be had', async () => {
    mood = 'down';
    await expect(make().stamp(digest)).rejects.toMatchObject({ code: 'unavailable', detail: 'timestamp' });
    mood = 'malformed';
    await expect(make().stamp(digest)).rejects.toMatchObject({
      code: 'unavailable',
      detail: 'timestamp.answer',
    });
    mood = 'ok';
  });
});
