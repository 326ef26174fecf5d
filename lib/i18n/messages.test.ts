import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import en from './messages/en';
import vi from './messages/vi';

const folder = new URL('./messages/', import.meta.url);
const namespaces = filesOf('vi');

describe.each(namespaces)('messages/%s', (file) => {
  const vi = flat(read('vi', file));
  const en = flat(read('en', file));

  it('has the same keys in both languages', () => {
    expect([...en.keys()].sort()).toEqual([...vi.keys()].sort());
  });

  it('has the same arguments in both languages', () => {
    const differing = [...vi].filter(([key, text]) => argumentsOf(text) !== argumentsOf(en.get(key) ?? ''));
    expect(differing.map(([key]) => key)).toEqual([]);
  });

  it('leaves nothing empty and shouts nowhere', () => {
    const bad = [...vi, ...en].filter(([, text]) => text.trim() === '' || text.includes('!'));
    expect(bad.map(([key]) => key)).toEqual([]);
  });
});

it('names each file of each language in its catalogue', () => {
  expect(filesOf('en')).toEqual(namespaces);
  expect(Object.keys(vi).map(fileOf)).toEqual(namespaces);
  expect(Object.keys(en).map(fileOf)).toEqual(namespaces);
});

const fileOf = (namespace: string) => `${namespace}.json`;

function filesOf(locale: string): string[] {
  return readdirSync(new URL(`${locale}/`, folder)).sort();
}

function read(locale: string, file: string): unknown {
  return JSON.parse(readFileSync(new URL(`${locale}/${file}`, folder), 'utf8'));
}

function flat(node: unknown, path = ''): Map<string, string> {
  if (typeof node === 'string') return new Map([[path, node]]);
  const entries = Object.entries(node ?? {});
  return new Map(entries.flatMap(([key, child]) => [...flat(child, path === '' ? key : `${path}.${key}`)]));
}

/** ICU: `{name}` and `{name, plural, one {…} other {…}}`; the branches of a choice are text again, not arguments. */
function argumentsOf(text: string): string {
  const found = new Set<string>();
  scan(text, found);
  return [...found].sort().join(' ');
}

function scan(text: string, found: Set<string>): void {
  for (const body of bracesOf(text)) {
    const [name = '', kind = '', ...rest] = body.split(',');
    found.add(kind.trim() === '' ? name.trim() : `${name.trim()}:${kind.trim()}`);
    for (const branch of bracesOf(rest.join(','))) scan(branch, found);
  }
}

function bracesOf(text: string): string[] {
  const bodies: string[] = [];
  let depth = 0;
  let start = 0;
  for (const [index, sign] of [...text].entries()) {
    if (sign === '{' && depth++ === 0) start = index + 1;
    if (sign === '}' && --depth === 0) bodies.push([...text].slice(start, index).join(''));
  }
  return bodies;
}
