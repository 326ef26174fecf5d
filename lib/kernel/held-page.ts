import 'server-only';
import { randomUUID } from 'node:crypto';

/*
 * A page that is the same for everybody is drawn once and sent to many; each gets a nonce of its own. It is drawn anew
 * as soon as what it shows has changed, and after half a minute in any case.
 */

/** The page with the nonce of who asks. */
type Page = (nonce: string) => string;

const goodFor = 30_000;
const most = 200;

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
export const isDrawing = (headers: Headers): boolean => headers.get(passHeader) === pass;

interface Wanted {
  /** Path and search, as the portal reads them. */
  readonly path: string;
  /** All the page depends on of who asks. */
  readonly cookie: string;
  /** Equal stamps, equal pages. */
  readonly stamp: string;
}

/** The page, drawn by whoever asks first; null when it can't be held, and is then drawn for the one who asks. */
export function heldPage({ path, cookie, stamp }: Wanted): Promise<Page | null> {
  const key = `${path} ${cookie}`;
  const known = pages.get(key);
  if (known !== undefined && known.stamp === stamp && known.until > performance.now()) return known.page;
  const page = draw(path, cookie).catch(() => null);
  if (pages.size >= most) pages.clear();
  const held = { stamp, until: performance.now() + goodFor, page };
  pages.set(key, held);
  void page.then((drawn) => {
    if (drawn === null && pages.get(key) === held) pages.delete(key);
  });
  return page;
}

async function draw(path: string, cookie: string): Promise<Page | null> {
  const answer = await fetch(`http://localhost:${process.env.PORT}${path}`, {
    headers: { [passHeader]: pass, cookie, accept: 'text/html' },
    redirect: 'manual',
  });
  const nonce = /'nonce-([^']+)'/.exec(answer.headers.get('content-security-policy') ?? '')?.[1];
  const text = await answer.text();
  if (answer.status !== 200 || nonce === undefined) return null;
  const pieces = text.split(nonce);
  return (other) => pieces.join(other);
}
