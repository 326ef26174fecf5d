import { expect, it } from 'vitest';
import { localPath } from './local-path';

const home = 'http://localhost:3000';

it.each([
  ['/my/dossiers/N-1?x=1#a', '/my/dossiers/N-1?x=1#a'],
  ['http://localhost:3000/my', '/my'],
  ['//evil.example/my', null],
  ['https://evil.example', null],
  ['/\\evil.example', null],
  ['javascript:alert(1)', null],
  ['', null],
  [undefined, null],
])('%s leads to %s', (given, path) => {
  expect(localPath(given, home)).toBe(path);
});
