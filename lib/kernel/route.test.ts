import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { InvalidInput } from './errors';
import { guarded, queryObject, readJson } from './route';

const Shape = z.strictObject({
  name: z.string().min(2).max(4),
  count: z.number().int().min(1).max(9),
  kind: z.enum(['a', 'b']),
  rows: z.array(z.strictObject({ id: z.uuid() })).optional(),
});

function faults(raw: unknown): string[] {
  try {
    guarded(Shape, raw);
  } catch (cause) {
    if (cause instanceof InvalidInput) return cause.issues.map(({ path, code }) => `${path} ${code}`);
    throw cause;
  }
  return [];
}

describe('the guard of a route', () => {
  it('lets through what has the shape', () => {
    expect(faults({ name: 'ok', count: 1, kind: 'a' })).toEqual([]);
  });

  it.each([
    [{}, ['name required', 'count required', 'kind required']],
    [{ name: 'x', count: 10, kind: 'c' }, ['name too_short', 'count too_big', 'kind not_an_option']],
    [{ name: 'xxxxx', count: 0, kind: 'a' }, ['name too_long', 'count too_small']],
    [{ name: 1, count: 'x', kind: 'a' }, ['name wrong_type', 'count wrong_type']],
    [{ name: 'ok', count: 1, kind: 'a', more: 1 }, ['more unknown_field']],
    [
      { name: 'ok', count: 1, kind: 'a', rows: [{ id: 'x', y: 1 }] },
      ['rows.0.id pattern', 'rows.0.y unknown_field'],
    ],
  ])('names what is wrong with %j', (raw, expected) => {
    expect(faults(raw)).toEqual(expected);
  });

  it('reads a list from every repetition and a value from the last', () => {
    const schema = z.object({ pause: z.array(z.string()).optional(), limit: z.string() });
    const search = new URLSearchParams('pause=a&pause=b&limit=1&limit=2&other=x');
    expect(queryObject(search, schema)).toEqual({ pause: ['a', 'b'], limit: '2', other: 'x' });
  });

  it('takes at most 1 MB of JSON, and JSON only', async () => {
    const post = (body: string, type: string) =>
      new Request('http://localhost', { method: 'POST', body, headers: { 'content-type': type } });
    expect(await readJson(post('{"ă":1}', 'application/json; charset=utf-8'))).toBe('{"ă":1}');
    await expect(readJson(post('x', 'text/plain'))).rejects.toMatchObject({ code: 'unsupported_media_type' });
    await expect(readJson(post(' '.repeat(1_100_000), 'application/json'))).rejects.toMatchObject({
      code: 'too_large',
    });
  });
});
