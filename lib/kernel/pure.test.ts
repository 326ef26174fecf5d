import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { actHash, canonical, commitment, genesis } from './audit-hash';
import { newCapability, newId } from './ids';
import { decodeCursor, decodeTimeCursor, encodeCursor } from './pagination';
import { foldTones, unstorablePaths } from './text';

describe('canonical JSON', () => {
  it('is the same whatever the order of keys, and survives the journey through JSON', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const shuffle = (one: unknown): unknown =>
          one === null || typeof one !== 'object'
            ? one
            : Array.isArray(one)
              ? one.map(shuffle)
              : Object.fromEntries(
                  Object.entries(one)
                    .reverse()
                    .map(([key, inner]) => [key, shuffle(inner)]),
                );
        expect(canonical(shuffle(value))).toBe(canonical(value));
        expect(canonical(JSON.parse(JSON.stringify(value)))).toBe(canonical(value));
        expect(JSON.parse(canonical(value))).toEqual(JSON.parse(JSON.stringify(value)));
      }),
    );
  });

  it('tells different values apart', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.jsonValue(), (a, b) => {
        const same = JSON.stringify(JSON.parse(canonical(a))) === JSON.stringify(JSON.parse(canonical(b)));
        expect(canonical(a) === canonical(b)).toBe(same);
      }),
    );
    expect(canonical({ a: undefined, b: 1 })).toBe('{"b":1}');
    expect(canonical(['1'])).not.toBe(canonical([1]));
    expect(canonical({ a: { b: 1 } })).not.toBe(canonical({ a: 1, b: 1 }));
    expect(canonical(new Date(0))).toBe('"1970-01-01T00:00:00.000Z"');
  });

  it('changes the hash with every fact of the act', () => {
    const act = {
      recordType: 't',
      recordId: 'i',
      seq: 1,
      action: 'a',
      outcome: 'done',
      actorId: null,
      personId: null,
      role: null,
      scope: null,
      delegationId: null,
      at: new Date(0),
      requestId: 'r',
      detail: {},
      prevHash: genesis,
    };
    const changes = {
      recordType: 'u',
      recordId: 'j',
      seq: 2,
      action: 'b',
      outcome: 'denied',
      actorId: 'x',
      personId: 'x',
      role: 'x',
      scope: 'x',
      delegationId: 'x',
      at: new Date(1),
      requestId: 's',
      detail: { a: 1 },
      prevHash: `1${genesis.slice(1)}`,
    };
    const hashes = Object.entries(changes).map(([key, value]) => actHash({ ...act, [key]: value }));
    expect(new Set([actHash(act), ...hashes]).size).toBe(hashes.length + 1);
    expect(actHash({ ...act })).toBe(actHash(act));
  });

  it('hides a value behind its salt', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), fc.jsonValue(), (a, b, value) => {
        expect(commitment(a, value)).toBe(commitment(a, value));
        if (a !== b && a.length === b.length) expect(commitment(a, value)).not.toBe(commitment(b, value));
      }),
    );
  });
});

describe('cursors', () => {
  it('come back as they went', () => {
    fc.assert(
      fc.property(
        fc.option(
          fc
            .date({ noInvalidDate: true, min: new Date(0), max: new Date('9999-12-31') })
            .map((date) => date.toISOString()),
        ),
        fc.uuid(),
        (value, id) => {
          expect(decodeTimeCursor(encodeCursor({ value, id }))).toEqual({ value, id });
        },
      ),
    );
  });

  it('are null when they are not ours, and never throw', () => {
    const noise = fc.oneof(
      fc.string(),
      fc.base64String(),
      fc.json().map((json) => Buffer.from(json).toString('base64url')),
    );
    fc.assert(
      fc.property(noise, (text) => {
        const cursor = decodeCursor(text);
        if (cursor === null) return;
        expect(typeof cursor.id).toBe('string');
        expect(cursor.value === null || typeof cursor.value === 'string').toBe(true);
      }),
    );
    for (const wrong of [undefined, '', 'null', encodeCursor({ value: null, id: 'x' }).slice(1)])
      expect(decodeCursor(wrong)).toBeNull();
  });

  it('whose value is no date or whose id is no id are not ours', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (value, id) => {
        const cursor = decodeTimeCursor(encodeCursor({ value, id }));
        if (cursor !== null)
          expect([
            Number.isNaN(Date.parse(cursor.value ?? '1970-01-01')),
            /^[0-9a-f-]{36}$/.test(cursor.id),
          ]).toEqual([false, true]);
      }),
    );
  });
});

describe('folded text', () => {
  it.each([
    ['Cục Quản lý Dược', 'cuc quan ly duoc'],
    ['ĐƯỜNG  Đặng\tVăn Ngữ', 'duong dang van ngu'],
    ['Hoà Bình', 'hoa binh'],
    ['Hòa Bình', 'hoa binh'],
    ['  nghỉ  hưu ', 'nghi huu'],
    ['ỨỪỬỮỰ', 'uuuuu'],
  ])('%s is %s', (text, folded) => {
    expect(foldTones(text)).toBe(folded);
  });

  it('is the same for composed and decomposed letters, and folding again changes nothing', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(foldTones(text.normalize('NFD'))).toBe(foldTones(text.normalize('NFC')));
        expect(foldTones(foldTones(text))).toBe(foldTones(text));
      }),
    );
  });
});

it('text no database could hold is found wherever it stands', () => {
  expect(unstorablePaths({ a: 'á 🙂', b: [1, null, { c: 'x\0' }], 'd\0': true, e: '\ud800' })).toEqual([
    'b.2.c',
    'd\0',
    'e',
  ]);
  expect(foldTones('a\0b\u200b')).toBe('a b');
});

describe('ids', () => {
  it('sort by time, are of version 7 and never repeat', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 2 ** 47 }), fc.integer({ min: 1, max: 10_000 }), (at, later) => {
        const [first, second] = [newId(new Date(at)), newId(new Date(at + later))];
        expect(first < second).toBe(true);
        expect(first).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
      }),
    );
    const at = new Date();
    expect(new Set(Array.from({ length: 10_000 }, () => newId(at))).size).toBe(10_000);
  });

  it('capabilities hold 128 bits that fit an address', () => {
    const made = Array.from({ length: 10_000 }, newCapability);
    expect(new Set(made).size).toBe(10_000);
    expect(made.every((one) => /^[\w-]{22}$/.test(one))).toBe(true);
  });
});
