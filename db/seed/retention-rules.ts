import 'server-only';
import type { Tx } from '@/db/client';
import { retentionRules } from '@/db/schema/retention';
import { insertRows } from './rows';

type Rule = typeof retentionRules.$inferInsert;
type Pair = readonly [vi: string, en: string];
type Term = Pick<Rule, 'amount' | 'unit' | 'rule' | 'periodVi' | 'periodEn'>;

const kept = (
  amount: number,
  unit: 'day' | 'month' | 'year',
  rule: 'at_least' | 'until',
  [periodVi, periodEn]: Pair,
): Term => ({
  amount,
  unit,
  rule,
  periodVi,
  periodEn,
});

const rule = (
  id: string,
  [objectVi, objectEn]: Pair,
  term: Term,
  [startsVi, startsEn]: Pair,
  rest: Pick<Rule, 'legalBasis' | 'confidence' | 'sourceRef'>,
): Rule => ({
  id,
  objectVi,
  objectEn,
  ...term,
  startsVi,
  startsEn,
  validFrom: '2026-01-01',
  ...rest,
});

const sample = 'Giá trị mẫu, cần đối chiếu quy định lưu trữ';

/** How long records are kept; sample periods say so and await the archive rules. */
export const retention: readonly Rule[] = [
  rule(
    'dossier',
    ['Hồ sơ và kết quả TTHC', 'Dossier and result'],
    kept(10, 'year', 'at_least', [
      'Đến khi kết quả hết hiệu lực cộng thời hạn lưu trữ; mặc định 10 năm',
      'Until the result expires plus the archive rule; default 10 years',
    ]),
    ['Ngày kết quả hết hiệu lực', 'Expiry of the result'],
    {
      legalBasis: 'Luật Lưu trữ 33/2024/QH15; TT 33/2025/TT-BYT; TT 10/2022/TT-BNV',
      confidence: 'demo',
      sourceRef: sample,
    },
  ),
  rule(
    'logbook',
    ['Sổ theo dõi hồ sơ (Mẫu số 07), phiếu kiểm soát', 'Logbook (Form 07), control slips'],
    kept(10, 'year', 'at_least', ['10 năm', '10 years']),
    ['Ngày khóa sổ', 'Closing of the book'],
    { legalBasis: null, confidence: 'demo', sourceRef: sample },
  ),
  rule(
    'medical_record',
    ['Hồ sơ bệnh án (tại cơ sở)', 'Medical records (at facilities)'],
    {
      amount: null,
      unit: null,
      rule: 'class',
      periodVi: '10, 20 hoặc 30 năm theo loại',
      periodEn: '10, 20 or 30 years by class',
    },
    ['Ngày kết thúc điều trị', 'End of treatment'],
    {
      legalBasis: 'TT 33/2025/TT-BYT, phụ lục',
      confidence: 'found',
      sourceRef: 'Danh mục pháp luật về phần mềm y tế, hợp nhất 05/10/2026',
    },
  ),
  rule(
    'receipt',
    ['Biên lai, chứng từ kế toán', 'Receipts, accounting vouchers'],
    kept(10, 'year', 'at_least', ['10 năm', '10 years']),
    ['Ngày kết thúc năm kế toán', 'End of the accounting year'],
    { legalBasis: 'Luật Kế toán', confidence: 'knowledge', sourceRef: 'Luật Kế toán, chưa đối chiếu' },
  ),
  rule(
    'security_log',
    ['Nhật ký an toàn thông tin', 'Security logs'],
    kept(12, 'month', 'at_least', ['Ít nhất 12 tháng', 'At least 12 months']),
    ['Thời điểm ghi', 'Time of the entry'],
    {
      legalBasis: 'NĐ 333/2026/NĐ-CP; TCVN 14423:2026',
      confidence: 'found',
      sourceRef: 'Bộ mẫu cho NĐ 331/2026/NĐ-CP và TCVN 14423:2026',
    },
  ),
  rule(
    'authentication_log',
    ['Nhật ký xác thực (dự thảo luật định danh điện tử)', 'Authentication logs (draft e-ID law)'],
    kept(5, 'year', 'at_least', ['Ít nhất 5 năm (dự thảo)', 'At least 5 years (draft)']),
    ['Thời điểm ghi', 'Time of the entry'],
    {
      legalBasis: 'Dự thảo Luật về định danh điện tử',
      confidence: 'found',
      sourceRef: 'Danh mục pháp luật về phần mềm y tế, hợp nhất 05/10/2026',
    },
  ),
  rule(
    'draft',
    ['Dữ liệu cá nhân trong bản nháp chưa nộp', 'Personal data in drafts never submitted'],
    kept(90, 'day', 'until', ['90 ngày', '90 days']),
    ['Lần sửa cuối', 'Last edit'],
    { legalBasis: null, confidence: 'demo', sourceRef: sample },
  ),
];

export const seedRetentionRules = (tx: Tx) => insertRows(tx, retentionRules, retention);
