import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { type NextRequest, NextResponse } from 'next/server';
import { env } from '@/lib/config/env';
import { csrfCookie, sessionCookie } from '@/lib/session/cookies';

/** Nonce, request id, and a cheap way to the sign-in page. Never authorization: that is the command's and the query's. */
export async function proxy(request: NextRequest): Promise<NextResponse> {
  const home = homeOf(request);
  if (home !== null) return NextResponse.redirect(home);
  // A form of a page answers for itself: the browser could not follow a redirect of its action to another page.
  const reads = request.method === 'GET' || request.method === 'HEAD';
  if (reads && needsSession(request.nextUrl.pathname) && !request.cookies.has(sessionCookie())) {
    return NextResponse.redirect(signInUrl(request));
  }
  const nonce = randomBytes(16).toString('base64');
  const policy = contentSecurityPolicy(nonce);
  const headers = new Headers(request.headers);
  headers.set('x-nonce', nonce);
  headers.set('x-request-id', randomUUID());
  headers.set('x-path', request.nextUrl.pathname + request.nextUrl.search);
  headers.set('content-security-policy', policy);
  const csrf = missingCsrf(request);
  if (csrf !== null)
    headers.set(
      'cookie',
      [request.headers.get('cookie'), `${csrfCookie()}=${csrf}`].filter(Boolean).join('; '),
    );
  const response = NextResponse.next({ request: { headers } });
  response.headers.set('content-security-policy', policy);
  if (csrf !== null)
    response.cookies.set(csrfCookie(), csrf, {
      httpOnly: true,
      sameSite: 'lax',
      path: '/',
      secure: isSecure(),
    });
  return response;
}

export const config = {
  matcher: [{ source: '/((?!_next/|api/|favicon|.*\\.(?:svg|png|ico|txt|webmanifest)$).*)' }],
};

/** Cookies belong to one name of this machine: the loopback address is sent to the name the portal goes by. */
function homeOf(request: NextRequest): URL | null {
  const home = new URL(env().PUBLIC_URL);
  const loopback = /^(127\.0\.0\.1|\[::1\])(:|$)/.test(request.headers.get('host') ?? '');
  if (!loopback || home.hostname !== 'localhost' || request.method !== 'GET') return null;
  return new URL(request.nextUrl.pathname + request.nextUrl.search, home);
}

const areas = [
  '/my',
  '/today',
  '/dossiers',
  '/documents',
  '/facilities',
  '/reporting',
  '/indicators',
  '/registers',
  '/performance',
  '/integrations',
  '/audit',
  '/access',
  '/calendar',
  '/search',
];

function needsSession(path: string): boolean {
  return areas.some((area) => path === area || path.startsWith(`${area}/`));
}

function signInUrl(request: NextRequest): URL {
  const url = new URL('/sign-in', env().PUBLIC_URL);
  url.searchParams.set('callbackUrl', request.nextUrl.pathname + request.nextUrl.search);
  return url;
}

/**
 * The forms to sign in and out must work without a script, and next-auth refuses a form whose double-submit token
 * has no cookie yet; so the first visit to either page sets it.
 */
function missingCsrf(request: NextRequest): string | null {
  if (!['/sign-in', '/sign-out'].includes(request.nextUrl.pathname) || request.cookies.has(csrfCookie()))
    return null;
  const token = randomBytes(32).toString('hex');
  return `${token}|${createHash('sha256').update(`${token}${env().AUTH_SECRET}`).digest('hex')}`;
}

function isSecure(): boolean {
  return env().PUBLIC_URL.startsWith('https:');
}

function contentSecurityPolicy(nonce: string): string {
  const issuers = [env().OIDC_CITIZEN_ISSUER, env().OIDC_STAFF_ISSUER].map(
    (issuer) => new URL(issuer).origin,
  );
  const partners = [...new Set([...issuers, ...payment()])].join(' ');
  const development = process.env.NODE_ENV === 'development' ? " 'unsafe-eval'" : '';
  return [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${development}`,
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "connect-src 'self'",
    "object-src 'none'",
    "frame-src 'self'",
    "base-uri 'none'",
    // Chromium checks redirects after a form too: sign-in and payment leave for these.
    `form-action 'self' ${partners}`,
    "frame-ancestors 'none'",
  ].join('; ');
}

function payment(): string[] {
  const url = env().PARTNER_PAYMENT_URL;
  return url === undefined ? [] : [new URL(url).origin];
}
