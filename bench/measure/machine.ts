import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { availableParallelism, cpus, release, totalmem } from 'node:os';
import type postgres from 'postgres';
import { root } from '@/scripts/machine/folders';

/** What somebody needs to judge the figures; nothing that names the machine. */
export interface Machine {
  processor: string;
  cores: number;
  memoryGigabytes: number;
  system: string;
  node: string;
  postgres: string;
}

export async function describeMachine(sql: postgres.Sql): Promise<Machine> {
  const [row] = await sql<{ version: string }[]>`select current_setting('server_version') as version`;
  return {
    processor: cpus()[0]?.model.trim() ?? 'unknown',
    cores: availableParallelism(),
    memoryGigabytes: Math.round(totalmem() / 2 ** 30),
    system: `${nameOfSystem()}, kernel ${release()}`,
    node: process.versions.node,
    postgres: row?.version ?? 'unknown',
  };
}

function nameOfSystem(): string {
  try {
    return /^PRETTY_NAME="(.+)"$/m.exec(readFileSync('/etc/os-release', 'utf8'))?.[1] ?? process.platform;
  } catch {
    return process.platform;
  }
}

/** The commit measured; marked when the tree held more than it. */
export function commitOf(): string {
  const git = (...args: string[]) => execFileSync('git', args, { cwd: root, encoding: 'utf8' }).trim();
  try {
    const changed = git('status', '--porcelain', '--untracked-files=no', '--', '.', ':!bench/results');
    return `${git('rev-parse', '--short=12', 'HEAD')}${changed === '' ? '' : ' + changes'}`;
  } catch {
    return 'unknown';
  }
}
