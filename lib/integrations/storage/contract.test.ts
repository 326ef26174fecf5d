import { createHash, randomBytes } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { storageAt } from '@/lib/integrations/storage';
import { contentStore } from '@/lib/integrations/storage/content-store';
import { localShelf } from '@/lib/integrations/storage/local';
import type { Shelf } from '@/lib/integrations/storage/port';

const folder = await mkdtemp(join(tmpdir(), 'storage-'));
const objects = new Map<string, Buffer>();
const parts = new Map<string, Buffer>();
let server: Server;
let s3Url = '';

const hashOf = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex');

async function bytesOf(stream: Readable): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks);
}

/** As much of S3 as keeping bytes asks for. */
async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const url = new URL(request.url ?? '/', 'http://s3');
  const key = decodeURIComponent(url.pathname);
  const body = await bytesOf(request);
  if (url.searchParams.has('uploads')) {
    return void response.end(
      '<InitiateMultipartUploadResult><UploadId>u1</UploadId></InitiateMultipartUploadResult>',
    );
  }
  if (request.method === 'PUT') return void answerPut({ request, response, url, key, body });
  if (request.method === 'POST') {
    const numbers = [...body.toString().matchAll(/<PartNumber>(\d+)</g)].map((match) => Number(match[1]));
    const sorted = numbers.sort((a, b) => a - b);
    objects.set(key, Buffer.concat(sorted.map((number) => parts.get(`${key}#${number}`) ?? Buffer.alloc(0))));
    return void response.end(
      '<CompleteMultipartUploadResult><ETag>"e"</ETag></CompleteMultipartUploadResult>',
    );
  }
  if (request.method === 'DELETE') {
    objects.delete(key);
    return void response.writeHead(204).end();
  }
  const found = objects.get(key);
  if (!found) return void response.writeHead(404).end();
  response
    .writeHead(200, { 'content-length': found.length })
    .end(request.method === 'HEAD' ? undefined : found);
}

function answerPut(call: {
  request: IncomingMessage;
  response: ServerResponse;
  url: URL;
  key: string;
  body: Buffer;
}): void {
  const { request, response, url, key, body } = call;
  const source = request.headers['x-amz-copy-source'];
  const part = url.searchParams.get('partNumber');
  if (typeof source === 'string') {
    objects.set(key, objects.get(`/${decodeURIComponent(source).replace(/^\//, '')}`) ?? Buffer.alloc(0));
    response.end('<CopyObjectResult><ETag>"e"</ETag></CopyObjectResult>');
    return;
  }
  if (part) parts.set(`${key}#${part}`, body);
  else objects.set(key, body);
  response.setHeader('etag', '"e"').end();
}

beforeAll(async () => {
  process.env.AWS_ACCESS_KEY_ID ??= 'test';
  process.env.AWS_SECRET_ACCESS_KEY ??= 'test';
  server = createServer((request, response) => void answer(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  s3Url = `s3://papers?endpoint=${encodeURIComponent(`http://127.0.0.1:${port}`)}`;
});

afterAll(async () => {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
  await rm(folder, { recursive: true });
});

const places: [string, () => string][] = [
  ['local folder', () => `file:${join(folder, 'files')}`],
  ['S3', () => s3Url],
];

describe.each(places)('%s', (_name, url) => {
  it('gives back what it was given, found by its hash', async () => {
    const store = storageAt(url());
    const bytes = randomBytes(300_000);
    const kept = await store.put(Readable.from([bytes.subarray(0, 1000), bytes.subarray(1000)]));
    expect(kept).toEqual({ sha256: hashOf(bytes), size: bytes.length });
    expect(await store.has(kept.sha256)).toBe(true);
    expect(await store.verify(kept.sha256)).toBe(true);
    expect((await bytesOf(await store.open(kept.sha256))).equals(bytes)).toBe(true);
  });

  it('keeps files larger than one part, and empty ones', async () => {
    const store = storageAt(url());
    const large = randomBytes(12_000_000);
    expect(await store.put(Readable.from([large]))).toEqual({ sha256: hashOf(large), size: large.length });
    expect(await store.verify(hashOf(large))).toBe(true);
    expect(await store.put(Buffer.alloc(0))).toEqual({ sha256: hashOf(Buffer.alloc(0)), size: 0 });
  });

  it('keeps the same bytes once, also when they come at the same time', async () => {
    const store = storageAt(url());
    const bytes = randomBytes(50_000);
    const kept = await Promise.all([1, 2, 3, 4, 5].map(() => store.put(bytes)));
    expect(new Set(kept.map(({ sha256 }) => sha256)).size).toBe(1);
    expect(await store.verify(hashOf(bytes))).toBe(true);
  });

  it('removes, and says so about what it does not hold', async () => {
    const store = storageAt(url());
    const { sha256 } = await store.put(randomBytes(10));
    await store.remove(sha256);
    expect(await store.has(sha256)).toBe(false);
    expect(await store.verify(sha256)).toBe(false);
    await expect(store.open(sha256)).rejects.toMatchObject({ code: 'not_found' });
    await expect(store.open('../../etc/passwd')).rejects.toMatchObject({ code: 'not_found' });
  });

  it('leaves nothing when the sender breaks off, and passes the reason on', async () => {
    const store = storageAt(url());
    const bytes = randomBytes(100_000);
    async function* broken() {
      yield bytes;
      throw new RangeError('too large');
    }
    await expect(store.put(Readable.from(broken()))).rejects.toThrow('too large');
    expect(await store.has(hashOf(bytes))).toBe(false);
  });
});

/** A shelf on which one step fails, as when the power goes; nothing is tidied after that. */
function failingAt(step: keyof Shelf, root: string): Shelf {
  const shelf = localShelf(root);
  let dead = false;
  const die = (): never => {
    dead = true;
    throw Object.assign(new Error('ENOSPC: no space left on device'), { code: 'ENOSPC' });
  };
  return {
    ...shelf,
    [step]: async (...values: unknown[]) => {
      if (step === 'write') await shelf.write(String(values[0]), Readable.from([Buffer.from('half')]));
      return die();
    },
    remove: async (path) => (dead ? die() : shelf.remove(path)),
  };
}

describe('a failure between any two steps', () => {
  it.each(['write', 'flush', 'measure', 'settle'] as const)('%s: no name without its bytes', async (step) => {
    const root = join(folder, `crash-${step}`);
    const bytes = randomBytes(70_000);
    const broken = contentStore(async () => failingAt(step, root));
    await expect(broken.put(bytes)).rejects.toMatchObject({ code: 'unavailable', detail: 'storage' });
    const store = storageAt(`file:${root}`);
    expect(await store.has(hashOf(bytes))).toBe(false);
    expect(await store.sweep(new Date(Date.now() + 1000))).toBe(1);
    expect(await readdir(join(root, 'arrivals'))).toEqual([]);
    await store.put(bytes);
    expect(await store.verify(hashOf(bytes))).toBe(true);
  });

  it('does not give a name to bytes that came back changed', async () => {
    const root = join(folder, 'damaged');
    const shelf = localShelf(root);
    const other = { sha256: hashOf(Buffer.from('other')), size: 5 };
    const lying: Shelf = { ...shelf, measure: async () => other };
    await expect(contentStore(async () => lying).put(randomBytes(100))).rejects.toMatchObject({
      code: 'unavailable',
    });
    expect(await readdir(join(root, 'arrivals'))).toEqual([]);
  });

  it('notices a byte that changed on the disk', async () => {
    const root = join(folder, 'rot');
    const store = storageAt(`file:${root}`);
    const { sha256 } = await store.put(randomBytes(100));
    const path = join(root, sha256.slice(0, 2), sha256.slice(2, 4), sha256);
    const bytes = await readFile(path);
    bytes[50] = (bytes[50] ?? 0) ^ 1;
    await writeFile(path, bytes);
    expect(await store.verify(sha256)).toBe(false);
  });
});

describe('200 MB', () => {
  it('pass through in at most 50 MB of memory', async () => {
    const store = storageAt(`file:${join(folder, 'large')}`);
    const chunk = randomBytes(64 * 1024);
    const { rss: before } = process.memoryUsage();
    let peak = 0;
    function* source() {
      for (let sent = 0; sent < 200 * 1024 * 1024; sent += chunk.length) {
        peak = Math.max(peak, process.memoryUsage.rss() - before);
        yield chunk;
      }
    }
    const { size } = await store.put(Readable.from(source(), { objectMode: false }));
    expect(size).toBe(200 * 1024 * 1024);
    expect(Math.max(peak, process.memoryUsage.rss() - before)).toBeLessThan(50 * 1024 * 1024);
  });
});
