import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { type Cluster, startCluster, stopCluster } from './cluster';
import { data, makeDataFolder, readJson, writeJson } from './folders';
import { birthOf, isAlive, takeLock } from './lock.mjs';
import { pause } from './say';

export interface Lease {
  cluster: Cluster;
  /** Whoever leaves last turns off the light. */
  release(): Promise<void>;
}

/** Several commands of one clone share one server: the first starts it, the last stops it. */
export async function lease(name: string, options: readonly string[] = []): Promise<Lease> {
  makeDataFolder();
  const folder = join(data, 'leases', name);
  mkdirSync(folder, { recursive: true });
  const mine = join(folder, `${process.pid}.json`);
  const cluster = await alone(name, async () => {
    const started = await startCluster(name, options);
    writeJson(mine, { pid: process.pid, birth: birthOf(process.pid) });
    return started;
  });
  const release = () =>
    alone(name, async () => {
      rmSync(mine, { force: true });
      if (!othersUse(folder)) await stopCluster(name);
    });
  return { cluster, release };
}

function othersUse(folder: string): boolean {
  return readdirSync(folder).some((file) => {
    const owner = readJson(join(folder, file)) as { pid: number; birth: string } | null;
    if (owner && isAlive(owner)) return true;
    rmSync(join(folder, file), { force: true });
    return false;
  });
}

async function alone<T>(name: string, work: () => Promise<T>): Promise<T> {
  for (;;) {
    const lock = takeLock(join(data, `${name}.lock`));
    if ('release' in lock) {
      try {
        return await work();
      } finally {
        lock.release();
      }
    }
    await pause(100);
  }
}
