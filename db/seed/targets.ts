import 'server-only';
import type { Tx } from '@/db/client';
import { indicators as indicatorTable, targets } from '@/db/schema/indicators';
import { indicators } from '@/lib/indicators/catalogue';
import type { Indicator } from '@/lib/indicators/define';
import { insertRows } from './rows';

type Target = typeof targets.$inferInsert;
type Given = Partial<Target>;

const decisionOf = ({ seeds }: Indicator) => {
  if (seeds.includes('002') || seeds.includes('000')) return 'QĐ 2491/QĐ-BYT';
  return seeds.includes('003') ? 'QĐ 1710/QĐ-BYT' : 'Kết quả công bố 13/11/2025';
};

const sourceNames: Readonly<Record<string, string>> = {
  '000': 'TTXVN (EN), QĐ 2491/QĐ-BYT',
  '001': 'TTXVN (FR), QĐ 2491/QĐ-BYT',
  '002': 'LawNet, QĐ 2491/QĐ-BYT mục 2.2',
  '003': 'LawNet, QĐ 1710/QĐ-BYT',
  '004': 'Công an Nhân dân, 13/11/2025',
};

const sourceOf = ({ seeds }: Indicator) => seeds.map((seed) => sourceNames[seed] ?? seed).join('; ');

/** The plan of 2023–2025 ends on a day; the other one names only the year. */
function deadlineOf(
  indicator: Indicator,
): Pick<Target, 'deadline' | 'deadlinePrecision' | 'deadlineVi' | 'deadlineEn'> {
  if (decisionOf(indicator) === 'QĐ 2491/QĐ-BYT') {
    return {
      deadline: '2025-12-31',
      deadlinePrecision: 'day',
      deadlineVi: '31/12/2025',
      deadlineEn: '31/12/2025',
    };
  }
  return { deadline: '2025-12-31', deadlinePrecision: 'year', deadlineVi: '2025', deadlineEn: '2025' };
}

const none = { value: null } as const;
const noDeadline = (deadlineVi: string, deadlineEn: string): Given => ({
  deadline: null,
  deadlinePrecision: null,
  deadlineVi,
  deadlineEn,
});
const complete: Given = { value: 100, valueVi: 'Hoàn thành (100%)', valueEn: 'Complete (100%)' };
const derived: Given = {
  confidence: 'derived',
  noteVi: 'Số 100% suy ra từ nội dung, nguồn không nêu',
  noteEn: '100% derived; not stated in the source',
};
const implied: Given = {
  confidence: 'derived',
  noteVi: 'Nguồn viết “cần số hóa”, không nêu tỷ lệ',
  noteEn: 'The source says "need to" and names no share',
};

/** What differs from "100 % by the end of 2025". */
const special: Readonly<Record<string, Given>> = {
  T11: complete,
  T12: complete,
  T13: { valueVi: 'Phiên bản đầu', valueEn: 'First version' },
  T15: implied,
  T16: implied,
  T17: implied,
  T18: implied,
  T19: implied,
  T20: complete,
  T22: complete,
  T23: complete,
  T24: derived,
  T26: complete,
  T28: { value: 60, valueVi: '60%', valueEn: '60%' },
  T33: derived,
  T34: derived,
  T35: derived,
  T36: derived,
  T37: {
    ...none,
    valueVi: 'Người dân sử dụng (không nêu tỷ lệ)',
    valueEn: 'People set to use (no share)',
    deadline: '2030-12-31',
    deadlinePrecision: 'year',
    deadlineVi: '2030',
    deadlineEn: '2030',
  },
  T38: noDeadline('Theo từng nhiệm vụ', 'Per task'),
  T40: { valueVi: 'Cấp độ 3', valueEn: 'Level 3' },
  T44: {
    ...derived,
    valueVi: '100% theo quy định',
    valueEn: '100%, per rules',
    ...noDeadline('Hằng năm', 'Yearly'),
  },
  T49: { ...none, valueVi: 'Triển khai', valueEn: 'Implemented' },
  T52: {
    value: 1,
    valueVi: 'Ít nhất 1 mỗi năm',
    valueEn: 'At least 1 a year',
    confidence: 'demo',
    noteVi: 'Số cuộc mỗi năm là giá trị mẫu',
    noteEn: 'The number per year is a sample value',
  },
  T53: { deadlineVi: 'Kế hoạch hằng năm, 2025', deadlineEn: 'Annual plan, 2025' },
  T54: {
    deadlineVi: '2025; theo TT 13/2025: bệnh viện trước 30/9/2025',
    deadlineEn: '2025; by Circular 13/2025: hospitals by 30/09/2025',
  },
  T56: derived,
  T57: {
    deadlineVi: '2025; bệnh viện trước 01/10/2025, cơ sở khác trước 01/01/2026',
    deadlineEn: '2025; hospitals before 01/10/2025, others before 01/01/2026',
  },
  T58: { ...none, valueVi: 'Công khai', valueEn: 'Published' },
  T59: { ...none, valueVi: 'Công khai', valueEn: 'Published' },
  T60: { ...none, valueVi: 'Công khai', valueEn: 'Published' },
  T61: { ...none, valueVi: 'Đẩy mạnh', valueEn: 'Promoted' },
  T66: { ...none, valueVi: 'Tổ chức', valueEn: 'Held' },
  T67: { ...none, valueVi: 'Tạo điều kiện', valueEn: 'Enabled' },
  T68: { valueVi: 'Ban hành', valueEn: 'Promulgated' },
  T69: { valueVi: 'Xây dựng', valueEn: 'Built' },
  T70: { legalDocument: 'NQ 157-NQ/BCSD' },
  T71: {
    value: 25,
    valueVi: '25 dịch vụ',
    valueEn: '25 services',
    confidence: 'derived',
    ...noDeadline('Không nêu', 'Not stated'),
  },
  T72: {
    value: 15_000,
    valueVi: '15.000 người (kế hoạch đang xây dựng)',
    valueEn: '15,000 people (plan being developed)',
    ...noDeadline('Không nêu', 'Not stated'),
  },
};

const successorOf: Readonly<Record<string, string>> = {
  T03: 'S05',
  T31: 'S06',
  T41: 'S08',
  T42: 'S08',
  T47: 'S08',
  T53: 'S03',
  T54: 'S02',
};

function usual({ unit }: Indicator): Pick<Target, 'value' | 'valueVi' | 'valueEn'> {
  if (unit === 'milestone') return { value: 100, valueVi: 'Hoàn thành', valueEn: 'Done' };
  if (unit === 'boolean') return { value: 1, valueVi: 'Có', valueEn: 'Yes' };
  return { value: 100, valueVi: '100%', valueEn: '100%' };
}

const targetOf = (indicator: Indicator): Target => ({
  indicatorId: indicator.id,
  revision: 1,
  ...usual(indicator),
  ...deadlineOf(indicator),
  legalDocument: decisionOf(indicator),
  successorId: successorOf[indicator.id] ?? null,
  ownerUnitCode: indicator.owner,
  validFrom: decisionOf(indicator) === 'QĐ 1710/QĐ-BYT' ? '2023-04-05' : '2023-06-13',
  sourceRef: sourceOf(indicator),
  confidence: 'seed',
  ...special[indicator.id],
});

export const targetRows: readonly Target[] = indicators.map(targetOf);

const indicatorRow = (indicator: Indicator, at: number): typeof indicatorTable.$inferInsert => ({
  id: indicator.id,
  position: at + 1,
  definitionVersion: indicator.version,
  pillars: [...indicator.pillars],
  unit: indicator.unit,
  better: indicator.better,
  titleVi: indicator.title.vi,
  titleEn: indicator.title.en,
  numeratorVi: indicator.numerator.vi,
  numeratorEn: indicator.numerator.en,
  denominatorVi: indicator.denominator?.vi ?? null,
  denominatorEn: indicator.denominator?.en ?? null,
  scopeVi: indicator.scope.vi,
  scopeEn: indicator.scope.en,
  sources: [...indicator.sources],
  frequency: indicator.frequency,
  checklist: indicator.checklist,
  elements: [...indicator.elements],
  ownerUnitCode: indicator.owner,
  sourceRef: sourceOf(indicator),
  confidence: 'seed',
});

export async function seedTargets(tx: Tx): Promise<number> {
  await insertRows(tx, indicatorTable, indicators.map(indicatorRow));
  return insertRows(tx, targets, targetRows);
}
