import 'server-only';
import type { Readable } from 'node:stream';
import { storage } from '@/lib/integrations/storage';
import type { Actor } from '@/lib/policy/actor';
import type { ImportOptions, ImportSummary } from '../schema';
import { walkImport } from './walk';

/** What a file would do, cell by cell; nothing is written. */
export function previewImport(
  actor: Actor,
  stream: Readable,
  options: ImportOptions = {},
): Promise<ImportSummary> {
  return walkImport(actor, { stream, options, visit: async () => {} });
}

/** The same of a file that was handed in before; whoever looks sees only what they may enter themselves. */
export async function previewKept(
  actor: Actor,
  { file, ...options }: ImportOptions & { file: string },
): Promise<ImportSummary> {
  return previewImport(actor, await storage().open(file), options);
}
