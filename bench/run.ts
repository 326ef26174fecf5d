import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import postgres from 'postgres';
import { closeDatabase } from '@/db/client';
import { migrate } from '@/db/migrate';
import { parseEnv } from '@/lib/config/env';
import { build } from '@/scripts/machine/build';
import { data, makeDataFolder, root } from '@/scripts/machine/folders';
import { Fault, report, say } from '@/scripts/machine/say';
import { secrets } from '@/scripts/machine/secrets';
import { type Surroundings, surroundings } from '@/scripts/machine/settings';
import type { BenchRow } from './define';
import { closeConnections } from './measure/http';
import { commitOf, describeMachine, type Machine } from './measure/machine';
import { type Line, linesOf, missedLines } from './report/lines';
import { number, type Run, renderPage, rowOf, type Stamped, targetText } from './report/page';
import { RawLines } from './report/raw-lines';
import { rows } from './rows';
import { BarePage } from './stage/bare-page';
import { openServer, postmasterOf, type Size, seedNational, settingsOf, sizeOf } from './stage/database';
import { Fleet, freePort } from './stage/fleet';
import { leftDossiers, takeBackDossiers } from './stage/leftovers';
import { Instruments, type Stage, stopAll } from './stage/stage';

const results = join(root, 'bench/results');
const longest = 90 * 60_000;

const wish = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => wish.abort());
process.on('disconnect', () => wish.abort());

interface Wanted {
  rows: readonly BenchRow[];
  quick: boolean;
}

function wanted(): Wanted {
  const { values } = parseArgs({
    options: { only: { type: 'string' }, quick: { type: 'boolean', default: false } },
  });
  const names = values.only?.split(',').map((name) => name.trim()) ?? rows.map(({ id }) => id);
  const unknown = names.filter((name) => !rows.some(({ id }) => id === name));
  if (unknown.length > 0)
    throw new Fault(
      `Không có dòng ${unknown.join(', ')}. / There is no row ${unknown.join(', ')} among ${rows.map(({ id }) => id).join(', ')}.`,
    );
  return { rows: rows.filter(({ id }) => names.includes(id)), quick: values.quick };
}

/** The operator's own partners, addresses and portal data stay out of it. */
async function surroundingsFor(database: { url: string; role: string | null }): Promise<Surroundings> {
  const kept = Object.entries(process.env).filter(
    ([name]) => !/^(OIDC_|PARTNER_|SMTP_URL|CLAMD_URL|DATABASE_|PUBLIC_URL|CLOCK|STORAGE_URL)/.test(name),
  );
  const own = {
    ...Object.fromEntries(kept),
    DATABASE_URL: database.url,
    AUTH_SECRET: secrets().authSecret,
    PORT: String(await freePort()),
    SIMULATORS_PORT: String(await freePort()),
    STORAGE_URL: `file:${join(data, 'bench', 'files')}`,
    LOG_LEVEL: 'warn',
  };
  const parsed = parseEnv(own);
  if (!parsed.ok) throw new Fault(parsed.faults.join('\n'));
  return { ...own, ...surroundings(parsed.env, database), STORAGE_URL: own.STORAGE_URL, LOG_LEVEL: 'warn' };
}

async function measureRow(row: BenchRow, stage: Stage, place: string): Promise<Line[]> {
  say(`── ${row.id}: ${row.what}`);
  if (stage.own) await clean(stage);
  const raw = new RawLines();
  const bench = new Instruments(row.id, stage, raw);
  try {
    const measured = await withinTime(row.measure(bench));
    return linesOf(row, measured, raw.conditions);
  } catch (error) {
    // What a broken row leaves behind must not disturb the next one.
    await stopAll(stage);
    say(error instanceof Error ? (error.stack ?? error.message) : String(error));
    return missedLines(row, error instanceof Error ? (error.message.split('\n', 1)[0] ?? '') : String(error));
  } finally {
    bench.close();
    raw.write(join(place, 'raw'), row.id);
  }
}

/** A database somebody lends is not ours to take anything from. */
async function clean(stage: Stage): Promise<void> {
  const left = await leftDossiers(stage.sql);
  if (left.length === 0) return;
  await stopAll(stage);
  await takeBackDossiers(stage.sql, left);
  say(`   ${left.length} dossiers of earlier rows taken back`);
}

function withinTime<T>(work: Promise<T>): Promise<T> {
  const late = new Promise<never>((_, reject) => {
    setTimeout(() => reject(new Error(`not done after ${longest / 60_000} minutes`)), longest).unref();
    wish.signal.addEventListener('abort', () => reject(new Error('interrupted')), { once: true });
  });
  return Promise.race([work, late]);
}

function tell(line: Line): void {
  const value = line.subject === null ? '–' : `${number(line.subject.value)} ${line.subject.unit}`;
  const ratio = line.ratio === null ? '' : `, ${number(line.ratio)} ×`;
  say(
    `   ${line.met ? 'met   ' : 'MISSED'} ${line.row}: ${value}${ratio} (${targetText(line.target)}) ${line.note}`,
  );
}

function write(run: Run, place: string): void {
  mkdirSync(place, { recursive: true });
  writeFileSync(join(place, 'latest.json'), `${JSON.stringify(run.lines, null, 2)}\n`);
  writeFileSync(join(place, 'latest.md'), renderPage(run));
}

/** What a whole run on the same machine found of the rows that are not measured now; nothing when one is not there. */
function keptOf(chosen: readonly BenchRow[], machine: Machine): Stamped[] | null {
  const others = rows.filter((row) => !chosen.includes(row)).map(({ id }) => id);
  if (others.length === 0) return [];
  const file = join(results, 'latest.json');
  const known = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Stamped[]) : [];
  const kept = known.filter(
    (line) => others.includes(rowOf(line.row)) && JSON.stringify(line.machine) === JSON.stringify(machine),
  );
  return others.every((id) => kept.some(({ row }) => rowOf(row) === id)) ? kept : null;
}

const isNational = ({ dossiers, facilities, months, values }: Size) =>
  dossiers >= 1_000_000 && facilities >= 13_650 && months >= 96 && values >= 55_000_000;

function psqlVersion(): string {
  try {
    const version = execFileSync('psql', ['--version'], { encoding: 'utf8' }).trim();
    return `a kept connection, each statement planned anew (${version} is there too and starts a process per statement)`;
  } catch {
    return 'a kept connection, each statement planned anew (there is no psql on this machine)';
  }
}

async function measureAll(stage: Stage, { rows: chosen, quick }: Wanted): Promise<void> {
  const size = await sizeOf(stage.sql);
  const [machine, settings] = await Promise.all([describeMachine(stage.sql), settingsOf(stage.sql)]);
  const kept = quick || !isNational(size) ? null : keptOf(chosen, machine);
  const complete = kept !== null;
  const place = complete ? results : join(data, 'bench', 'try-out');
  say(
    `PostgreSQL ${machine.postgres}: ${Object.entries(settings)
      .map((pair) => pair.join('='))
      .join(' ')}`,
  );
  const [date, commit] = [new Date().toISOString(), commitOf()];
  const lines: Stamped[] = kept ?? [];
  const placeOf = ({ row }: Line) => rows.findIndex(({ id }) => id === rowOf(row));
  for (const row of chosen) {
    if (wish.signal.aborted) break;
    const found = await measureRow(row, stage, place);
    for (const line of found) tell(line);
    lines.push(...found.map((line) => ({ ...line, machine, date, commit })));
    lines.sort((a, b) => placeOf(a) - placeOf(b));
    // Written after every row: hours of measuring are not lost with the last one.
    write({ complete, machine, settings, size, sqlThrough: psqlVersion(), lines }, place);
  }
  say(`${lines.filter(({ met }) => met).length} / ${lines.length} · ${join(place, 'latest.md')}`);
}

async function main(): Promise<void> {
  const chosen = wanted();
  makeDataFolder();
  const server = await openServer();
  const sql = postgres(server.url, { max: 4, onnotice: () => {}, connection: { application_name: 'bench' } });
  const role = await migrate(server.url);
  const env = await surroundingsFor({ url: server.url, role });
  Object.assign(process.env, env);
  const stage: Stage = {
    sql,
    databaseUrl: server.url,
    own: server.own,
    postmaster: null,
    fleet: new Fleet(env, join(data, 'bench', 'files')),
    demo: null,
    barePage: new BarePage(env),
    quick: chosen.quick,
    signal: wish.signal,
  };
  try {
    if (server.own) await seedNational(env, wish.signal);
    await build(env, wish.signal);
    stage.postmaster = await postmasterOf(sql);
    await measureAll(stage, chosen);
  } finally {
    closeConnections();
    await Promise.all([stopAll(stage), closeDatabase()]);
    await sql.end({ timeout: 5 });
    await server.release();
  }
}

await main().catch(report);
process.exit();
