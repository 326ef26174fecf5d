import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as wait } from 'node:timers/promises';
import { sql } from 'drizzle-orm';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { database } from '@/db/client';
import { useDatabase } from '@/db/testing';
import { seedPeople } from '@/db/testing-actors';
import { type Cast, fillDraft, handIn, makeMove, payFees, readCast } from '@/db/testing-dossiers';
import { verifyChains } from '@/lib/audit/queries';
import { storage } from '@/lib/integrations/storage';
import { root, typescript } from '@/scripts/machine/folders';
import { findDossier } from './commands/find';
import { submitDossier } from './commands/submit';

/** The next call of the step so named fails, once. */
const fault = vi.hoisted(() => {
  const armed = { step: '' };
  const failing =
    <A extends unknown[], R>(step: string, run: (...args: A) => R) =>
    (...args: A): R => {
      if (armed.step === step) {
        armed.step = '';
        throw new Error(`power cut at ${step}`);
      }
      return run(...args);
    };
  return { armed, failing };
});

vi.mock('@/lib/integrations/storage', async (original) => {
  const real = await original<typeof import('@/lib/integrations/storage')>();
  return {
    ...real,
    storage: () => {
      const kept = real.storage();
      return {
        ...kept,
        put: fault.failing('put', kept.put),
        verify: fault.failing('verify', kept.verify),
        open: fault.failing('open', kept.open),
      };
    },
  };
});
vi.mock('@/lib/integrations/signing', async (original) => {
  const real = await original<typeof import('@/lib/integrations/signing')>();
  return { ...real, signing: () => ({ sign: fault.failing('sign', real.signing().sign) }) };
});
vi.mock('@/lib/pdf/render', async (original) => {
  const real = await original<typeof import('@/lib/pdf/render')>();
  return { ...real, renderPaper: fault.failing('render', real.renderPaper) };
});
vi.mock('@/lib/kernel/numbers', async (original) => {
  const real = await original<typeof import('@/lib/kernel/numbers')>();
  return {
    ...real,
    peekNumber: fault.failing('peek', real.peekNumber),
    takeNumber: fault.failing('take', real.takeNumber),
  };
});
vi.mock('@/lib/kernel/outbox', async (original) => {
  const real = await original<typeof import('@/lib/kernel/outbox')>();
  return { ...real, enqueue: fault.failing('enqueue', real.enqueue) };
});
vi.mock('@/lib/kernel/audit-trail', async (original) => {
  const real = await original<typeof import('@/lib/kernel/audit-trail')>();
  return { ...real, recordAct: fault.failing('audit', real.recordAct) };
});
vi.mock('./commands/advance', async (original) => {
  const real = await original<typeof import('./commands/advance')>();
  return { ...real, advance: fault.failing('advance', real.advance) };
});
vi.mock('./commands/papers', async (original) => {
  const real = await original<typeof import('./commands/papers')>();
  return { ...real, keepPaper: fault.failing('paper', real.keepPaper) };
});
vi.mock('@/db/client', async (original) => {
  const real = await original<typeof import('@/db/client')>();
  const transaction: typeof real.transaction = async (run) => {
    const result = await real.transaction(async (tx) => {
      const done = await run(tx);
      fault.failing('commit', () => {})();
      return done;
    });
    fault.failing('answer', () => {})();
    return result;
  };
  return { ...real, transaction };
});

// Many acts per test: a busy machine may take its time.
vi.setConfig({ testTimeout: 900_000, hookTimeout: 180_000 });
useDatabase();

const procedure = 'cosmetics-notification';
let cast: Cast;

beforeAll(async () => {
  await seedPeople();
  cast = await readCast();
});

/** Everything a submission or move leaves behind for one dossier. */
async function traces(code: string) {
  const { dossier } = await findDossier(database(), code);
  const [counts] = await database().execute<Record<string, number>>(sql`
    select (select count(*)::int from dossier_events where dossier_id = ${dossier.id}) as events,
      (select count(*)::int from clock_events where dossier_id = ${dossier.id}) as clock,
      (select count(*)::int from dossier_promises where dossier_id = ${dossier.id}) as promises,
      (select count(*)::int from issued_papers where dossier_id = ${dossier.id}) as papers,
      (select count(*)::int from audit_acts where record_id = ${dossier.id}::text and outcome = 'done') as acts,
      (select count(*)::int from changes where record_id = ${dossier.id}) as feed,
      (select count(*)::int from graphile_worker._private_jobs where payload->>'dossierId' = ${dossier.id}::text) as jobs`);
  return {
    events: counts?.events ?? 0,
    state: dossier.state,
    version: dossier.version,
    code: dossier.code,
    answers: dossier.answers,
    ...counts,
  };
}

/** Whatever has a row has its bytes, and no number was taken that no dossier carries. */
async function proveWhole(): Promise<void> {
  const kept = await database().execute<{ sha256: string }>(sql`select distinct sha256 from issued_papers`);
  for (const { sha256 } of kept) expect(await storage().verify(sha256)).toBe(true);
  const [row] = await database().execute<{ taken: number; used: number; unproven: number }>(sql`
    select (select coalesce(sum(value), 0)::int from counters where key like 'dossier:%') as taken,
      (select count(*)::int from dossiers where code is not null) as used,
      (select count(*)::int from dossiers d where code is not null and not exists
        (select 1 from issued_papers p where p.dossier_id = d.id and p.kind = 'submission_receipt')) as unproven`);
  expect(row?.taken).toBe(row?.used);
  expect(row?.unproven).toBe(0);
}

/** The act fails at the step: nothing of it is left and a second try does it whole, once. */
async function prove(step: string, code: string, act: () => Promise<unknown>): Promise<void> {
  const before = await traces(code);
  fault.armed.step = step;
  await expect(act(), step).rejects.toThrow('power cut');
  expect(fault.armed.step, `${step} was reached`).toBe('');
  const after = await traces(code);
  if (step === 'answer') {
    expect(after, step).toMatchObject({ events: before.events + 1, version: before.version + 1 });
    await proveWhole();
    await expect(act()).rejects.toMatchObject({ code: expect.stringMatching(/^(unlawful_move|conflict)$/) });
    expect(await traces(code)).toEqual(after);
    return;
  }
  expect(after, step).toEqual(before);
  await proveWhole();
  await act();
  expect(await traces(code), step).toMatchObject({
    events: before.events + 1,
    version: before.version + 1,
  });
  await proveWhole();
}

describe('a power cut between any two steps', () => {
  it.each([
    'verify',
    'peek',
    'render',
    'put',
    'take',
    'paper',
    'advance',
    'enqueue',
    'audit',
    'commit',
    'answer',
  ])('of a submission, at %s: a receipt with every byte, or an untouched draft', async (step) => {
    const draft = await fillDraft(cast('business'), procedure);
    await payFees(draft);
    await prove(step, draft, () => submitDossier(cast('business'), { code: draft }));
  });

  it.each(['render', 'sign', 'put', 'paper', 'advance', 'enqueue', 'audit', 'commit', 'answer'])(
    'of an acceptance, at %s: Form 01 with its promise, or nothing',
    async (step) => {
      const code = await handIn(cast('business'), procedure);
      await prove(step, code, () => makeMove(cast('one-stop'), code, { move: 'accept' }));
    },
  );

  it.each([
    ['put', 'open'],
    ['sign', 'peek'],
    ['render', 'sign'],
    ['paper', 'put'],
    ['commit', 'take'],
    ['enqueue', 'enqueue'],
    ['audit', 'audit'],
    ['advance', 'advance'],
    ['answer', 'commit'],
  ])('of a signature at %s and of an issue at %s', async (atSign, atIssue) => {
    const code = await readyToSign();
    await prove(atSign, code, () => makeMove(cast('approver'), code, { move: 'sign' }));
    await prove(atIssue, code, () => makeMove(cast('records'), code, { move: 'issue' }));
  });

  it('leaves chains that hold', async () => {
    expect((await verifyChains()).broken).toBeNull();
  });
});

async function readyToSign(): Promise<string> {
  const code = await handIn(cast('business'), procedure);
  await makeMove(cast('one-stop'), code, { move: 'accept' });
  await makeMove(cast('dispatcher'), code, { move: 'assign', assignee: cast('reviewer').accountId });
  await makeMove(cast('reviewer'), code, { move: 'begin_review' });
  await makeMove(cast('reviewer'), code, { move: 'draft_result', decision: 'Đủ điều kiện.' });
  await makeMove(cast('reviewer'), code, { move: 'submit_for_sign' });
  await makeMove(cast('checker'), code, { move: 'check', opinion: 'Đồng ý.' });
  return code;
}

describe('a process killed while it submits', () => {
  it('ten times at random moments leaves a receipt with its bytes or an untouched draft', {
    timeout: 900_000,
  }, async () => {
    const drafts: string[] = [];
    for (let n = 0; n < 10; n += 1) {
      const draft = await fillDraft(cast('business'), procedure);
      await payFees(draft);
      drafts.push(draft);
    }
    const outcomes = new Set<string>();
    const next = drafts.entries();
    const killOneAfterAnother = async () => {
      for (const [n, draft] of next) outcomes.add(await killed(draft, n * 33));
    };
    await Promise.all([killOneAfterAnother(), killOneAfterAnother()]);
    await proveWhole();
    expect((await verifyChains()).broken).toBeNull();
    for (const draft of drafts) {
      const { state } = await traces(draft);
      if (state === 'draft') await submitDossier(cast('business'), { code: draft });
      expect((await traces(draft)).state).toBe('submitted');
    }
    await proveWhole();
    expect(outcomes.size).toBeGreaterThan(0);
  });
});

/** Starts the submission in a process of its own and kills that process; says what is left of the draft. */
async function killed(draft: string, delay: number): Promise<string> {
  const before = await traces(draft);
  const child = spawn(process.execPath, [...typescript, 'db/testing-submit.ts', 'business', draft], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = once(child, 'exit');
  await Promise.race([once(child.stdout, 'data'), ended]);
  await wait(delay);
  child.kill('SIGKILL');
  await ended;
  const after = await traces(draft);
  if (after.state === 'draft') expect(after).toEqual(before);
  else expect(after).toMatchObject({ state: 'submitted', events: 2, version: before.version + 1 });
  return after.state;
}
