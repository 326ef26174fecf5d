import { createHash, randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { answersFor } from '@/e2e/cosmetics-hand-in';
import { letterAsPdf } from '@/e2e/papers';
import { demoFacility } from '@/lib/integrations/people';
import { lockReports } from '@/lib/reporting/commands/lock';
import { actorOfAccount } from '@/lib/session/token';
import type { Bench, Portal, Server } from '../define';
import { type Door, openDoor } from './door';
import { emptyLedger, type Ledger } from './ledger';

export interface MixedLoad {
  readonly ledger: Ledger;
  /** Lets everybody finish what is under way. */
  stop(): Promise<void>;
}

interface Scene {
  bench: Bench;
  ledger: Ledger;
  door: Door;
  webs: () => readonly Server[];
  headers: { business: Bearer; facility: Bearer; officer: Cookie; leader: Cookie };
}
interface Bearer extends Record<string, string> {
  authorization: string;
}
interface Cookie extends Record<string, string> {
  cookie: string;
}

/** Everybody at once: two businesses, two officers, a leader, a hospital's own system, and the ministry locking. */
export async function startMixedLoad(bench: Bench, portal: () => Portal): Promise<MixedLoad> {
  const ledger = emptyLedger();
  const webs = () => portal().webs;
  const headers = {
    business: { authorization: `Bearer ${await bench.token('business')}` },
    facility: { authorization: `Bearer ${await bench.token('hospital-his')}` },
    officer: { cookie: await bench.signIn('one-stop') },
    leader: { cookie: await bench.signIn('leadership') },
  };
  const scene: Scene = { bench, ledger, door: openDoor(webs, ledger), webs, headers };
  let stopping = false;
  const again = async (act: (scene: Scene, n: number) => Promise<void>, restMs: number) => {
    for (let n = 0; !stopping; n += 1) {
      await act(scene, n);
      await pause(restMs);
    }
  };
  const everybody = [
    again(handIn, 300),
    again(handIn, 300),
    again(readAsOfficer, 100),
    again(readAsOfficer, 100),
    again(readAsLeader, 200),
    again(feedCells, 400),
    again(lockAndCompare, 3_000),
  ];
  const ended = Promise.all(everybody);
  ended.catch(() => {
    stopping = true;
  });
  return {
    ledger,
    async stop() {
      stopping = true;
      await ended;
    },
  };
}

const fromOurPage = { 'sec-fetch-site': 'same-origin' };

/** A paper, a draft, the fee, the submission; every call has its key, so that a repeated one does nothing twice. */
async function handIn({ door, ledger, headers }: Scene): Promise<void> {
  const ref = `bench-${randomUUID()}`;
  const call = { ...fromOurPage, ...headers.business };
  const letter = await letterAsPdf('giay-uy-quyen.pdf', ['Letter of authorisation', ref]);
  const stored = await door('/api/v1/documents', {
    method: 'POST',
    headers: {
      ...call,
      'idempotency-key': `${ref}-file`,
      'content-type': letter.mimeType,
      'x-file-name': letter.name,
    },
    body: new Uint8Array(letter.buffer),
  });
  const file = await said<{ id: string; sha256: string }>(stored, 201);
  ledger.files.push({ id: file.id, sha256: createHash('sha256').update(letter.buffer).digest('hex') });
  const kept = await door('/api/v1/dossiers', {
    method: 'POST',
    headers: { ...call, 'idempotency-key': `${ref}-draft`, 'content-type': 'application/json' },
    body: JSON.stringify({
      procedure: 'cosmetics-notification',
      externalRef: ref,
      answers: answersFor(`Kem dưỡng ẩm ${ref}`),
      documents: { 'authorisation-letter': [file.id] },
    }),
  });
  const draft = await said<{ code: string; feeDue: { payUrl: string | null } | null }>(kept, 201);
  await pay(draft.feeDue?.payUrl ?? null);
  const sent = await door(`/api/v1/dossiers/${draft.code}/submission`, {
    method: 'POST',
    headers: { ...call, 'idempotency-key': `${ref}-submit` },
  });
  // A payment whose notice met a killed process is asked for later: such a dossier is not acknowledged yet.
  if (sent.status === 201)
    ledger.dossiers.push({ ref, code: (await said<{ code: string }>(sent, 201)).code });
}

async function pay(url: string | null): Promise<void> {
  if (url === null) return;
  const body = new URLSearchParams({ choice: 'paid' });
  await fetch(url, { method: 'POST', body, redirect: 'manual' }).catch(() => null);
}

async function said<T>(answer: Response, status: number): Promise<T> {
  if (answer.status !== status)
    throw new Error(`${answer.status} instead of ${status}: ${await answer.text()}`);
  return (await answer.json()) as T;
}

const officersPages = [
  '/today',
  '/dossiers?view=all',
  '/dossiers?view=all&sort=submitted&order=desc',
  '/dossiers?view=overdue',
  '/dossiers?view=all&q=my+pham',
];

async function readAsOfficer(scene: Scene, n: number): Promise<void> {
  await readPage(scene, officersPages[n % officersPages.length] ?? '', scene.headers.officer);
}

const leadersPages = [
  '/indicators',
  '/indicators/T23',
  '/indicators/index766',
  '/indicators/targets',
  '/facilities',
];

async function readAsLeader(scene: Scene, n: number): Promise<void> {
  await readPage(scene, leadersPages[n % leadersPages.length] ?? '', scene.headers.leader);
}

/** The door takes the web processes in turn: a session made once has to be good at each. */
async function readPage({ door, ledger }: Scene, path: string, headers: Cookie): Promise<void> {
  const answer = await door(path, { headers });
  ledger.sessions.asked += 1;
  if (answer.status !== 200) ledger.sessions.refused += 1;
}

const fedPeriod = '202611';
/** Cells nobody enters by hand: there a feed gives way. */
const fedParts = ['E31b', 'E36a', 'E39b', 'E40a', 'E41a'];

/** A hospital's own system sends a number; what is acknowledged must be found among the versions of the cell. */
async function feedCells({ door, ledger, headers }: Scene, n: number): Promise<void> {
  const part = fedParts[n % fedParts.length] ?? '';
  const value = 1_000 + n;
  const answer = await door(`/api/v1/reports/${demoFacility.id}/${fedPeriod}/values`, {
    method: 'POST',
    headers: { ...headers.facility, 'content-type': 'application/json' },
    body: JSON.stringify({ values: [{ part, value }] }),
  });
  const { outcomes } = await said<{ outcomes: { outcome: string }[] }>(answer, 200);
  if (outcomes[0]?.outcome === 'saved') ledger.cells.push({ part, value });
}

/** Right after a lock every web process must tell the same figures, whichever of them is asked first. */
async function lockAndCompare({ bench, ledger, webs }: Scene, n: number): Promise<void> {
  const owner = await actorOfAccount('indicator-owner');
  const [waiting] = await bench.sql<{ id: string; period: string; form: string }[]>`
    select id, period_id as period, form_id as form from reports where state = 'verified' order by id limit 1`;
  if (owner === null || waiting === undefined) return;
  const { id, period, form } = waiting;
  const { locked } = await lockReports(owner, { periodId: period, formId: form, ids: [id] });
  ledger.figures.locks += locked;
  const all = n % 2 === 0 ? webs() : webs().toReversed();
  const once = await figuresOf(all);
  // A count of dossiers may have been renewed between two answers: what is wrong stays wrong.
  const told = new Set(once).size > 1 ? await figuresOf(all) : once;
  ledger.figures.compared += told.length;
  if (new Set(told).size > 1) ledger.figures.different += 1;
}

async function figuresOf(webs: readonly Server[]): Promise<string[]> {
  const told = await Promise.all(
    webs.map(({ url }) =>
      fetch(`${url}/api/v1/indicators`, { signal: AbortSignal.timeout(60_000) })
        .then((answer) => (answer.ok ? answer.text() : null))
        .catch(() => null),
    ),
  );
  return told.filter((body) => body !== null);
}
