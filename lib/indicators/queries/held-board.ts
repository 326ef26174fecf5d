import 'server-only';
import { randomBytes } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { localeCookie, localeOf } from '@/lib/i18n/locale';
import { themeCookie, themeOf } from '@/lib/i18n/theme';
import { civilDateAt } from '@/lib/kernel/calendar';
import { now } from '@/lib/kernel/clock';
import { heldPage, isDrawing, isPlainName, type Page } from '@/lib/kernel/held-page';
import { reachOf } from '@/lib/policy/authorize';
import { actorBehind } from '@/lib/session/actor';
import { sessionCookie } from '@/lib/session/cookies';
import { isStaff } from '@/lib/session/staff';
import { BoardInput, MeasureId } from '../schema';
import { stampReader } from '../stamps/queries';

/** Answers for a board that is held for all who see the same; false: the page is to be drawn for the one who asks. */
export async function answerHeldBoard(request: IncomingMessage, response: ServerResponse): Promise<boolean> {
  const [address = '/', base] = [request.url, 'http://localhost'];
  // What is no address is the framework's to refuse.
  if (!URL.canParse(address, base)) return false;
  const url = new URL(address, base);
  if (!isBoard(request, url)) return false;
  const page = await pageFor(request, url).catch(() => null);
  if (page === null) return false;
  send(page, request, response);
  return true;
}

const latestStamps = stampReader();
const boards = ['/progress', '/indicators'];

const { period, place, world } = BoardInput.shape;
const conditions = { measure: MeasureId, period, place, world };

function isBoard({ method, headers }: IncomingMessage, { pathname, searchParams }: URL): boolean {
  if (method !== 'GET' || !boards.includes(pathname) || 'rsc' in headers) return false;
  if (isDrawing({ get: (name) => String(headers[name] ?? '') })) return false;
  return [...searchParams].every(
    ([name, value]) =>
      Object.hasOwn(conditions, name) && conditions[name as keyof typeof conditions].safeParse(value).success,
  );
}

interface Drawn extends Page {
  readonly person: string;
}

async function pageFor(request: IncomingMessage, { pathname, search }: URL): Promise<Drawn | null> {
  const viewer = await viewerOf(request, pathname);
  if (viewer === null) return null;
  const page = await heldPage({
    path: pathname + search,
    cookie: viewer.cookie,
    audience: viewer.audience,
    stamp: [...Object.values(await latestStamps()), civilDateAt(now())].join(' '),
  });
  return page && { ...page, person: viewer.name };
}

interface Viewer {
  name: string;
  cookie: string;
  audience: string;
}

/** On the open board whoever has not signed in sees what all see; officers of the same roles and units see the same. */
async function viewerOf(request: IncomingMessage, path: string): Promise<Viewer | null> {
  const cookies = cookiesOf(request);
  const locale = localeOf(cookies[localeCookie]);
  const theme = themeOf(cookies[themeCookie]);
  const plain = `${localeCookie}=${locale}; ${themeCookie}=${theme}`;
  const session = cookies[sessionCookie()];
  if (path === '/progress')
    return session === undefined ? { name: '', cookie: plain, audience: plain } : null;
  const actor = session === undefined ? null : await actorBehind({ cookies, headers: request.headers });
  if (actor === null || !isStaff(actor) || !isPlainName(actor.name)) return null;
  const { grants, sample } = actor;
  if (reachOf(actor, 'indicator.read').length === 0 || grants.some(({ mandate }) => mandate !== undefined))
    return null;
  const rights = grants.map(({ role, scope }) => `${role}:${scope}`).sort();
  return {
    name: actor.name,
    cookie: `${plain}; ${sessionCookie()}=${session}`,
    audience: [plain, sample, ...rights].join(' '),
  };
}

function cookiesOf({ headers }: IncomingMessage): Record<string, string> {
  const pairs = (headers.cookie ?? '').split(';').map((pair) => pair.trim().split('='));
  return Object.fromEntries(pairs.map(([name = '', ...value]) => [name, value.join('=')]));
}

function send(page: Drawn, { headers }: IncomingMessage, response: ServerResponse): void {
  const words = { nonce: randomBytes(16).toString('base64'), person: page.person };
  const packs = /\bgzip\b/.test(String(headers['accept-encoding'] ?? ''));
  const body = packs ? page.body.gzip(words) : Buffer.from(page.body.text(words));
  for (const [name, value] of page.headers) response.setHeader(name, value.text(words));
  response.setHeader('vary', 'cookie, accept-encoding');
  response.setHeader('content-length', body.byteLength);
  if (packs) response.setHeader('content-encoding', 'gzip');
  response.end(body);
}
