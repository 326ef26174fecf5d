import 'server-only';
import { randomUUID } from 'node:crypto';
import { type Template, templateOf } from './template';

/*
 * A page that is the same for many is drawn and packed once; each gets it with a nonce and their own name. It is drawn
 * anew as soon as what it shows has changed, and after half a minute in any case.
 */

/** The page without the words of who asks. */
export interface Page {
  readonly headers: readonly (readonly [name: string, value: Template<'nonce' | 'person'>])[];
  readonly body: Template<'nonce' | 'person'>;
}

const goodFor = 30_000;
const most = 100;

interface Held {
  readonly stamp: string;
  readonly until: number;
  readonly page: Promise<Page | null>;
}

// The pages of this process, also when this file is loaded twice.
const kept = globalThis as typeof globalThis & { portalPages?: { pass: string; pages: Map<string, Held> } };
kept.portalPages ??= { pass: randomUUID(), pages: new Map() };
const { pass, pages } = kept.portalPages;

const passHeader = 'x-portal-draws';

/** The portal itself asks for the page, to hold it. */
export const isDrawing = (headers: Pick<Headers, 'get'>): boolean => headers.get(passHeader) === pass;

/** Stands where a name goes in a page that is drawn to be held. */
export const somebody = `somebody-${pass}`;

/** Whether a name reads the same in the text of a page and in its scripts. */
export const isPlainName = (name: string): boolean => /^[\p{L}\p{M}\p{N} .()-]+$/u.test(name);

interface Wanted {
  /** Path and search, as the portal reads them. */
  readonly path: string;
  /** The cookies it is drawn with. */
  readonly cookie: string;
  /** All the page depends on of who asks. */
  readonly audience: string;
  /** Equal stamps, equal pages. */
  readonly stamp: string;
}

/** The page, drawn by whoever asks first; null when it can't be held, and is then drawn for the one who asks. */
export function heldPage({ path, cookie, audience, stamp }: Wanted): Promise<Page | null> {
  const key = `${path} ${audience}`;
  const known = pages.get(key);
  if (known !== undefined && known.stamp === stamp && known.until > performance.now()) return known.page;
  const page = draw(path, cookie).catch(() => null);
  const [oldest] = pages.keys();
  if (pages.size >= most && oldest !== undefined) pages.delete(oldest);
  const held = { stamp, until: performance.now() + goodFor, page };
  pages.delete(key);
  pages.set(key, held);
  void page.then((drawn) => {
    if (drawn === null && pages.get(key) === held) pages.delete(key);
  });
  return page;
}

const ofOneAnswer = [
  'connection',
  'content-encoding',
  'content-length',
  'date',
  'keep-alive',
  'set-cookie',
  'transfer-encoding',
];

async function draw(path: string, cookie: string): Promise<Page | null> {
  const answer = await fetch(`http://localhost:${process.env.PORT}${path}`, {
    headers: { [passHeader]: pass, cookie, accept: 'text/html' },
    redirect: 'manual',
  });
  const policy = answer.headers.get('content-security-policy') ?? '';
  const nonce = /'nonce-([^']+)'/.exec(policy)?.[1];
  const text = await answer.text();
  if (answer.status !== 200 || nonce === undefined) return null;
  const marks = { nonce, person: somebody };
  const headers = [...answer.headers]
    .filter(([name]) => !ofOneAnswer.includes(name))
    .map(([name, value]) => [name, templateOf(value, marks)] as const);
  return { headers, body: templateOf(text, marks) };
}
