import type postgres from 'postgres';

/*
 * A row: `bench/rows/<name>.ts` exports `row = defineRow({ … })` and is named in `bench/rows/index.ts`.
 * Each target of a row becomes one line of the result file. `measure` runs in the process of `npm run bench`,
 * with DATABASE_URL, AUTH_SECRET and STORAGE_URL set: `@/lib` and `@/db` may be imported and called as they are.
 */

/** A bound as data. `ratio` is subject ÷ yardstick; `subject` is the subject's own value in its unit. */
export type Target = { of: 'ratio' | 'subject'; unit: Unit } & ({ atMost: number } | { atLeast: number });

export type Unit = '×' | 'ms' | 's' | 'MB' | 'KB' | '/s' | 'count';

export interface BenchRow<Name extends string = string> {
  /** kebab-case: what `--only` names; `row.target` is the id of a result. */
  id: string;
  what: string;
  at: string;
  targets: Readonly<Record<Name, Target>>;
  /** One finding per target. What it throws is written down as "could not be measured" and counts as missed. */
  measure(bench: Bench): Promise<Readonly<Record<Name, Measured>>>;
}

export const defineRow = <const Name extends string>(row: BenchRow<Name>): BenchRow<Name> => row;

export interface Measured {
  subject: Figure;
  /** What the subject is held against, taken in the same run; null when the target needs none. */
  yardstick: Figure | null;
  /** Why a target was missed, what a reader has to know to judge the figure. English, plain sentences. */
  note: string;
}

export interface Figure {
  value: number;
  unit: Unit;
  /** What was timed or weighed, in a few words: "p95 of 12 views, 25 rows each". */
  what: string;
  detail?: Detail;
}

/** Everything seen besides; times in milliseconds, processor time in milliseconds per request. */
export interface Detail {
  p50?: number;
  p95?: number;
  p99?: number;
  /** Requests (or rows) per second. */
  rate?: number;
  requests?: number;
  errors?: number;
  cpuApp?: number;
  cpuDb?: number;
  /** Megabytes resident: at the end, and how much more than at the start at the worst moment. */
  rss?: number;
  rssGrowth?: number;
  /** Bytes of one answer, as they travel. */
  bytes?: number;
}

/** What a row measures with. */
export interface Bench {
  /** The seeded database, as its owner. */
  sql: postgres.Sql;
  databaseUrl: string;
  /** A try-out: fewer and shorter rounds; the page of results says so. */
  quick: boolean;
  /** A folder of this row's own, gone when the row ends; on the disk the database is on. */
  folder: string;
  log(line: string): void;
  /** The portal as built from this tree, started when first asked for; grows to as many processes as asked. */
  portal(wanted?: { webs?: number; workers?: number; fresh?: boolean }): Promise<Portal>;
  /** The same build on the demonstration's data, a twelfth of the nation's: to tell what grows with the data. */
  demoPortal(): Promise<Server>;
  /** The bare dynamic page with one `select 1`, built and started beside. */
  barePage(): Promise<Server>;
  /** Ends the portal and the bare page: for what needs the machine to itself. */
  alone(): Promise<void>;
  /** Cookie header of a new server-side session of a demo account: `citizen`, `reviewer`, `leadership`, … */
  signIn(account: string): Promise<string>;
  /** A personal access token of the account, with every scope: `authorization: Bearer …`. */
  token(account: string): Promise<string>;
  /** Raises a load and keeps every raw time. */
  load(load: Load): Promise<Sample>;
  /** Warms both up, then subject, yardstick, subject, yardstick …; each side pooled over its rounds. */
  alternate(sides: Sides): Promise<{ subject: Sample; yardstick: Sample }>;
  /** Runs work once and weighs it: time, processor time, memory of these processes sampled 20 times a second. */
  weigh<T>(work: () => Promise<T>, pids?: readonly number[]): Promise<{ result: T; weight: Weight }>;
}

export interface Server {
  url: string;
  pid: number;
}

export interface Portal {
  /** Web processes on the same database and files; `webs[0]` is the one to load alone. */
  webs: readonly Server[];
  workers: readonly number[];
  /** Ends one of them as `kill -9` does; the next `portal()` starts another in its place. */
  kill(pid: number): Promise<void>;
  /** Where `npm start` puts uploaded files for these processes. */
  files: string;
}

/** Exactly one of `request` and `run`. Ends after `seconds` or after `times`. */
export interface Load {
  /** What the raw lines call it. */
  name: string;
  /** HTTP over kept connections, compressed as for a browser; a status from 400 or a redirect is an error. */
  request?: Call | ((n: number) => Call);
  /** Anything else worth timing; `n` counts up. */
  run?: (n: number) => Promise<unknown>;
  /** How many at once. Closed loop: each sends its next when its last is answered. */
  clients?: number;
  /** Open loop: so many a second, whatever comes back; a time counts from the moment it was due. */
  rate?: number;
  seconds?: number;
  times?: number;
  /** Whose processor time and memory is the application's. Default: the bench itself for `run`. */
  pids?: readonly number[];
}

export interface Call {
  url: string;
  method?: string;
  headers?: Readonly<Record<string, string>>;
  body?: string | Buffer;
  /** Text the first answer must contain: a fast error page is no result. */
  expect?: string;
}

export interface Sides {
  /** Default: 5, or 2 when quick. */
  rounds?: number;
  subject: (round: Round) => Promise<Sample>;
  yardstick: (round: Round) => Promise<Sample>;
}

export interface Round {
  /** Round 0 warms up and is thrown away. */
  n: number;
  /** Seconds a load should last: 20 to warm up, then 10; 3 when quick. */
  seconds: number;
}

/** One load, or several of one side pooled. */
export interface Sample {
  name: string;
  /** Every time in milliseconds, in the order of their ends; percentiles are exact. */
  times: readonly number[];
  errors: number;
  seconds: number;
  bytes: number;
  /** Milliseconds of processor time in all: application and database. Null where the kernel doesn't tell. */
  cpuApp: number | null;
  cpuDb: number | null;
  /** Megabytes at the end. */
  rss: number | null;
  /** Load average before, and processors busy with anything but this run during it, per round. */
  rounds: readonly { loadAverage: number; foreign: number | null }[];
}

export interface Weight {
  milliseconds: number;
  cpuApp: number | null;
  cpuDb: number | null;
  rssBefore: number;
  rssPeak: number;
  rssAfter: number;
}
