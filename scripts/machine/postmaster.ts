import { readdirSync, readFileSync, readlinkSync, realpathSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { birthOf } from './lock.mjs';
import { until } from './say';

/** The server that runs on this folder, whoever started it: an earlier start may have been killed. */
export function runningPostmaster(folder: string): { pid: number; port: number } | null {
  const [pid, , , port] = pidFile(folder);
  if (pid === undefined || port === undefined || !isPostmaster(pid, folder)) return null;
  return { pid, port };
}

/** A number in a stale file may belong to any program by now; a server's working folder is its data folder. */
export function isPostmaster(pid: number, folder: string): boolean {
  if (birthOf(pid) === null) return false;
  return process.platform !== 'linux' || workingFolderOf(pid) === realpathSync(folder);
}

/**
 * After `kill -9` the server's children end by themselves within moments. Only when none is left may the
 * stale file go: two servers on one folder would destroy it.
 */
export async function sweepStalePid(folder: string): Promise<void> {
  if (process.platform !== 'linux' || pidFile(folder)[0] === undefined) return;
  if (await until(() => serversOn(folder).length === 0, 30_000))
    rmSync(join(folder, 'postmaster.pid'), { force: true });
}

function serversOn(folder: string): number[] {
  const real = realpathSync(folder);
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((pid) => workingFolderOf(pid) === real && birthOf(pid) !== null);
}

function workingFolderOf(pid: number): string | null {
  try {
    return readlinkSync(`/proc/${pid}/cwd`);
  } catch {
    return null;
  }
}

function pidFile(folder: string): number[] {
  try {
    return readFileSync(join(folder, 'postmaster.pid'), 'utf8').split('\n').map(Number);
  } catch {
    return [];
  }
}
