import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { type Env, parseEnv } from '@/lib/config/env';
import { root } from './folders';
import { Fault } from './say';
import { secrets } from './secrets';

/** What the portal's processes are given: settings as text, complete. */
export type Surroundings = Record<string, string | undefined>;

/** Stands for the embedded server while its address isn't known. */
export const embeddedAddress = 'postgres://127.0.0.1/portal';

/** The settings, completed by what this machine supplies itself; all faults in one go. */
export function readSettings(): Env {
  if (existsSync(join(root, '.env'))) process.loadEnvFile(join(root, '.env'));
  // Production must bring its own secret only where several machines share it; alone, a kept one is as good.
  const parsed = parseEnv({
    ...process.env,
    DATABASE_URL: process.env.DATABASE_URL || embeddedAddress,
    AUTH_SECRET: process.env.AUTH_SECRET || secrets().authSecret,
  });
  if (!parsed.ok) throw new Fault(parsed.faults.join('\n'));
  return parsed.env;
}

/** Everything a child process needs, so that each reads its settings the same way. */
export function surroundings(settings: Env, database: { url: string; role: string | null }): Surroundings {
  return {
    ...process.env,
    DATABASE_URL: database.url,
    DATABASE_ROLE: database.role ?? '',
    AUTH_SECRET: settings.AUTH_SECRET,
    PORT: String(settings.PORT),
    PUBLIC_URL: settings.PUBLIC_URL,
    SIMULATORS_PORT: String(settings.SIMULATORS_PORT),
    NEXTAUTH_URL: settings.PUBLIC_URL,
    NEXTAUTH_SECRET: settings.AUTH_SECRET,
    NEXT_TELEMETRY_DISABLED: '1',
  };
}
