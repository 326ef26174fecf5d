import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const app = join(import.meta.dirname, '../app');
const files = readdirSync(app, { recursive: true, encoding: 'utf8' });

/** Every page and every call of the interface, read from the folders that make them. */
export function routesOfApp(): string[] {
  const calls = files
    .filter((file) => /^api\/v1\/.*\/route\.ts$/.test(file))
    .flatMap((file) => methodsIn(file).map((method) => `${method} ${routeOf(file)}`));
  return [...pagesIn(''), ...calls].toSorted();
}

/** The pages of one group, `(public)`, in the order of their addresses. */
export function pagesIn(group: string): string[] {
  return files
    .filter((file) => file.startsWith(group) && /(^|\/)page\.tsx$/.test(file))
    .map(routeOf)
    .toSorted();
}

/** Folders in round brackets group pages and stand in no address. */
function routeOf(file: string): string {
  const folders = file.split('/').slice(0, -1);
  return `/${folders.filter((folder) => !folder.startsWith('(')).join('/')}`;
}

function methodsIn(file: string): string[] {
  const source = readFileSync(join(app, file), 'utf8');
  return [...source.matchAll(/^export const (GET|POST)\b/gm)].flatMap(([, method]) => method ?? []);
}
