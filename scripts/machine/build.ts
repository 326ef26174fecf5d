import { spawn } from 'node:child_process';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fingerprint } from './fingerprint';
import { root } from './folders';
import { Fault, say } from './say';
import type { Surroundings } from './settings';

const stamp = join(root, '.next/sources.sha256');

// tsconfig.json is left out: the build itself may rewrite it.
const sources = [
  '{app,components,db,lib,public}/**/*',
  '{next.config,proxy,instrumentation,instrumentation-client,postcss.config}.{ts,mjs}',
  'package-lock.json',
  'tsconfig.build.json',
];

function fingerprintOf(env: Surroundings): string {
  const publicSettings = Object.entries(env).filter(([name]) => name.startsWith('NEXT_PUBLIC_'));
  return fingerprint(sources, publicSettings.flat().map(String));
}

export function isBuilt(env: Surroundings, wanted = fingerprintOf(env)): boolean {
  return (
    existsSync(join(root, '.next/BUILD_ID')) && existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted
  );
}

/** Builds when the sources differ from those of the last complete build. */
export async function build(env: Surroundings, signal: AbortSignal): Promise<void> {
  const wanted = fingerprintOf(env);
  if (isBuilt(env, wanted)) return;
  rmSync(stamp, { force: true });
  say('Đang dựng ứng dụng… / Building…');
  const startedAt = Date.now();
  const output = await nextBuild(env, signal, () =>
    say(`  ${Math.round((Date.now() - startedAt) / 1000)} s…`),
  );
  if (output !== null)
    throw new Fault(`${output}\nDựng ứng dụng không thành công. / The build failed, see above.`);
  writeFileSync(stamp, wanted);
}

/** The output of a failed build; null when it succeeded. */
function nextBuild(env: Surroundings, signal: AbortSignal, tick: () => void): Promise<string | null> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [join(root, 'node_modules/next/dist/bin/next'), 'build'], {
      cwd: root,
      env: { ...env, NODE_ENV: 'production' },
      signal,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const chunks: Buffer[] = [];
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
    const ticking = setInterval(tick, 15_000);
    child.on('error', reject);
    child.on('close', (code) => {
      clearInterval(ticking);
      resolve(code === 0 ? null : Buffer.concat(chunks).toString('utf8').trimEnd());
    });
  });
}
