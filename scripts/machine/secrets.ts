import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { z } from 'zod';
import { data, readJson, writeJson } from './folders';

const Secrets = z.object({ authSecret: z.string().min(32), databasePassword: z.string().min(16) });

/** Made at the first start and kept, so that sessions and the database survive the next one. */
export function secrets(): z.output<typeof Secrets> {
  const path = join(data, 'secrets.json');
  const kept = Secrets.safeParse(readJson(path));
  if (kept.success) return kept.data;
  const made = {
    authSecret: randomBytes(32).toString('base64url'),
    databasePassword: randomBytes(18).toString('base64url'),
  };
  writeJson(path, made);
  return made;
}
