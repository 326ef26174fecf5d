import { chmodSync, mkdirSync, readFileSync, renameSync, statfsSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { root } from './bootstrap.mjs';
import { Fault } from './say';

export { root };

/** Everything the portal keeps on this machine: its database, files, secrets and logs. */
export const data = join(root, '.data');

/** Arguments that make the pinned Node run our TypeScript. */
export const typescript = [
  '--conditions=react-server',
  '--import',
  pathToFileURL(join(root, 'node_modules/tsx/dist/loader.mjs')).href,
];

/** Others may pass through (the database server is another user when we are root) but not look around. */
export function makeDataFolder(): void {
  mkdirSync(data, { recursive: true });
  if (process.getuid?.() === 0) chmodSync(data, 0o711);
  else chmodSync(data, 0o700);
  mkdirSync(join(data, 'logs'), { recursive: true, mode: 0o700 });
}

export function checkDisk(neededGigabytes = 1): void {
  const disk = statfsSync(data);
  if (disk.bavail * disk.bsize < neededGigabytes * 2 ** 30)
    throw new Fault(
      `Ổ đĩa chứa ${data} còn dưới ${neededGigabytes} GB trống. / The disk of ${data} has less than ${neededGigabytes} GB free.`,
    );
}

export function readJson(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    return null;
  }
}

/** Whole or not at all: a crash in the middle leaves the old file. */
export function writeJson(path: string, value: unknown): void {
  mkdirSync(dirname(path), { recursive: true });
  const draft = `${path}.${process.pid}`;
  writeFileSync(draft, `${JSON.stringify(value, null, 2)}\n`, { mode: 0o600 });
  renameSync(draft, path);
}

/** The end of a log, for the sentence that says why something stopped. */
export function tail(path: string, lines = 20): string {
  try {
    return readFileSync(path, 'utf8').trimEnd().split('\n').slice(-lines).join('\n');
  } catch {
    return '';
  }
}
