import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const here = import.meta.dirname;
const mark = /\[(REQ-[A-Z]+\d{2})\]/g;

function titlesWithIds(): string[] {
  return readdirSync(here)
    .filter((name) => name.endsWith('.spec.ts'))
    .flatMap((name) => readFileSync(join(here, name), 'utf8').match(mark) ?? [])
    .map((found) => found.slice(1, -1));
}

function promised(): string[] {
  const lines = readFileSync(join(here, 'acceptance.md'), 'utf8').split('\n');
  return lines.flatMap((line) => /^- (REQ-[A-Z]+\d{2}) /.exec(line)?.[1] ?? []);
}

function testsIn(name: string): { title: string | undefined }[] {
  const source = readFileSync(join(here, name), 'utf8');
  return [...source.matchAll(/^\s*test\(\s*(?:'([^']*)'|`([^`]*)`)/gm)].map((found) => ({
    title: found[1] ?? found[2],
  }));
}

test('each requirement is proven by one test, each test proves one requirement', () => {
  const proven = titlesWithIds();
  expect(new Set(proven).size, 'a requirement stands in two titles').toBe(proven.length);
  expect(proven.toSorted()).toEqual(promised().toSorted());
});

test('no journey runs without saying what it proves', () => {
  const specs = readdirSync(here).filter((name) => name.endsWith('.spec.ts'));
  const unnamed = specs.flatMap((name) =>
    testsIn(name).filter(({ title }) => title === undefined || title.match(mark)?.length !== 1),
  );
  expect(specs.length).toBeGreaterThan(0);
  expect(unnamed).toEqual([]);
});
