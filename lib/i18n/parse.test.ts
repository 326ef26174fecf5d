import fc from 'fast-check';
import { expect, it } from 'vitest';
import { formatDate, formatNumber } from './format';
import { parseDate, parseNumber } from './parse';

it.each([
  ['31/12/2027', '2027-12-31'],
  ['1/3/2027', '2027-03-01'],
  ['31-12-2027', '2027-12-31'],
  ['31.12.2027', '2027-12-31'],
  [' 31122027 ', '2027-12-31'],
  ['29/02/2028', '2028-02-29'],
  ['29/02/2027', null],
  ['31/04/2027', null],
  ['12/31/2027', null],
  ['2027-12-31', null],
  ['', null],
])('reads the date %s', (typed, date) => {
  expect(parseDate(typed)).toBe(date);
});

it.each([
  ['1.234,5', 1234.5],
  ['1234,5', 1234.5],
  ['1 234', 1234],
  ['1.234', 1234],
  ['-7', -7],
  ['1.5', null],
  ['1,234.5', null],
  ['12.34', null],
  ['abc', null],
  ['', null],
])('reads the number %s', (typed, number) => {
  expect(parseNumber(typed)).toBe(number);
});

it('reads back what it writes', () => {
  fc.assert(
    fc.property(fc.integer({ min: -1e12, max: 1e12 }), (number) => {
      expect(parseNumber(formatNumber(number))).toBe(number);
    }),
  );
  fc.assert(
    fc.property(
      fc.date({ min: new Date('1900-01-01'), max: new Date('2100-01-01'), noInvalidDate: true }),
      (day) => {
        const iso = day.toISOString().slice(0, 10);
        expect(parseDate(formatDate(iso))).toBe(iso);
      },
    ),
  );
});
