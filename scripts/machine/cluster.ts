import { spawn, spawnSync } from 'node:child_process';
import { chownSync, existsSync, mkdirSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import postgres from 'postgres';
import { type Account, findPlace } from './account';
import { data, readJson, tail, writeJson } from './folders';
import { birthOf } from './lock.mjs';
import { isPostmaster, runningPostmaster, sweepStalePid } from './postmaster';
import { Fault, say, until } from './say';
import { secrets } from './secrets';

export interface Cluster {
  /** Address of a database in it. */
  url(database: string): string;
  pid: number;
}

interface Layout {
  bin: string;
  folder: string;
  log: string;
  memory: string;
  account: Account | undefined;
}

function layoutOf(name: string): Layout {
  const place = findPlace();
  return {
    bin: join(place.native, 'bin'),
    folder: join(place.home, name),
    log: join(data, 'logs', `${name}.log`),
    memory: join(data, `${name}.json`),
    account: place.account,
  };
}

/** Starts the cluster of that name, or takes over the one that already runs on its folder. */
export async function startCluster(name: string, options: readonly string[] = []): Promise<Cluster> {
  const layout = layoutOf(name);
  if (!existsSync(join(layout.folder, 'portal.ready'))) initialise(layout);
  checkVersion(layout);
  const running = runningPostmaster(layout.folder);
  const { pid, port } = running ?? (await launch(layout, options));
  const url = (database: string) =>
    `postgres://postgres:${secrets().databasePassword}@127.0.0.1:${port}/${database}`;
  await waitForAnswer({ url: url('postgres'), pid, layout });
  return { url, pid };
}

/** "Fast" shutdown: open transactions are rolled back, everything committed is on disk. */
export async function stopCluster(name: string): Promise<void> {
  const running = runningPostmaster(layoutOf(name).folder);
  if (!running) return;
  process.kill(running.pid, 'SIGINT');
  if (await until(() => birthOf(running.pid) === null, 30_000)) return;
  process.kill(running.pid, 'SIGQUIT');
  await until(() => birthOf(running.pid) === null, 10_000);
}

/** The mark is written last: a folder without it is half made, by an interrupted start, and holds nothing. */
function initialise(layout: Layout): void {
  say('Đang tạo cơ sở dữ liệu… / Creating the database…');
  rmSync(layout.folder, { recursive: true, force: true });
  mkdirSync(layout.folder, { recursive: true, mode: 0o700 });
  const passwordFile = `${layout.folder}.password`;
  writeFileSync(passwordFile, secrets().databasePassword, { mode: 0o600 });
  if (layout.account)
    for (const path of [layout.folder, passwordFile]) chownSync(path, layout.account.uid, layout.account.gid);
  try {
    // Vietnamese collation from ICU; the system's own locales differ between machines.
    const problem = initdb(layout, passwordFile, 'C.UTF-8');
    const second = problem.includes('invalid locale name') ? initdb(layout, passwordFile, 'C') : problem;
    if (second !== '') throw new Fault(whyInitialisingFailed(second, layout.folder));
    writeFileSync(join(layout.folder, 'portal.ready'), '');
  } finally {
    rmSync(passwordFile, { force: true });
  }
}

function initdb(layout: Layout, passwordFile: string, locale: string): string {
  const flags = [
    `--pgdata=${layout.folder}`,
    '--username=postgres',
    `--pwfile=${passwordFile}`,
    '--auth=scram-sha-256',
    '--encoding=UTF8',
    '--locale-provider=icu',
    '--icu-locale=vi',
    `--locale=${locale}`,
  ];
  const done = spawnSync(join(layout.bin, 'initdb'), flags, {
    ...layout.account,
    cwd: layout.folder,
    encoding: 'utf8',
  });
  return done.status === 0 ? '' : (done.error?.message ?? `${done.stdout}\n${done.stderr}`);
}

function whyInitialisingFailed(output: string, folder: string): string {
  if (/No space left on device|ENOSPC/.test(output))
    return `Hết chỗ trên ổ đĩa khi tạo cơ sở dữ liệu ở ${folder}. / The disk is full: the database could not be created in ${folder}.`;
  const last = output.trim().split('\n').slice(-3).join(' ');
  return `Không tạo được cơ sở dữ liệu ở ${folder}: ${last} / The database could not be created in ${folder}.`;
}

function checkVersion(layout: Layout): void {
  const kept = readFileSync(join(layout.folder, 'PG_VERSION'), 'utf8').trim();
  const { stdout } = spawnSync(join(layout.bin, 'postgres'), ['--version'], {
    ...layout.account,
    cwd: '/',
    encoding: 'utf8',
  });
  if (!stdout.includes(` ${kept}.`))
    throw new Fault(
      `Dữ liệu ở ${layout.folder} là của PostgreSQL ${kept}, khác phiên bản kèm sẵn: hãy sao lưu bằng bản cũ rồi phục hồi. / The data in ${layout.folder} belongs to PostgreSQL ${kept}, not to the bundled version: back up with the old release and restore.`,
    );
}

async function launch(layout: Layout, options: readonly string[]): Promise<{ pid: number; port: number }> {
  await sweepStalePid(layout.folder);
  const port = await freePort((readJson(layout.memory) as { port?: number } | null)?.port);
  writeJson(layout.memory, { port });
  const log = openSync(layout.log, 'a', 0o600);
  const settings = ['listen_addresses=127.0.0.1', 'unix_socket_directories=', ...options];
  const child = spawn(
    join(layout.bin, 'postgres'),
    ['-D', layout.folder, '-p', String(port), ...settings.flatMap((setting) => ['-c', setting])],
    // A group of its own: Ctrl-C must reach the web server first and the database last.
    { ...layout.account, cwd: layout.folder, detached: true, stdio: ['ignore', log, log] },
  );
  child.unref();
  if (child.pid === undefined) throw new Fault(stopped(layout));
  return { pid: child.pid, port };
}

/** The remembered port when it is free, so that tools keep their settings; else any free one. */
async function freePort(wanted = 0): Promise<number> {
  const port = await new Promise<number | null>((resolve) => {
    const probe = createServer();
    probe.once('error', () => resolve(null));
    probe.listen(wanted, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' ? (address?.port ?? null) : null));
    });
  });
  return port ?? freePort();
}

/** After a power cut the server first replays its journal: as long as it lives, we wait. */
async function waitForAnswer({ url, pid, layout }: { url: string; pid: number; layout: Layout }) {
  const answered = await until(async () => {
    if (!isPostmaster(pid, layout.folder) && birthOf(pid) === null) throw new Fault(stopped(layout));
    const sql = postgres(url, { max: 1, connect_timeout: 5, onnotice: () => {} });
    try {
      await sql`select 1`;
      return true;
    } catch (error) {
      if (error instanceof postgres.PostgresError && error.code.startsWith('28'))
        throw new Fault(
          `Mật khẩu cơ sở dữ liệu trong ${data}/secrets.json không khớp với ${layout.folder}. / The database password in ${data}/secrets.json does not fit ${layout.folder}.`,
          { cause: error },
        );
      return false;
    } finally {
      await sql.end({ timeout: 1 });
    }
  }, 300_000);
  if (!answered) throw new Fault(stopped(layout));
}

const stopped = (layout: Layout) =>
  `PostgreSQL không khởi động được, xem ${layout.log}. / PostgreSQL did not start, see ${layout.log}.\n${tail(layout.log, 8)}`;
