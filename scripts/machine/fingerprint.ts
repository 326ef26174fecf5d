import { createHash } from 'node:crypto';
import { globSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './folders';

/** One short text for the content of files: the same content gives the same text, whatever the dates. */
export function fingerprint(patterns: readonly string[], more: readonly string[] = []): string {
  const hash = createHash('sha256').update(more.join('\0'));
  const files = patterns
    .flatMap((pattern) => globSync(pattern, { cwd: root }))
    .filter((file) => !/\.test\.tsx?$/.test(file) && statSync(join(root, file)).isFile());
  for (const file of [...new Set(files)].sort())
    hash.update(`\0${file}\0`).update(readFileSync(join(root, file)));
  return hash.digest('hex').slice(0, 16);
}
