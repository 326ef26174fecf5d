import { createTranslator } from 'next-intl';
import { describe, expect, it } from 'vitest';
import messages from '@/lib/i18n/messages/vi/indicators.json';
import type { Figure, IndicatorView } from '@/lib/indicators/schema';
import {
  answerText,
  changeText,
  coverageText,
  figureText,
  filterText,
  halfText,
  largestText,
  paceText,
  placesText,
} from './sentences';
import type { Speech } from './words';

const speech: Speech = {
  t: createTranslator({ locale: 'vi', messages: { indicators: messages }, namespace: 'indicators' }),
  locale: 'vi',
};

const words = (vi: string) => ({ vi, en: vi });

const figure = (measure: string, rest: Partial<Figure> = {}): Figure => ({
  measure,
  title: words('Bệnh viện triển khai bệnh án điện tử'),
  unit: 'percent',
  place: null,
  period: '202610',
  asOf: '2026-10-31',
  value: (1128 / 1650) * 100,
  numerator: 1128,
  denominator: 1650,
  proven: 900,
  members: 1700,
  answered: 1650,
  fresh: 1600,
  carried: 50,
  target: {
    value: 100,
    text: words('100%'),
    deadline: '2025-09-30',
    deadlineText: words('30/09/2025'),
    legalDocument: 'Quyết định 2491/QĐ-BYT',
    revision: 1,
    successor: null,
  },
  status: 'off_track',
  missed: true,
  gap: 522,
  pace: null,
  provenance: 'reports',
  source: null,
  sample: true,
  sequence: 812,
  ...rest,
});

describe('the first line', () => {
  it('says what was missed and what is missing most', () => {
    const rows = [
      figure('T54'),
      figure('T53', { gap: 41 }),
      figure('T55', { gap: null, status: 'achieved', missed: false }),
      figure('HIS', { target: null, status: 'no_target', missed: false, gap: null }),
    ];
    expect(answerText(rows, speech)).toBe(
      '2 trong 3 chỉ tiêu chưa đạt khi hết hạn; bệnh án điện tử còn thiếu 522 cơ sở.',
    );
  });

  it('says when all were missed, some reached since, some unknown', () => {
    const rows = [
      figure('T54', { status: 'achieved', gap: null }),
      figure('T53', { value: null, gap: null, status: 'unknown' }),
    ];
    expect(answerText(rows, speech)).toBe(
      'Cả 2 chỉ tiêu có hạn chưa đạt khi hết hạn; 1 đã đạt sau hạn; 1 chỉ tiêu chưa đủ báo cáo.',
    );
  });

  it('names everybody who shares the greatest gap', () => {
    expect(answerText([figure('T54', { gap: 9 }), figure('T55', { gap: 9 })], speech)).toBe(
      'Cả 2 chỉ tiêu có hạn chưa đạt khi hết hạn; bệnh án điện tử và thanh toán không tiền mặt còn thiếu 9 cơ sở.',
    );
  });

  it('claims nothing when nothing is known, and nothing missing when all is reached', () => {
    const unknown = { value: null, gap: null, status: 'unknown', missed: false } as const;
    expect(answerText([figure('T54', unknown)], speech)).toBe('Chưa đủ báo cáo để đánh giá chỉ tiêu này.');
    expect(answerText([figure('T54', unknown), figure('T53', unknown)], speech)).toBe(
      'Chưa đủ báo cáo để đánh giá 2 chỉ tiêu.',
    );
    const reached = { gap: null, status: 'achieved', missed: false } as const;
    expect(answerText([figure('T54', reached), figure('T53', reached)], speech)).toBe(
      'Cả 2 chỉ tiêu có hạn đã đạt.',
    );
    expect(answerText([], speech)).toBe('Chưa có chỉ tiêu nào ở đây có mục tiêu bằng số.');
  });
});

describe('one figure', () => {
  it('carries date, share, parts, proof and gap', () => {
    expect(figureText(figure('T54'), speech)).toBe(
      'Đến 31/10/2026, 68,4% (1.128/1.650); 900 cơ sở có minh chứng được chấp nhận; còn thiếu 522 cơ sở để đạt 100%.',
    );
  });

  it('says how many answered when too few did, never 0%', () => {
    const few = figure('LIS', {
      value: null,
      numerator: null,
      denominator: null,
      proven: null,
      gap: null,
      members: 39,
      answered: 12,
    });
    expect(figureText(few, speech)).toBe(
      'Đến 31/10/2026, chưa đủ báo cáo: 12/39 đơn vị đã trả lời (30,8%), cần từ 80%.',
    );
    expect(figureText({ ...few, asOf: null, members: null, answered: null }, speech)).toBe(
      'Chưa có nguồn số liệu.',
    );
  });

  it('does not call prescriptions facilities', () => {
    const ratio = figure('T57', { denominator: 90_000, numerator: 60_000, gap: 30_000, proven: null });
    expect(figureText(ratio, speech)).toContain('còn thiếu 30.000 để đạt 100%.');
  });

  it('counts who reported, who was carried and who is missing', () => {
    expect(coverageText(figure('T54'), speech)).toBe(
      '1.600 báo cáo kỳ này, 50 lấy từ kỳ trước, 50 chưa có, trong 1.700 đơn vị',
    );
  });
});

describe('the pace', () => {
  const pace = {
    actual: 2.5,
    required: 5.24,
    ratio: 0.48,
    horizon: '2026-12-31',
    months: 6,
    reachedOn: null,
  };

  it('is said in whole facilities', () => {
    expect(paceText(figure('T54', { pace }), speech)).toEqual([
      'Nhịp cần có: 87 cơ sở mỗi tháng để đạt 100% trước 31/12/2026.',
      'Nhịp 6 kỳ gần nhất: 41 cơ sở mỗi tháng.',
    ]);
  });

  it('is said in points where there are no parts', () => {
    const bare = figure('T54', {
      denominator: null,
      numerator: null,
      pace: { ...pace, required: null, actual: -0.4 },
    });
    expect(paceText(bare, speech)).toEqual(['Nhịp 6 kỳ gần nhất: −0,4\u00A0điểm\u00A0% mỗi tháng.']);
  });
});

const group = (name: string, missing: number): IndicatorView['missingBy'][number] => ({
  dimension: 'province',
  key: name,
  label: words(name),
  missing,
  of: 60,
});

describe('why', () => {
  it('names the provinces that hold half', () => {
    expect(halfText([group('Lào Cai', 6), group('Hà Nội', 20), group('Huế', 10)], speech)).toBe(
      'Một nửa số còn thiếu (20/36) nằm ở một tỉnh: Hà Nội.',
    );
    expect(halfText([group('Lào Cai', 6), group('Hà Nội', 8), group('Huế', 7)], speech)).toBe(
      'Một nửa số còn thiếu (15/21) nằm ở 2 tỉnh: Hà Nội và Huế.',
    );
    expect(halfText([group('Huế', 0)], speech)).toBeNull();
  });

  it('names all of the largest groups with their wholes', () => {
    expect(largestText([group('A', 9), group('B', 9), group('C', 1)], speech)).toBe(
      'Theo tỉnh, thiếu nhiều nhất: A (9/60) và B (9/60).',
    );
  });
});

describe('provinces', () => {
  const province = (name: string, value: number | null) =>
    figure('T54', { place: { id: name, name: words(name) }, value });

  it('says who has reached it, who leads, who lags, who is unknown', () => {
    const all = [province('Hà Nội', 100), province('Huế', 40), province('Lào Cai', null)];
    expect(placesText(all, speech)).toBe(
      '1 trong 2 tỉnh đã đạt mục tiêu; cao nhất Hà Nội 100,0%; thấp nhất Huế 40,0%; 1 tỉnh chưa đủ số liệu.',
    );
  });

  it('ranks nobody where there is one place or a tie of all', () => {
    expect(placesText([province('Hà Nội', 50)], speech)).toBe('0 trong 1 tỉnh đã đạt mục tiêu.');
    expect(placesText([province('Hà Nội', 50), province('Huế', 50)], speech)).toBe(
      '0 trong 2 tỉnh đã đạt mục tiêu.',
    );
    expect(placesText([province('Hà Nội', null), province('Huế', null)], speech)).toBe(
      'Cả 2 tỉnh chưa đủ số liệu.',
    );
    expect(placesText([], speech)).toBe('Chưa có tỉnh nào.');
  });

  it('counts instead of listing when many share a place', () => {
    const many = ['A', 'B', 'C', 'D'].map((name) => province(name, 100));
    expect(placesText([...many, province('E', 2)], speech)).toContain('4 tỉnh cùng cao nhất 100,0%');
  });
});

it('tells a change in points, and no change as none', () => {
  const change = { from: '202609', numerator: 1.4, denominator: -0.2, cross: 0, total: 1.2 };
  expect(changeText(change, speech)).toBe('Tăng 1,2\u00A0điểm\u00A0% so với tháng 9/2026.');
  expect(changeText({ ...change, total: -3.4 }, speech)).toBe(
    'Giảm 3,4\u00A0điểm\u00A0% so với tháng 9/2026.',
  );
  expect(changeText({ ...change, total: 0.01 }, speech)).toBe('Không đổi so với tháng 9/2026.');
});

it('says what is shown in one sentence', () => {
  const board = {
    place: { id: 'p34-01', name: words('Hà Nội') },
    period: '202610',
    world: '34',
    knownAt: new Date('2026-11-22T02:15:00Z'),
  } as const;
  expect(filterText(board, undefined, speech)).toBe(
    'Hà Nội (34 tỉnh, thành phố), kỳ tháng 10/2026, theo số liệu biết đến 09:15, 22/11/2026.',
  );
  expect(filterText({ ...board, place: null, world: '63', period: null }, '2025-11-13', speech)).toBe(
    'Cả nước (63 tỉnh, thành phố trước 01/7/2025), chưa có kỳ nào khóa, theo số liệu biết đến hết ngày 13/11/2025.',
  );
});
