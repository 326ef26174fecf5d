import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { heldPage, isDrawing, isPlainName, somebody } from './held-page';

let server: Server;
const asked: { path: string; cookie: string; draws: boolean }[] = [];

beforeAll(async () => {
  server = createServer(({ url = '', headers }, answer) => {
    asked.push({
      path: url,
      cookie: headers.cookie ?? '',
      draws: isDrawing(
        new Headers(Object.entries(headers).map(([name, value]): [string, string] => [name, String(value)])),
      ),
    });
    answer.writeHead(url === '/missing' ? 404 : 200, {
      'content-security-policy': "script-src 'nonce-first=='",
    });
    answer.end(`<b>${somebody}</b><script nonce="first==">${asked.length}</script>`);
  });
  await new Promise<void>((resolve) => server.listen(0, resolve));
  process.env.PORT = String((server.address() as AddressInfo).port);
});
afterAll(() => {
  server.close();
});

const read = async (stamp: string, path = '/open', cookie = 'locale=vi', audience = cookie) =>
  (await heldPage({ path, cookie, audience, stamp }))?.body.text({ nonce: 'second', person: 'Đào' });

describe('a held page', () => {
  it('is drawn once for all who ask at once, each with a nonce of its own', async () => {
    const pages = await Promise.all(Array.from({ length: 500 }, () => read('1')));
    expect(new Set(pages)).toEqual(new Set(['<b>Đào</b><script nonce="second">1</script>']));
    expect(asked).toEqual([{ path: '/open', cookie: 'locale=vi', draws: true }]);
  });

  it('is drawn anew when what it shows has changed, and for each language', async () => {
    expect(await read('2')).toContain('>2<');
    expect(await read('2')).toContain('>2<');
    expect(await read('2', '/open', 'locale=en')).toContain('>3<');
    expect(await read('2', '/open', 'session=1', 'leaders')).toContain('>4<');
    expect(await read('2', '/open', 'session=2', 'leaders')).toContain('>4<');
  });

  it('is not held when it could not be drawn', async () => {
    expect(await read('2', '/missing')).toBeUndefined();
    const before = asked.length;
    expect(await read('2', '/missing')).toBeUndefined();
    expect(asked).toHaveLength(before + 1);
  });

  it('takes only names that need no escape', () => {
    expect(['Nguyễn Thị Đào', 'Trần B. (mẫu)'].every(isPlainName)).toBe(true);
    expect(['O\u2019Hara', "O'Hara", '<b>', 'a"b', 'a\\b', ''].some(isPlainName)).toBe(false);
  });

  it('takes nobody for the portal who does not know its word', () => {
    expect(isDrawing(new Headers({ 'x-portal-draws': 'true' }))).toBe(false);
  });
});
