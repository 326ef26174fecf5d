import { describe, expect, it } from 'vitest';
import { longDate } from '@/lib/pdf/layout';
import { form01Sample } from '@/lib/pdf/samples';
import { explainDue } from '@/lib/pdf/templates/due-steps';
import { amountInWords } from '@/lib/pdf/templates/facts';
import { form01 } from '@/lib/pdf/templates/form01';

describe('amountInWords', () => {
  it.each([
    [0, 'Không đồng'],
    [5, 'Năm đồng'],
    [15, 'Mười lăm đồng'],
    [21, 'Hai mươi mốt đồng'],
    [105, 'Một trăm lẻ năm đồng'],
    [500_000, 'Năm trăm nghìn đồng'],
    [1_500_000, 'Một triệu năm trăm nghìn đồng'],
    [22_500_000, 'Hai mươi hai triệu năm trăm nghìn đồng'],
    [1_000_005, 'Một triệu không trăm lẻ năm đồng'],
    [2_000_000_000, 'Hai tỷ đồng'],
  ])('%d', (amount, words) => {
    expect(amountInWords(amount)).toBe(words);
  });

  it('refuses what is no sum of money', () => {
    expect(() => amountInWords(-1)).toThrow(RangeError);
    expect(() => amountInWords(1.5)).toThrow(RangeError);
  });
});

describe('explainDue', () => {
  it('folds days into runs that add up to the limit', () => {
    expect(explainDue(form01Sample.dueSteps)).toEqual([
      'Từ 21/11/2026 đến 22/11/2026: không tính (nghỉ hằng tuần)',
      'Từ 23/11/2026 đến 25/11/2026: từ ngày thứ 1 đến ngày thứ 3',
    ]);
  });

  it('keeps different reasons apart', () => {
    const steps = [
      { date: '2026-09-02', counted: false, note: 'Quốc khánh' },
      { date: '2026-09-03', counted: true, note: '' },
      { date: '2026-09-05', counted: false, note: 'nghỉ hằng tuần' },
    ];
    expect(explainDue(steps)).toEqual([
      '02/09/2026: không tính (Quốc khánh)',
      '03/09/2026: ngày thứ 1',
      '05/09/2026: không tính (nghỉ hằng tuần)',
    ]);
  });
});

describe('longDate', () => {
  it('puts a zero before days below 10 and months 1 and 2', () => {
    expect(longDate('2026-02-05')).toBe('ngày 05 tháng 02 năm 2026');
    expect(longDate('2026-03-15')).toBe('ngày 15 tháng 3 năm 2026');
    expect(longDate('2026-11-22')).toBe('ngày 22 tháng 11 năm 2026');
  });
});

describe('form sets', () => {
  it('keeps the numbering of the circular in force at the time', () => {
    expect(form01(form01Sample).form?.basis).toContain('03/2025/TT-VPCP');
    expect(form01({ ...form01Sample, formSet: '2018' }).form?.basis).toContain('01/2018/TT-VPCP');
  });
});
