import { type ChildProcess, spawn } from 'node:child_process';
import { openSync, renameSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { data, readJson, root, tail, writeJson } from './folders';
import { birthOf, isAlive } from './lock.mjs';
import { Fault, say, until } from './say';
import type { Surroundings } from './settings';

export interface Hand {
  name: string;
  /** Arguments for the pinned Node. */
  args: readonly string[];
  env: Surroundings;
  /** Forks processes of its own, which a tether would end: the next start finds it by its record instead. */
  untethered?: boolean;
}

interface Recorded {
  name: string;
  pid: number;
  birth: string | null;
}

const register = (prefix: string) => join(data, `${prefix}running.json`);
const tether = pathToFileURL(join(root, 'scripts/machine/tether.mjs')).href;
const largestLog = 20 * 2 ** 20;
const enduring = 20_000;
const patience = 4;

export const logOf = (prefix: string, name: string) => join(data, 'logs', `${prefix}${name}.log`);

/** The processes of a running portal: restarted when they die, stopped together. */
export class Crew {
  readonly #running = new Map<string, ChildProcess>();
  #stopping = false;
  #giveUp: (fault: Fault) => void = () => {};
  /** Rejects when a process can't be kept alive. */
  readonly broken = new Promise<never>((_, reject) => {
    this.#giveUp = reject;
  });

  /** @param prefix keeps logs and records of a portal under test apart from those of the real one */
  constructor(readonly prefix = '') {
    this.broken.catch(() => {});
  }

  start(hand: Hand, quickDeaths = 0): void {
    if (this.#stopping) return;
    const log = openLog(logOf(this.prefix, hand.name));
    const child = spawn(process.execPath, hand.untethered ? hand.args : ['--import', tether, ...hand.args], {
      cwd: root,
      env: hand.env as NodeJS.ProcessEnv,
      detached: true,
      stdio: hand.untethered ? ['ignore', log, log] : ['ignore', log, log, 'ipc'],
    });
    const startedAt = Date.now();
    this.#running.set(hand.name, child);
    this.#record();
    child.on('exit', () => {
      this.#running.delete(hand.name);
      if (!this.#stopping) this.#replace(hand, Date.now() - startedAt > enduring ? 0 : quickDeaths + 1);
    });
  }

  #replace(hand: Hand, quickDeaths: number): void {
    if (quickDeaths >= patience) {
      this.#giveUp(diedRepeatedly(hand.name, logOf(this.prefix, hand.name)));
      return;
    }
    say(`${hand.name}: đã dừng đột ngột, đang khởi động lại. / stopped unexpectedly, restarting.`);
    setTimeout(() => this.start(hand, quickDeaths), 500 * 2 ** quickDeaths);
  }

  #record(): void {
    const running = [...this.#running].map(([name, { pid = 0 }]) => ({ name, pid, birth: birthOf(pid) }));
    writeJson(register(this.prefix), running satisfies Recorded[]);
  }

  async stop(): Promise<void> {
    this.#stopping = true;
    const children = [...this.#running.values()];
    for (const child of children) child.kill('SIGTERM');
    const gone = () => children.every((child) => child.exitCode !== null || child.signalCode !== null);
    if (!(await until(gone, 20_000))) for (const child of children) child.kill('SIGKILL');
    await until(gone, 5_000);
    writeJson(register(this.prefix), []);
  }
}

/** What an earlier start left behind when it was killed: asked to end, then made to. */
export async function endOrphans(prefix = ''): Promise<void> {
  const left = ((readJson(register(prefix)) ?? []) as Recorded[]).filter(isAlive);
  for (const { pid } of left) signal(pid, 'SIGTERM');
  if (!(await until(() => !left.some(isAlive), 10_000))) for (const { pid } of left) signal(pid, 'SIGKILL');
  await until(() => !left.some(isAlive), 5_000);
}

function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name);
  } catch {
    // It ended between the look and the call.
  }
}

function openLog(path: string): number {
  const size = statSync(path, { throwIfNoEntry: false })?.size ?? 0;
  if (size > largestLog) renameSync(path, `${path}.1`);
  return openSync(path, 'a', 0o600);
}

function diedRepeatedly(name: string, log: string): Fault {
  return new Fault(
    `Tiến trình ${name} liên tục dừng ngay khi khởi động, xem ${log}. / The process ${name} keeps dying at once, see ${log}.\n${tail(log)}`,
  );
}
