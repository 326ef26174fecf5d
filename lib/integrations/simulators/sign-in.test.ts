import { createHash, createPublicKey, randomBytes, verify } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { env } from '@/lib/config/env';
import { startSimulators } from '@/lib/integrations/simulators';
import { VneidClaims } from '@/lib/integrations/vneid/provider';

let port = 0;
let running: Awaited<ReturnType<typeof startSimulators>>;
const portal = 'http://localhost:3999';

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, () => {
      const { port: free } = probe.address() as AddressInfo;
      probe.close(() => resolve(free));
    });
  });
}

beforeAll(async () => {
  port = await freePort();
  running = await startSimulators({ port, publicUrl: portal, slowMs: 50 });
});
afterAll(() => running.close());

/** A browser without JavaScript: it keeps cookies by path and follows redirects until the portal. */
class Browser {
  private readonly cookies = new Map<string, { value: string; path: string }>();

  async go(url: string, init: RequestInit = {}): Promise<Response> {
    const { pathname } = new URL(url);
    const sent = [...this.cookies].filter(([, { path }]) => pathname.startsWith(path));
    const cookie = sent.map(([name, { value }]) => `${name}=${value}`).join('; ');
    const response = await fetch(url, { ...init, redirect: 'manual', headers: { ...init.headers, cookie } });
    for (const line of response.headers.getSetCookie()) this.keep(line);
    const location = response.headers.get('location');
    if (location === null) return response;
    const next = new URL(location, url);
    return next.origin === portal ? response : this.go(next.href);
  }

  post(url: string, form: Record<string, string>): Promise<Response> {
    return this.go(url, { method: 'POST', body: new URLSearchParams(form) });
  }

  names(): string[] {
    return [...this.cookies.keys()];
  }

  private keep(line: string): void {
    const [pair = '', ...attributes] = line.split('; ');
    const [name = '', value = ''] = pair.split(/=(.*)/s);
    const path = attributes.find((attribute) => attribute.startsWith('path='))?.slice(5) ?? '/';
    if (value === '') this.cookies.delete(name);
    else this.cookies.set(name, { value, path });
  }
}

const verifier = randomBytes(32).toString('base64url');

function askFor(issuer: 'vneid' | 'staff', more: Record<string, string> = {}): string {
  const who = issuer === 'vneid' ? 'CITIZEN' : 'STAFF';
  const scope =
    issuer === 'vneid' ? 'openid profile email identity organisation' : 'openid profile email unit';
  const query = new URLSearchParams({
    client_id: env()[`OIDC_${who}_CLIENT_ID`],
    response_type: 'code',
    scope,
    redirect_uri: `${portal}/api/auth/callback/${issuer}`,
    state: 'state-1',
    nonce: 'nonce-1',
    code_challenge: createHash('sha256').update(verifier).digest('base64url'),
    code_challenge_method: 'S256',
    ...more,
  });
  return `http://localhost:${port}/${issuer}/auth?${query}`;
}

async function actionOf(page: Response): Promise<string> {
  const html = await page.text();
  return `http://localhost:${port}${html.match(/action="([^"]+)"/)?.[1]}`;
}

async function signIn(browser: Browser, issuer: 'vneid' | 'staff', account: string): Promise<URL> {
  const page = await browser.go(askFor(issuer));
  const back = await browser.post(await actionOf(page), { account });
  return new URL(back.headers.get('location') ?? 'none:');
}

async function claimsFrom(issuer: 'vneid' | 'staff', callback: URL): Promise<Record<string, unknown>> {
  const who = issuer === 'vneid' ? 'CITIZEN' : 'STAFF';
  const basic = `${env()[`OIDC_${who}_CLIENT_ID`]}:${env()[`OIDC_${who}_CLIENT_SECRET`]}`;
  const response = await fetch(`http://localhost:${port}/${issuer}/token`, {
    method: 'POST',
    headers: { authorization: `Basic ${Buffer.from(basic).toString('base64')}` },
    body: new URLSearchParams({
      grant_type: 'authorization_code',
      code: callback.searchParams.get('code') ?? '',
      redirect_uri: `${portal}/api/auth/callback/${issuer}`,
      code_verifier: verifier,
    }),
  });
  const { id_token } = (await response.json()) as { id_token: string };
  const [header = '', payload = '', signature = ''] = id_token.split('.');
  const jwks = (await (await fetch(`http://localhost:${port}/${issuer}/jwks`)).json()) as {
    keys: Record<string, string>[];
  };
  const key = createPublicKey({ key: jwks.keys[0] ?? {}, format: 'jwk' });
  expect(
    verify('RSA-SHA256', Buffer.from(`${header}.${payload}`), key, Buffer.from(signature, 'base64url')),
  ).toBe(true);
  return JSON.parse(Buffer.from(payload, 'base64url').toString('utf8'));
}

describe('the simulated issuers', () => {
  it('vouch for a citizen with level of identification', async () => {
    const callback = await signIn(new Browser(), 'vneid', 'citizen');
    expect(callback.searchParams.get('state')).toBe('state-1');
    const claims = await claimsFrom('vneid', callback);
    expect(VneidClaims.parse(claims)).toMatchObject({
      sub: 'citizen',
      name: 'Trần Thị Minh Anh',
      birthdate: '1991-04-12',
      acr: 'urn:vneid:loa:2',
    });
    expect(claims).toMatchObject({ iss: `http://localhost:${port}/vneid`, nonce: 'nonce-1' });
    expect(claims.organisation).toBeUndefined();
  });

  it('vouch for a member of an organisation and for an official', async () => {
    const business = await claimsFrom('vneid', await signIn(new Browser(), 'vneid', 'business-member'));
    expect(business.organisation).toMatchObject({
      tax_code: '0199001236',
      position: 'Nhân viên đăng ký thuốc',
    });
    const official = await claimsFrom('staff', await signIn(new Browser(), 'staff', 'reviewer'));
    expect(official).toMatchObject({ sub: 'reviewer', unit: 'QLD' });
    expect(official.acr).toBeUndefined();
  });

  it('do not lend one issuer’s people to the other', async () => {
    const browser = new Browser();
    const page = await browser.go(askFor('vneid'));
    const back = await browser.post(await actionOf(page), { account: 'approver' });
    expect(new URL(back.headers.get('location') ?? '').searchParams.get('error')).toBe('access_denied');
  });

  it('come back with access_denied when the person cancels', async () => {
    const browser = new Browser();
    const page = await browser.go(askFor('staff'));
    const back = await browser.post(await actionOf(page), { cancel: '1' });
    const { searchParams } = new URL(back.headers.get('location') ?? '');
    expect([searchParams.get('error'), searchParams.get('state')]).toEqual(['access_denied', 'state-1']);
  });

  it('ask again for prompt=login and for max_age, and tell when the person was asked', async () => {
    const browser = new Browser();
    const first = await claimsFrom('vneid', await signIn(browser, 'vneid', 'citizen'));
    const silent = await browser.go(askFor('vneid'));
    expect(silent.status).toBe(303);
    expect((await browser.go(askFor('vneid', { prompt: 'login' }))).status).toBe(200);
    const later = await browser.go(askFor('vneid', { max_age: '3600' }));
    expect(later.status).toBe(303);
    const claims = await claimsFrom('vneid', new URL(later.headers.get('location') ?? ''));
    expect(claims.auth_time).toBeTypeOf('number');
    expect(Number(claims.auth_time)).toBeLessThanOrEqual(Number(first.iat));
    await new Promise((resolve) => setTimeout(resolve, 2_100));
    expect((await browser.go(askFor('vneid', { max_age: '1' }))).status).toBe(200);
  });

  it('change persons when another one is picked', async () => {
    const browser = new Browser();
    await signIn(browser, 'staff', 'reviewer');
    const page = await browser.go(askFor('staff', { prompt: 'login' }));
    const back = await browser.post(await actionOf(page), { account: 'approver' });
    const claims = await claimsFrom('staff', new URL(back.headers.get('location') ?? 'none:'));
    expect(claims.sub).toBe('approver');
  });

  it('sign out and return to the portal', async () => {
    const browser = new Browser();
    await signIn(browser, 'vneid', 'citizen');
    const query = new URLSearchParams({
      client_id: env().OIDC_CITIZEN_CLIENT_ID,
      post_logout_redirect_uri: `${portal}/`,
    });
    const page = await browser.go(`http://localhost:${port}/vneid/session/end?${query}`);
    const html = await page.text();
    const xsrf = html.match(/name="xsrf" value="([^"]+)"/)?.[1] ?? '';
    const action = html.match(/action="([^"]+)"/)?.[1] ?? '';
    const back = await browser.post(action, { xsrf, logout: 'yes' });
    expect(back.headers.get('location')).toBe(`${portal}/`);
    expect((await browser.go(askFor('vneid'))).status).toBe(200);
  });

  it('keep their cookies under their own paths and names', async () => {
    const browser = new Browser();
    await signIn(browser, 'vneid', 'citizen');
    await signIn(browser, 'staff', 'reviewer');
    expect(browser.names().every((name) => /^(vneid|staff)_/.test(name))).toBe(true);
  });

  it('answer under both names of this machine and send a strict policy', async () => {
    const response = await fetch(`http://127.0.0.1:${port}/vneid/.well-known/openid-configuration`);
    expect(await response.json()).toMatchObject({ issuer: `http://localhost:${port}/vneid` });
    expect(response.headers.get('content-security-policy')).toContain("default-src 'none'");
  });

  it('refuse a stranger’s return address', async () => {
    const response = await fetch(askFor('vneid', { redirect_uri: 'http://evil.example/' }), {
      redirect: 'manual',
    });
    expect(response.status).toBe(400);
  });

  it('obey the switchboard', async () => {
    const mood = (name: string) =>
      fetch(`http://127.0.0.1:${port}/switchboard/vneid`, {
        method: 'PUT',
        body: JSON.stringify({ mood: name }),
      });
    await mood('down');
    expect((await fetch(askFor('vneid'))).status).toBe(503);
    await mood('ok');
    expect((await new Browser().go(askFor('vneid'))).status).toBe(200);
  });
});
