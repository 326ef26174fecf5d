import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  compareNames,
  formatBytes,
  formatDate,
  formatDateTime,
  formatDuration,
  formatMoney,
  formatMonth,
  formatNumber,
  formatPercent,
  formatPeriod,
  formatPeriodInText,
  formatPoints,
  formatShare,
} from './format';

describe('dates', () => {
  it('shows a civil date as written, whatever the zone of the machine', () => {
    expect(formatDate('2026-06-05')).toBe('05/06/2026');
  });

  it('shows an instant in the time of Vietnam', () => {
    expect(formatDate(new Date('2026-11-19T17:30:00Z'))).toBe('20/11/2026');
    expect(formatDateTime(new Date('2026-11-20T02:15:00Z'))).toBe('09:15, 20/11/2026');
    expect(formatDateTime(new Date('2026-11-19T17:00:00Z'))).toBe('00:00, 20/11/2026');
  });

  it('reads an ISO instant given as text', () => {
    expect(formatDate('2026-11-19T17:30:00Z')).toBe('20/11/2026');
  });

  it('names a month', () => {
    expect(formatMonth('2026-04')).toBe('Tháng 4/2026');
    expect(formatMonth('2026-04', 'en')).toBe('04/2026');
  });

  it('names a reporting period of each kind', () => {
    expect(formatPeriod('202604')).toBe('Tháng 4/2026');
    expect(formatPeriod('2026Q2')).toBe('Quý II/2026');
    expect(formatPeriod('2026')).toBe('Năm 2026');
    expect(formatPeriodInText('2026Q3')).toBe('quý III/2026');
    expect(formatPeriodInText('202610', 'en')).toBe(formatPeriod('202610', 'en'));
    expect(formatPeriod('2026Q4', 'en')).toBe('Q4/2026');
  });

  it('calls a difference of shares points, with its sign', () => {
    expect(formatPoints(1.24)).toBe('+1,2\u00A0điểm\u00A0%');
    expect(formatPoints(-0.4)).toBe('−0,4\u00A0điểm\u00A0%');
    expect(formatPoints(-0.01)).toBe('0,0\u00A0điểm\u00A0%');
  });

  it('keeps every civil date', () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date('2000-01-01'), max: new Date('2099-12-31'), noInvalidDate: true }),
        (day) => {
          const iso = day.toISOString().slice(0, 10);
          expect(formatDate(iso).split('/').reverse().join('-')).toBe(iso);
        },
      ),
    );
  });
});

describe('numbers', () => {
  it('groups by points and cuts by comma', () => {
    expect(formatNumber(1_234_567.9, 'vi', 1)).toBe('1.234.567,9');
    expect(formatNumber(1_650)).toBe('1.650');
    expect(formatNumber(1_650, 'en')).toBe('1,650');
  });

  it('writes a share with its parts', () => {
    expect(formatPercent(1128 / 1650)).toBe('68,4%');
    expect(formatPercent(1)).toBe('100,0%');
    expect(formatPercent(0.68364, 'vi', 2)).toBe('68,36%');
    expect(formatShare(1128, 1650)).toBe('68,4% (1.128/1.650)');
    expect(formatShare(0, 0)).toBe('0/0');
  });

  it('holds the đồng sign to its number', () => {
    expect(formatMoney(1_500_000)).toBe('1.500.000\u00A0₫');
    expect(formatMoney(0)).toBe('0\u00A0₫');
  });
});

describe('limits and sizes', () => {
  it('names a limit in both languages', () => {
    expect(formatDuration({ amount: 3, unit: 'working_day' })).toBe('3\u00A0ngày làm việc');
    expect(formatDuration({ amount: 1, unit: 'working_day' }, 'en')).toBe('1\u00A0working day');
    expect(formatDuration({ amount: 0.5, unit: 'working_day' })).toBe('0,5\u00A0ngày làm việc');
  });

  it('names a size', () => {
    expect(formatBytes(999)).toBe('999\u00A0B');
    expect(formatBytes(3_400_000)).toBe('3,4\u00A0MB');
  });
});

it('sorts names as a Vietnamese dictionary does', () => {
  const names = ['Hà Nội', 'Đồng Nai', 'Điện Biên', 'Cần Thơ', 'Đắk Lắk', 'Đà Nẵng'];
  expect(names.sort(compareNames())).toEqual([
    'Cần Thơ',
    'Đà Nẵng',
    'Đắk Lắk',
    'Điện Biên',
    'Đồng Nai',
    'Hà Nội',
  ]);
});
