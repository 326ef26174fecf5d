import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { migrate } from '@/db/migrate';
import { openDatabase } from './machine/database';
import { makeDataFolder, root, typescript } from './machine/folders';
import { Fault, report } from './machine/say';
import { readSettings, type Surroundings, surroundings } from './machine/settings';

const wish = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => wish.abort());
process.on('disconnect', () => wish.abort());

/** Runs `scripts/<name>.ts` with the portal's settings and database, started for as long as it needs one. */
async function main(): Promise<void> {
  const [name = '', ...args] = process.argv.slice(2);
  const entry = join('scripts', `${name}.ts`);
  if (!/^[a-z-]+$/.test(name) || !existsSync(join(root, entry)))
    throw new Fault(`Không có lệnh ${name}. / There is no command ${name}.`);
  makeDataFolder();
  const settings = readSettings();
  const database = await openDatabase(settings);
  try {
    const role = await migrate(database.url);
    process.exitCode = await runEntry([entry, ...args], surroundings(settings, { url: database.url, role }));
  } finally {
    await database.release();
  }
}

function runEntry(args: readonly string[], env: Surroundings): Promise<number> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [...typescript, ...args], {
      cwd: root,
      env: env as NodeJS.ProcessEnv,
      stdio: 'inherit',
    });
    wish.signal.addEventListener('abort', () => child.kill('SIGTERM'));
    child.on('error', reject);
    child.on('exit', (code) => resolve(code ?? 1));
  });
}

await main().catch(report);
process.exit();
