import { type ChildProcess, spawn } from 'node:child_process';
import { openSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { parseEnv } from '@/lib/config/env';
import { data, root, tail } from '@/scripts/machine/folders';
import { handsFor } from '@/scripts/machine/hands';
import { isFree } from '@/scripts/machine/ports';
import { Fault, until } from '@/scripts/machine/say';
import type { Surroundings } from '@/scripts/machine/settings';
import type { Portal, Server } from '../define';
import { processorTime } from '../measure/processor';

const tether = pathToFileURL(join(root, 'scripts/machine/tether.mjs')).href;

/** A process of this run: it ends when the run does, however that ends. */
export class Process {
  readonly #child: ChildProcess;
  readonly log: string;

  constructor(name: string, args: readonly string[], place: { cwd: string; env: Surroundings }) {
    this.log = join(data, 'logs', `bench-${name}.log`);
    const log = openSync(this.log, 'a', 0o600);
    this.#child = spawn(process.execPath, ['--import', tether, ...args], {
      cwd: place.cwd,
      env: place.env as NodeJS.ProcessEnv,
      detached: true,
      stdio: ['ignore', log, log, 'ipc'],
    });
  }

  get pid(): number {
    return this.#child.pid ?? 0;
  }

  get alive(): boolean {
    return this.#child.exitCode === null && this.#child.signalCode === null;
  }

  async end(signal: 'SIGTERM' | 'SIGKILL'): Promise<void> {
    this.#child.kill(signal);
    if (await until(() => !this.alive, 20_000)) return;
    this.#child.kill('SIGKILL');
    await until(() => !this.alive, 5_000);
  }
}

interface Web extends Server {
  process: Process;
}

/** Web servers, workers and the simulated partners, as many as a row asks for; none is restarted behind its back. */
export class Fleet {
  #simulators: Process | null = null;
  #webs: Web[] = [];
  #workers: Process[] = [];
  #started = 0;

  constructor(
    readonly env: Surroundings,
    readonly files: string,
  ) {}

  async atLeast(webs: number, workers: number): Promise<Portal> {
    this.#webs = this.#webs.filter(({ process }) => process.alive);
    this.#workers = this.#workers.filter(({ alive }) => alive);
    this.#simulators ??= await this.#startSimulators();
    while (this.#workers.length < workers) this.#workers.push(this.#start('worker', this.env));
    while (this.#webs.length < webs) this.#webs.push(await this.#startWeb());
    await Promise.all(this.#webs.map((web) => this.#ready(web)));
    await settled([...this.#webs.map(({ pid }) => pid), ...this.#workers.map(({ pid }) => pid)]);
    return this.#seen();
  }

  async stop(): Promise<void> {
    const all = [...this.#webs.map(({ process }) => process), ...this.#workers];
    if (this.#simulators !== null) all.push(this.#simulators);
    await Promise.all(all.map((one) => one.end('SIGTERM')));
    [this.#webs, this.#workers, this.#simulators] = [[], [], null];
  }

  serverAt(origin: string): Server | undefined {
    return this.#webs.find(({ url }) => url === origin);
  }

  #seen(): Portal {
    const all = () => [...this.#webs.map(({ process }) => process), ...this.#workers];
    return {
      webs: this.#webs.map(({ url, pid }) => ({ url, pid })),
      workers: this.#workers.map(({ pid }) => pid),
      files: this.files,
      kill: async (pid) => {
        await all()
          .find((one) => one.pid === pid)
          ?.end('SIGKILL');
      },
    };
  }

  async #startSimulators(): Promise<Process> {
    const process = this.#start('simulators', this.env);
    const port = Number(this.env.SIMULATORS_PORT);
    await until(async () => !(await isFree(port)), 30_000);
    return process;
  }

  async #startWeb(): Promise<Web> {
    const port = await freePort();
    const url = `http://localhost:${port}`;
    const process = this.#start('web', {
      ...this.env,
      PORT: String(port),
      PUBLIC_URL: url,
      NEXTAUTH_URL: url,
    });
    return { url, pid: process.pid, process };
  }

  /** The very processes `npm start` starts, on other ports. */
  #start(name: string, env: Surroundings): Process {
    const parsed = parseEnv(env);
    if (!parsed.ok) throw new Fault(parsed.faults.join('\n'));
    const hand = handsFor(parsed.env, env).find((one) => one.name === name);
    if (hand === undefined) throw new Fault(`There is no process ${name}.`);
    this.#started += 1;
    return new Process(`${name}-${this.#started}`, hand.args, { cwd: root, env: hand.env });
  }

  async #ready({ url, process }: Web): Promise<void> {
    await answering(`${url}/api/health/ready`, process);
  }
}

/** Longer than a portal rests between two measures it takes in. */
const quiet = { share: 0.1, after: 5_000, atMost: 120_000 };

/** A portal just started takes its figures in while it answers; start-up has a row of its own. */
async function settled(pids: readonly number[]): Promise<void> {
  const end = performance.now() + quiet.atMost;
  while (performance.now() < end) {
    const before = processorTime(pids);
    await pause(quiet.after);
    const after = processorTime(pids);
    if (before === null || after === null || after - before < quiet.share * quiet.after) return;
  }
}

/** Waits until the server answers well, or says what its log says. */
export async function answering(address: string, server: Process): Promise<void> {
  const answered = await until(async () => {
    if (!server.alive) return true;
    const answer = await fetch(address, { signal: AbortSignal.timeout(30_000) }).catch(() => null);
    return answer?.ok ?? false;
  }, 120_000);
  if (!answered || !server.alive)
    throw new Fault(
      `Tiến trình đo không sẵn sàng, xem ${server.log}. / A measured process did not get ready, see ${server.log}.\n${tail(server.log)}`,
    );
}

let next = 4900;

/** Never the same twice in one run: a port a killed server leaves may linger. */
export async function freePort(): Promise<number> {
  while (next < 5900) {
    next += 1;
    if (await isFree(next)) return next;
  }
  throw new Fault('Không còn cổng trống từ 4900 đến 5900. / There is no free port from 4900 to 5900.');
}
