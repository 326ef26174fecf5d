import { join } from 'node:path';
import type { Env } from '@/lib/config/env';
import type { Hand } from './crew';
import { root, typescript } from './folders';
import type { Surroundings } from './settings';

/** The processes a portal consists of; the simulators come first, the web server's sign-in needs them. */
export function handsFor(settings: Env, env: Surroundings, developing = false): Hand[] {
  const next = join(root, 'node_modules/next/dist/bin/next');
  const args = developing ? [next, 'dev', '-p', String(settings.PORT)] : [join(root, 'scripts/web.mjs')];
  const web = { name: 'web', args, untethered: developing };
  const worker = { name: 'worker', args: [...typescript, 'scripts/worker.ts'] };
  const simulators = { name: 'simulators', args: [...typescript, 'scripts/simulators.ts'] };
  const NODE_ENV = developing ? 'development' : 'production';
  return (settings.SIMULATORS ? [simulators, worker, web] : [worker, web]).map((hand) => ({
    ...hand,
    env: { ...env, NODE_ENV, PORT: String(settings.PORT) },
  }));
}
