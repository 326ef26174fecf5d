import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { eq } from 'drizzle-orm';
import { encode } from 'next-auth/jwt';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { database } from '@/db/client';
import { accounts, sessions } from '@/db/schema/accounts';
import { useDatabase } from '@/db/testing';
import { seedPeople } from '@/db/testing-actors';
import { env } from '@/lib/config/env';
import { isDrawing, somebody } from '@/lib/kernel/held-page';
import { openSession } from '@/lib/session/sign-in';
import { answerHeldBoard } from './held-board';

useDatabase();

let server: Server;
let base = '';
let drawn = 0;

/** The portal's own front: what is held, else the framework, which here only counts. */
beforeAll(async () => {
  await seedPeople();
  server = createServer(async (request, response) => {
    if (await answerHeldBoard(request, response)) return;
    drawn += 1;
    const draws = isDrawing({ get: (name) => String(request.headers[name] ?? '') });
    response.writeHead(200, {
      'content-type': 'text/html',
      'content-security-policy': "script-src 'nonce-of=='",
      'x-drawn': 'yes',
    });
    response.end(`<b>${draws ? somebody : 'drawn for one'}</b><script nonce="of==">${drawn}</script>`);
  });
  await new Promise<void>((resolve) => server.listen(0, resolve));
  const { port } = server.address() as AddressInfo;
  process.env.PORT = String(port);
  base = `http://localhost:${port}`;
});
afterAll(() => {
  server.close();
});

async function sessionOf(subject: string): Promise<{ id: string; cookie: string }> {
  const id = await openSession({ issuer: 'staff', claims: { sub: subject } });
  const token = await encode({ token: { sessionId: id }, secret: env().AUTH_SECRET });
  return { id, cookie: `next-auth.session-token=${token}` };
}

async function read(path: string, cookie = '', headers: Record<string, string> = {}) {
  const answer = await fetch(base + path, { headers: { cookie, ...headers } });
  const text = await answer.text();
  return {
    text,
    held: !text.includes('drawn for one'),
    policy: answer.headers.get('content-security-policy'),
  };
}

describe('a held board', () => {
  it('is drawn once for officers of the same rights, each with their own name and nonce', async () => {
    const leader = await sessionOf('leadership');
    const [name] = await database().select().from(accounts).where(eq(accounts.subject, 'leadership'));
    const first = await read('/indicators', leader.cookie);
    const before = drawn;
    const second = await read('/indicators', (await sessionOf('leadership')).cookie);
    expect(drawn).toBe(before);
    expect(first.text).toContain(`<b>${name?.name}</b>`);
    expect(second.text).toContain(`<b>${name?.name}</b>`);
    expect(first.policy).not.toBe(second.policy);
    for (const { text, policy } of [first, second]) {
      const nonce = /nonce="([^"]+)"/.exec(text)?.[1];
      expect(policy).toBe(`script-src 'nonce-${nonce}'`);
    }
    const other = await read('/indicators', (await sessionOf('indicator-owner')).cookie);
    expect(drawn).toBe(before + 1);
    expect(other.text).not.toContain(name?.name);
  });

  it('is nothing for whoever may not read it, whose session has ended or who asks for something else', async () => {
    const leader = await sessionOf('leadership');
    const held = async (path: string, cookie = '', headers = {}) => (await read(path, cookie, headers)).held;
    expect(await held('/indicators')).toBe(false);
    expect(await held('/indicators', (await sessionOf('one-stop')).cookie)).toBe(false);
    expect(await held('/indicators/T54', leader.cookie)).toBe(false);
    expect(await held('/indicators?period=202609', leader.cookie)).toBe(true);
    expect(await held('/indicators?period=soon', leader.cookie)).toBe(false);
    expect(await held('/indicators?asOf=2026-01-01', leader.cookie)).toBe(false);
    expect(await held('/indicators', leader.cookie, { rsc: '1' })).toBe(false);
    await database().update(sessions).set({ revokedAt: new Date() }).where(eq(sessions.id, leader.id));
    expect(await held('/indicators', leader.cookie)).toBe(false);
  });

  it('leaves what is no address to the framework', async () => {
    const request = { url: '//', method: 'GET', headers: {} } as IncomingMessage;
    expect(await answerHeldBoard(request, {} as ServerResponse)).toBe(false);
  });

  it('is the open one for whoever has not signed in', async () => {
    expect((await read('/progress')).held).toBe(true);
    const before = drawn;
    expect((await read('/progress', 'other=1')).held).toBe(true);
    expect(drawn).toBe(before);
    expect((await read('/progress', (await sessionOf('leadership')).cookie)).held).toBe(false);
  });
});
