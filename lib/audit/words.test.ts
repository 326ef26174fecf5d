import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { policy, roles } from '@/lib/policy/table';
import { sessionActions } from './schema';

const actions = [...Object.keys(policy), ...sessionActions];

const read = (locale: string, file: string) =>
  JSON.parse(readFileSync(new URL(`../i18n/messages/${locale}/${file}.json`, import.meta.url), 'utf8'));

describe.each(['vi', 'en'])('the words of the trail in %s', (locale) => {
  it('name every action of the policy table and every act of a session, and no other', () => {
    const named = Object.entries<Record<string, string>>(read(locale, 'audit').actions).flatMap(
      ([noun, verbs]) => Object.keys(verbs).map((verb) => `${noun}.${verb}`),
    );
    expect(named.sort()).toEqual([...actions].sort());
  });

  it('name every role', () => {
    expect(Object.keys(read(locale, 'access').roles).sort()).toEqual([...roles].sort());
  });
});

it('knows every action that is recorded without a right', () => {
  const found = readdirSync(new URL('../session/', import.meta.url))
    .filter((file) => !file.endsWith('.test.ts'))
    .flatMap((file) => [
      ...readFileSync(new URL(`../session/${file}`, import.meta.url), 'utf8').matchAll(
        /trail\(tx, '([^']+)'/g,
      ),
    ])
    .map((match) => match[1]);
  expect(found.sort()).toEqual([...sessionActions].sort());
});
