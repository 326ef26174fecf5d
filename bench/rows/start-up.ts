import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chmodSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from '@/scripts/machine/folders';
import { until } from '@/scripts/machine/say';
import type { Surroundings } from '@/scripts/machine/settings';
import { defineRow, type Figure } from '../define';
import { freePort } from '../stage/fleet';

const patience = 15 * 60_000;

export const row = defineRow({
  id: 'start-up',
  what: 'npm start on a fresh clone until the portal is ready',
  at: 'demo data',
  targets: {
    first: { of: 'subject', unit: 's', atMost: 180 },
    second: { of: 'subject', unit: 's', atMost: 10 },
  },
  async measure(bench) {
    await bench.alone();
    // Outside this tree, where the build would find two of everything; open, as a person's folder is.
    const folder = mkdtempSync(join(tmpdir(), 'portal-start-'));
    chmodSync(folder, 0o755);
    const clone = join(folder, 'portal');
    try {
      execFileSync('git', ['clone', '--quiet', root, clone]);
      const env = await surroundings();
      const first = await start(clone, env);
      const again = await start(clone, env);
      return {
        first: {
          subject: figure(first.ready, 'installing, database, demo data, build and start'),
          yardstick: null,
          note: `Of it ${seconds(first.installed)} s npm ci, ${seconds(first.ready - first.installed)} s everything else. The tree is the last commit; npm's own cache is as it was.`,
        },
        second: {
          subject: figure(again.ready, 'the same folder, started again'),
          yardstick: null,
          note: '',
        },
      };
    } finally {
      // Where the database lives when its account can't enter the clone.
      const digest = createHash('sha256').update(clone).digest('hex').slice(0, 8);
      for (const left of [`/var/lib/moh-portal-${digest}`, folder])
        rmSync(left, { recursive: true, force: true });
    }
  },
});

const seconds = (milliseconds: number) => (milliseconds / 1000).toFixed(1);

const figure = (milliseconds: number, what: string): Figure => ({
  value: milliseconds / 1000,
  unit: 's',
  what,
});

/** What a person has who has just cloned: nothing of this run's settings. */
async function surroundings(): Promise<Surroundings> {
  const ours = /^(DATABASE_|AUTH_SECRET|NEXTAUTH_|PUBLIC_URL|STORAGE_URL|BENCH_|NODE_ENV|npm_)/;
  const kept = Object.entries(process.env).filter(([name]) => !ours.test(name));
  const [port, simulators] = [await freePort(), await freePort()];
  return { ...Object.fromEntries(kept), PORT: String(port), SIMULATORS_PORT: String(simulators) };
}

interface Started {
  /** Milliseconds from the command until dependencies were there, and until the portal said it was ready. */
  installed: number;
  ready: number;
}

async function start(clone: string, env: Surroundings): Promise<Started> {
  const begun = performance.now();
  const child = spawn('npm', ['start'], {
    cwd: clone,
    env: env as NodeJS.ProcessEnv,
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => {
      said += chunk.toString('utf8');
    });
  const seen = { installed: 0, ready: 0 };
  try {
    await until(() => {
      const now = performance.now() - begun;
      if (seen.installed === 0 && existsSync(join(clone, 'node_modules/.installed'))) seen.installed = now;
      if (said.includes('Portal ready at')) seen.ready = now;
      return seen.ready > 0 || child.exitCode !== null || child.signalCode !== null;
    }, patience);
  } finally {
    await stop(child, clone);
  }
  if (seen.ready === 0)
    throw new Error(`npm start did not get ready: ${said.trim().split('\n').at(-1) ?? ''}`);
  return seen;
}

/** As Ctrl-C does: to everything the command started in its group. */
async function stop(child: ChildProcess, clone: string): Promise<void> {
  if (child.pid === undefined || child.exitCode !== null) return;
  process.kill(-child.pid, 'SIGINT');
  const isGone = () => child.exitCode !== null || child.signalCode !== null;
  await until(() => isGone() && !existsSync(join(clone, '.data/start.lock')), 60_000);
}
