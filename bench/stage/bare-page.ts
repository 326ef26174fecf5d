import { spawn } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fingerprint } from '@/scripts/machine/fingerprint';
import { root } from '@/scripts/machine/folders';
import { Fault, say } from '@/scripts/machine/say';
import type { Surroundings } from '@/scripts/machine/settings';
import type { Server } from '../define';
import { answering, freePort, Process } from './fleet';

const folder = join(root, 'bench/yardsticks/page');
const stamp = join(folder, '.next/sources.sha256');
const next = join(root, 'node_modules/next/dist/bin/next');

/** The yardstick of pages: the same framework in the same mode, and nothing of ours in it. */
export class BarePage {
  #running: { process: Process; url: string } | null = null;

  constructor(readonly env: Surroundings) {}

  async server(): Promise<Server> {
    this.#running ??= await this.#start();
    return { url: this.#running.url, pid: this.#running.process.pid };
  }

  pidsAt(origin: string): readonly number[] {
    return this.#running?.url === origin ? [this.#running.process.pid] : [];
  }

  async stop(): Promise<void> {
    await this.#running?.process.end('SIGTERM');
    this.#running = null;
  }

  async #start() {
    await buildOnce(this.env);
    const port = await freePort();
    const env = { ...this.env, NODE_ENV: 'production', PORT: String(port) };
    const process = new Process('bare-page', [next, 'start', '-p', String(port)], { cwd: folder, env });
    const url = `http://localhost:${port}`;
    await answering(url, process);
    return { process, url };
  }
}

async function buildOnce(env: Surroundings): Promise<void> {
  const wanted = fingerprint(['bench/yardsticks/page/**/*.{ts,tsx,json}', 'package-lock.json']);
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return;
  say('Đang dựng trang trống để so sánh… / Building the bare page…');
  const code = await new Promise<number | null>((resolve, reject) => {
    const child = spawn(process.execPath, [next, 'build'], {
      cwd: folder,
      env: { ...env, NODE_ENV: 'production' } as NodeJS.ProcessEnv,
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    child.on('error', reject);
    child.on('exit', resolve);
  });
  if (code !== 0) throw new Fault('Không dựng được trang trống. / The bare page could not be built.');
  writeFileSync(stamp, wanted);
}
