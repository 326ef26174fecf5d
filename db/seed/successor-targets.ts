import 'server-only';
import type { Tx } from '@/db/client';
import { successorTargets } from '@/db/schema/indicators';
import { insertRows } from './rows';

type Successor = typeof successorTargets.$inferInsert;

const register = 'Danh mục pháp luật về phần mềm y tế, hợp nhất 05/10/2026';

const target = (
  id: string,
  [titleVi, titleEn]: readonly [string, string],
  deadline: readonly [date: string, precision: 'day' | 'year', vi: string, en: string],
  legalDocument: string,
  rest: Partial<Successor> = {},
): Successor => ({
  id,
  titleVi,
  titleEn,
  deadline: deadline[0],
  deadlinePrecision: deadline[1],
  deadlineVi: deadline[2],
  deadlineEn: deadline[3],
  legalDocument,
  sourceRef: register,
  confidence: 'found',
  ...rest,
});

/** Targets 2026–2030 that follow those of 2023–2025: context for charts. */
export const successors: readonly Successor[] = [
  target(
    'S01',
    [
      'Cơ sở khác có hồ sơ điều trị nội trú, ban ngày, ngoại trú triển khai bệnh án điện tử',
      'All other facilities with inpatient, day or outpatient treatment records run EMR',
    ],
    ['2026-12-31', 'day', '31/12/2026', '31/12/2026'],
    'TT 13/2025/TT-BYT, điều 4',
    { value: 100 },
  ),
  target(
    'S02',
    ['Bệnh viện công lập và tư nhân dừng bệnh án giấy', 'Public and private hospitals stop paper records'],
    ['2027-01-01', 'day', '01/01/2027', '01/01/2027'],
    'QĐ 586/QĐ-BYT (2026)',
    {
      noteVi: 'Nguồn thứ cấp; chưa rõ là nghĩa vụ hay mục tiêu',
      noteEn: 'Secondary source; duty or goal unclear',
    },
  ),
  target(
    'S03',
    ['100% cơ sở không dùng bệnh án giấy', '100% of facilities without paper records'],
    ['2030-12-31', 'year', '2030', '2030'],
    'QĐ 965/QĐ-BYT (2026)',
    { value: 100, noteVi: 'Nguồn thứ cấp', noteEn: 'Secondary source' },
  ),
  target(
    'S04',
    [
      'Cơ sở gửi dữ liệu Sổ sức khỏe điện tử trên VNeID cho mọi người bệnh',
      'Facilities feed the electronic health book on VNeID for all patients',
    ],
    ['2026-01-01', 'day', 'từ 01/01/2026', 'from 01/01/2026'],
    'QĐ 31/QĐ-BYT (2026), điều 5',
    { value: 100 },
  ),
  target(
    'S05',
    [
      '100% người dân có Sổ sức khỏe điện tử; 95% dữ liệu y tế chuẩn hóa',
      '100% of people with electronic health book; 95% of health data standardised',
    ],
    ['2030-12-31', 'year', '2030', '2030'],
    'QĐ 826/QĐ-TTg và 1308/QĐ-TTg (2026)',
    {
      value: 100,
      noteVi: 'Vế thứ hai: 95% dữ liệu chuẩn hóa',
      noteEn: 'Second part: 95% of data standardised',
    },
  ),
  target(
    'S06',
    [
      'Mọi cơ sở cập nhật Hệ thống thông tin về khám chữa bệnh',
      'Information system on examination and treatment fed by all facilities',
    ],
    ['2027-01-01', 'day', '01/01/2027', '01/01/2027'],
    'TT 38/2024/TT-BYT',
    { value: 100 },
  ),
  target(
    'S07',
    [
      'Chia sẻ kết quả xét nghiệm, chẩn đoán hình ảnh giữa các cơ sở khám chữa bệnh BHYT',
      'Sharing of lab and imaging results between insured-care facilities',
    ],
    ['2027-01-01', 'day', '01/01/2027', '01/01/2027'],
    'Luật 51/2024/QH15, điều 3(4)',
  ),
  target(
    'S08',
    [
      'Thẩm định cấp độ hệ thống đầu tư trước 01/7/2026; đáp ứng biện pháp của luật mới',
      'Level appraisal of systems invested before 01/07/2026 done; measures of the new law met',
    ],
    ['2027-01-01', 'day', '01/01/2027; 01/7/2027', '01/01/2027; 01/07/2027'],
    'NĐ 331/2026/NĐ-CP, điều 39',
    {
      noteVi: 'Thẩm định trước 01/01/2027; biện pháp trước 01/7/2027',
      noteEn: 'Appraisal by 01/01/2027; measures by 01/07/2027',
    },
  ),
];

export const seedSuccessorTargets = (tx: Tx) => insertRows(tx, successorTargets, successors);
