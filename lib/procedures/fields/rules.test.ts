import { describe, expect, it } from 'vitest';
import { holds } from '@/lib/procedures/fields/define';
import { civilDateOf, isPersonalId, isTaxCode, nestedAnswers, numberOf } from '@/lib/procedures/fields/rules';

describe('tax code', () => {
  it.each(['0199001236', '0199999991', '0199001236001'])('accepts %s', (code) => {
    expect(isTaxCode(code)).toBe(true);
  });

  it.each(['0199001237', '019900123', '01990012360', '019900123A', ''])('refuses "%s"', (code) => {
    expect(isTaxCode(code)).toBe(false);
  });
});

describe('personal identification number', () => {
  it('accepts a plausible number', () => {
    expect(isPersonalId('001085012345', '2026-11-22')).toBe(true);
    expect(isPersonalId('096302000001', '2026-11-22')).toBe(true);
    expect(isPersonalId('099085900001', '2026-11-22')).toBe(true);
  });

  it.each(['000085012345', '100085012345', '001485012345', '001285012345', '00108501234', 'a01085012345'])(
    'refuses %s',
    (id) => {
      expect(isPersonalId(id, '2026-11-22')).toBe(false);
    },
  );
});

describe('what people type', () => {
  it('reads Vietnamese and ISO dates alike', () => {
    expect(civilDateOf('5/9/2026')).toBe('2026-09-05');
    expect(civilDateOf('22-11-2026')).toBe('2026-11-22');
    expect(civilDateOf('2026-11-22')).toBe('2026-11-22');
    expect(civilDateOf('hôm nay')).toBe('hôm nay');
  });

  it.each([
    ['12,5', 12.5],
    ['1.500.000', 1_500_000],
    ['1.500.000,25', 1_500_000.25],
    ['0.125', 0.125],
    ['1 000', 1000],
    ['-3', -3],
  ])('reads %s as %d', (written, number) => {
    expect(numberOf(written)).toBe(number);
  });

  it.each(['', 'năm', '1,2,3', '1e9', '0x1F'])('does not read "%s" as a number', (written) => {
    expect(numberOf(written)).toBeNaN();
  });

  it('gathers the rows of a list in their order', () => {
    expect(nestedAnswers({ 'ingredients.1.name': 'B', 'ingredients.0.name': 'A', brand: 'X' })).toEqual({
      ingredients: [{ name: 'A' }, { name: 'B' }],
      brand: 'X',
    });
  });

  it('never writes to a prototype', () => {
    const hostile: unknown = JSON.parse('{"__proto__": {"polluted": true}, "constructor.0.name": "x"}');
    const nested = nestedAnswers({ ...Object(hostile) });
    expect(Object.getPrototypeOf(nested)).toBe(Object.prototype);
    expect(Reflect.get({}, 'polluted')).toBeUndefined();
  });
});

describe('conditions', () => {
  const answers = { kind: 'a', media: ['tv', 'web'], count: 0, empty: '', ticked: false };

  it.each([
    [{ field: 'kind', equals: 'a' }, true],
    [{ field: 'kind', equals: 'b' }, false],
    [{ field: 'media', equals: 'web' }, true],
    [{ field: 'media', oneOf: ['radio', 'tv'] }, true],
    [{ field: 'missing', oneOf: ['radio'] }, false],
    [{ field: 'count', present: true }, true],
    [{ field: 'empty', present: true }, false],
    [{ field: 'ticked', present: false }, true],
    [{ not: { field: 'kind', equals: 'a' } }, false],
    [
      {
        all: [
          { field: 'kind', equals: 'a' },
          { field: 'count', equals: 0 },
        ],
      },
      true,
    ],
    [
      {
        any: [
          { field: 'kind', equals: 'z' },
          { field: 'count', equals: 0 },
        ],
      },
      true,
    ],
  ])('%j is %s', (condition, expected) => {
    expect(holds(condition, answers)).toBe(expected);
  });
});
