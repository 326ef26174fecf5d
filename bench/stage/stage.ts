import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type postgres from 'postgres';
import { data } from '@/scripts/machine/folders';
import { say } from '@/scripts/machine/say';
import type { Bench, Load, Round, Sample, Sides, Weight } from '../define';
import { raise } from '../measure/load';
import { processorTime, residentMemory } from '../measure/processor';
import type { RawLines } from '../report/raw-lines';
import { pooled } from '../samples';
import type { BarePage } from './bare-page';
import { openDemo } from './database';
import { Fleet } from './fleet';
import { sessionOf, tokenOf } from './people';

/** What is up during a run. */
export interface Stage {
  sql: postgres.Sql;
  databaseUrl: string;
  /** Seeded by the bench for the bench. */
  own: boolean;
  postmaster: number | null;
  fleet: Fleet;
  /** Started only by a row that asks for it. */
  demo: Fleet | null;
  barePage: BarePage;
  quick: boolean;
  signal: AbortSignal;
}

export async function stopAll({ fleet, demo, barePage }: Stage): Promise<void> {
  await Promise.all([fleet.stop(), demo?.stop(), barePage.stop()]);
}

/** The instruments of one row. */
export class Instruments implements Bench {
  readonly folder: string;
  #round: string | null = null;

  constructor(
    readonly row: string,
    readonly stage: Stage,
    readonly raw: RawLines,
  ) {
    this.folder = join(data, 'bench', row);
    rmSync(this.folder, { recursive: true, force: true });
    mkdirSync(this.folder, { recursive: true });
  }

  get sql() {
    return this.stage.sql;
  }

  get databaseUrl() {
    return this.stage.databaseUrl;
  }

  get quick() {
    return this.stage.quick;
  }

  log(line: string): void {
    say(`   ${line}`);
  }

  async portal({ webs = 1, workers = 1, fresh = false } = {}) {
    if (fresh) await this.stage.fleet.stop();
    return this.stage.fleet.atLeast(webs, workers);
  }

  async demoPortal() {
    const { stage } = this;
    stage.demo ??= new Fleet(await openDemo(stage.fleet.env, stage.signal), stage.fleet.files);
    const [web] = (await stage.demo.atLeast(1, 0)).webs;
    if (web === undefined) throw new Error('the portal on demonstration data did not start');
    return web;
  }

  barePage() {
    return this.stage.barePage.server();
  }

  async alone() {
    await stopAll(this.stage);
  }

  signIn(account: string) {
    return sessionOf(this.sql, account);
  }

  token(account: string) {
    return tokenOf(account);
  }

  async load(load: Load): Promise<Sample> {
    const sample = await raise(load, {
      app: load.pids ?? (await this.#pidsBehind(load)),
      database: this.#database(),
      ours: [process.pid, ...this.#database()],
    });
    if (this.#round !== 'warm-up') this.raw.add(sample, this.#round);
    return sample;
  }

  async alternate({ rounds = this.quick ? 2 : 5, subject, yardstick }: Sides) {
    const seconds = this.quick ? 3 : 10;
    // Long enough for the compiler to have seen the code a few hundred times.
    const warming = this.quick ? 3 : 20;
    const taken: { subject: Sample; yardstick: Sample }[] = [];
    for (let n = 0; n <= rounds; n++) {
      this.#round = n === 0 ? 'warm-up' : String(n);
      const round: Round = { n, seconds: n === 0 ? warming : seconds };
      const pair = { subject: await subject(round), yardstick: await yardstick(round) };
      if (n > 0) taken.push(pair);
    }
    this.#round = null;
    return {
      subject: pooled(taken.map((pair) => pair.subject)),
      yardstick: pooled(taken.map((pair) => pair.yardstick)),
    };
  }

  async weigh<T>(work: () => Promise<T>, pids: readonly number[] = [process.pid]) {
    const memory = () => residentMemory(pids) ?? 0;
    const rssBefore = memory();
    let rssPeak = rssBefore;
    const sampling = setInterval(() => {
      rssPeak = Math.max(rssPeak, memory());
    }, 50);
    const used = () => [processorTime(pids), processorTime(this.#database())] as const;
    const before = used();
    const start = performance.now();
    try {
      const result = await work();
      const milliseconds = performance.now() - start;
      const [cpuApp, cpuDb] = used().map((now, n) => minus(now, before[n] ?? null));
      const rssAfter = memory();
      const weight: Weight = {
        milliseconds,
        cpuApp: cpuApp ?? null,
        cpuDb: cpuDb ?? null,
        rssBefore,
        rssPeak: Math.max(rssPeak, rssAfter),
        rssAfter,
      };
      return { result, weight };
    } finally {
      clearInterval(sampling);
    }
  }

  close(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }

  #database(): readonly number[] {
    return this.stage.postmaster === null ? [] : [this.stage.postmaster];
  }

  async #pidsBehind({ request }: Load): Promise<readonly number[]> {
    if (request === undefined) return [process.pid];
    const { origin } = new URL((typeof request === 'function' ? request(0) : request).url);
    const web = this.stage.fleet.serverAt(origin) ?? this.stage.demo?.serverAt(origin);
    return web === undefined ? this.stage.barePage.pidsAt(origin) : [web.pid];
  }
}

const minus = (now: number | null, before: number | null) =>
  now === null || before === null ? null : now - before;
