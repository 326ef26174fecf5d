import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build, isBuilt } from './machine/build';
import { data, makeDataFolder, root } from './machine/folders';
import { takeLock } from './machine/lock.mjs';
import { Fault, report, say } from './machine/say';
import { endStage, type Stage } from './machine/stage';
import {
  add,
  judged,
  lastLine,
  none,
  oneFailed,
  onePassed,
  playwrightTally,
  type Tally,
  vitestTally,
} from './machine/tally';
import { withPortal } from './machine/test-portal';
import startTestServer from './machine/test-server';
import { ensurePoppler, findBrowser } from './machine/tools';

const reports = mkdtempSync(join(tmpdir(), 'portal-reports-'));
const wish = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => wish.abort());
process.on('disconnect', () => wish.abort());

const bin = (path: string) => join(root, 'node_modules', path);

function node(args: readonly string[], more: Record<string, string> = {}): Promise<number> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, args, {
      cwd: root,
      env: { ...process.env, CI: 'true', NEXT_TELEMETRY_DISABLED: '1', ...more },
      signal: wish.signal,
      stdio: ['ignore', 'inherit', 'inherit'],
    });
    child.on('exit', (code) => resolve(code ?? 1));
    child.on('error', () => resolve(1));
  });
}

const counted = async (args: readonly string[]): Promise<Tally> =>
  (await node(args)) === 0 ? onePassed : oneFailed;

const lint = () => counted([bin('@biomejs/biome/bin/biome'), 'check', '.', '--diagnostic-level=error']);

/** The routes' types are generated first: a misspelt address is a type error. */
async function types(): Promise<Tally> {
  const routes = await counted([bin('next/dist/bin/next'), 'typegen']);
  return routes.failed > 0
    ? routes
    : counted([bin('typescript/bin/tsc'), '--noEmit', '--incremental', 'false']);
}

async function unit(): Promise<Tally> {
  const output = join(reports, 'vitest.json');
  const reporters = ['--reporter=dot', '--reporter=json', `--outputFile.json=${output}`];
  const code = await node([bin('vitest/vitest.mjs'), 'run', ...reporters]);
  return judged(vitestTally(output), code);
}

async function compile(): Promise<Tally> {
  await build(process.env, wish.signal);
  return onePassed;
}

async function journeys(): Promise<Tally> {
  if (!existsSync(join(root, 'e2e'))) return none;
  if (!isBuilt(process.env))
    throw new Fault('Chưa dựng được ứng dụng để kiểm thử. / There is no build to test.');
  const browser = findBrowser();
  if (browser === null) return oneFailed;
  return withPortal(wish.signal, async (address, database) => {
    const env = { BASE_URL: address, CHROMIUM_PATH: browser, E2E_DATABASE_URL: database };
    // What counts the portal's work has it to itself.
    const alone = await played(['alone'], env);
    return add(alone, await played(['desktop', 'phone', 'no-script'], env));
  });
}

async function played(projects: readonly string[], env: Record<string, string>): Promise<Tally> {
  const output = join(reports, `playwright-${projects[0]}.json`);
  const chosen = projects.map((project) => `--project=${project}`);
  const code = await node([bin('@playwright/test/cli.js'), 'test', ...chosen], {
    ...env,
    E2E_REPORT: output,
  });
  return judged(playwrightTally(output), code);
}

const stages: readonly Stage[] = [
  { name: 'lint', run: lint },
  { name: 'types', run: types },
  { name: 'unit', run: unit },
  { name: 'build', run: compile },
  { name: 'e2e', run: journeys },
];

function chosen(names: readonly string[]): readonly Stage[] {
  const known = stages.map((stage) => stage.name);
  const unknown = names.filter((name) => !known.includes(name));
  if (unknown.length > 0)
    throw new Fault(
      `Không có phần ${unknown.join(', ')}. / There is no ${unknown.join(', ')} among ${known.join(', ')}.`,
    );
  if (names.length === 0) return stages;
  return stages.filter(({ name }) => names.includes(name) || (name === 'build' && names.includes('e2e')));
}

async function runAll(picked: readonly Stage[]): Promise<Tally> {
  const stopServer = await startTestServer();
  let total = none;
  try {
    for (const stage of picked) if (!wish.signal.aborted) total = add(total, await endStage(stage));
  } finally {
    await stopServer();
    rmSync(reports, { recursive: true, force: true });
  }
  if (wish.signal.aborted) throw new Fault('Kiểm thử đã bị dừng. / The tests were stopped.');
  return total;
}

async function main(): Promise<void> {
  const picked = chosen(process.argv.slice(2));
  makeDataFolder();
  const lock = takeLock(join(data, 'test.lock'));
  if (!('release' in lock))
    throw new Fault(
      `Kiểm thử đang chạy trong thư mục này (tiến trình ${lock.heldBy}). / The tests already run in this folder (process ${lock.heldBy}).`,
    );
  try {
    ensurePoppler();
    const total = await runAll(picked);
    say(lastLine(total));
    process.exitCode = total.failed > 0 ? 1 : 0;
  } finally {
    lock.release();
  }
}

await main().catch(report);
process.exit();
