import 'server-only';
import type { Tx } from '@/db/client';
import { observationPoints, observations } from '@/db/schema/indicators';
import { insertRows } from './rows';

type Observation = typeof observations.$inferInsert;
type Point = typeof observationPoints.$inferInsert;
type Pair = readonly [vi: string, en: string];

const cand = { sourceRef: 'Công an Nhân dân, 13/11/2025', confidence: 'seed' as const, asOf: '2025-11-13' };
const vietnamnet = {
  sourceRef:
    'https://vietnamnet.vn/chi-con-vai-ngay-den-han-moi-hon-600-benh-vien-trien-khai-benh-an-dien-tu-2446398.html',
  confidence: 'found' as const,
  asOf: '2025-09-24',
};
const historyPages = {
  sourceRef:
    'https://pld.net.vn/index.php/c/so-hoa; https://vietnamnet.vn/moi-co-37-1-300-benh-vien-su-dung-benh-an-dien-tu-pre2099016.html; https://thuocmaitin.vn/tag/benh-an-dien-tu/',
  confidence: 'found' as const,
};

type Rest = Partial<Observation>;

const figure = (
  id: string,
  [titleVi, titleEn]: Pair,
  unit: Observation['unit'],
  [valueVi, valueEn]: Pair,
  rest: Rest = {},
): Observation => ({
  id,
  indicatorIds: [],
  titleVi,
  titleEn,
  unit,
  qualifier: 'exact',
  valueVi,
  valueEn,
  ...cand,
  ...rest,
});

const same = (text: string): Pair => [text, text];
const of = (numerator: number, denominator: number, value: number): Rest => ({
  numerator,
  denominator,
  value,
});
const counted = (value: number): Rest => ({ value });
const proves = (...indicatorIds: string[]): Rest => ({ indicatorIds });
const checked = (checkVi: string, checkEn: string): Rest => ({ checkVi, checkEn });

/** Figures reported on 13 November 2025 and related, exactly as published; arithmetic on them is in `check`. */
export const figures: readonly Observation[] = [
  figure(
    'F01',
    [
      'Liên thông giữa cơ sở, hệ thống BHXH và Bộ Tài chính',
      'Interconnection between facilities, VSS system and Ministry of Finance',
    ],
    'boolean',
    ['Hoàn thành', 'Completed'],
    { ...counted(1), ...proves('T32') },
  ),
  figure(
    'F02',
    [
      'Hệ thống văn bản điện tử của Bộ kết nối các bộ, ngành, địa phương',
      'MoH electronic document system connected to ministries, branches, localities',
    ],
    'boolean',
    ['Có', 'Yes'],
    { ...counted(1), ...proves('T62', 'T63') },
  ),
  figure(
    'F03',
    ['Dịch vụ công trực tuyến tích hợp trên Cổng DVC quốc gia', 'Online services integrated on NPSP'],
    'count',
    same('25'),
    { ...counted(25), ...proves('T21') },
  ),
  figure('F04', ['Dịch vụ có dữ liệu đầy đủ', 'Services with complete data'], 'count', same('3/25'), {
    numerator: 3,
    denominator: 25,
    value: 3,
    ...proves('T71'),
    ...checked('12,0%', '12.0%'),
  }),
  figure(
    'F05',
    ['Hồ sơ sức khỏe điện tử hoàn thành, tích hợp trên VNeID', 'EHRs completed, integrated on VNeID'],
    'people',
    ['> 26.000.000', '> 26,000,000'],
    { ...counted(26_000_000), qualifier: 'more_than', ...proves('T03') },
  ),
  figure(
    'F06',
    [
      'Sở Y tế liên thông với cơ quan Bảo hiểm xã hội',
      'Departments of Health interconnected with Social Insurance agencies',
    ],
    'count',
    same('34 ↔ 34'),
    {
      numerator: 34,
      denominator: 34,
      value: 34,
      ...proves('T32'),
      ...checked('100% số tỉnh', '100% of provinces'),
    },
  ),
  figure(
    'F07',
    [
      'Tỉnh, thành phố đã kết nối (cơ sở với bảo hiểm xã hội)',
      'Provinces/cities connected (facilities to social insurance)',
    ],
    'count',
    same('34'),
    { numerator: 34, denominator: 34, value: 34, ...proves('T32') },
  ),
  figure(
    'F08',
    ['Cơ sở kết nối Hệ thống giám định BHYT', 'Facilities connected to the VSS appraisal system'],
    'percent',
    ['> 99,7%', '> 99.7%'],
    {
      ...counted(99.7),
      qualifier: 'more_than',
      ...proves('T31', 'T32'),
      ...checked('Cơ sở tại 34 tỉnh', 'Facilities in 34 provinces'),
    },
  ),
  figure(
    'F09',
    ['Độ phủ hệ thống thông tin bệnh viện (HIS)', 'Hospital information system (HIS) coverage'],
    'percent',
    same('100%'),
    counted(100),
  ),
  figure('F10', ['Bệnh viện thuộc Bộ có HIS', 'MoH hospitals with HIS'], 'percent', same('100%'), {
    ...of(39, 39, 100),
    ...checked('39 = 3 + 36, suy ra', '39 = 3 + 36, derived'),
  }),
  figure(
    'F11',
    ['Trong đó HIS tự xây dựng', 'Of which self-developed HIS'],
    'count',
    ['3 (7,7%)', '3 (7.7%)'],
    { ...of(3, 39, 3), ...checked('3/39 = 7,69%, khớp', '3/39 = 7.69%, fits') },
  ),
  figure(
    'F12',
    ['Trong đó HIS của doanh nghiệp CNTT', 'Of which HIS from IT companies'],
    'count',
    ['36 (92,3%)', '36 (92.3%)'],
    { ...of(36, 39, 36), ...checked('36/39 = 92,31%, khớp', '36/39 = 92.31%, fits') },
  ),
  figure(
    'F13',
    ['Bệnh viện thuộc Bộ có LIS', 'MoH hospitals with LIS'],
    'count',
    ['36 (92,3%)', '36 (92.3%)'],
    { ...of(36, 39, 36), ...checked('36/39, khớp', '36/39, fits') },
  ),
  figure(
    'F14',
    [
      'Bệnh viện thuộc Bộ có phần mềm văn bản điện tử và thư điện tử',
      'MoH hospitals with e-document and mail software',
    ],
    'count',
    ['34 (87,2%)', '34 (87.2%)'],
    { ...of(34, 39, 34), ...proves('T62'), ...checked('34/39 = 87,18%, khớp', '34/39 = 87.18%, fits') },
  ),
  figure(
    'F15',
    ['Bệnh viện thuộc Bộ có RIS-PACS', 'MoH hospitals with RIS-PACS'],
    'percent',
    ['52,6%', '52.6%'],
    {
      ...counted(52.6),
      ...checked(
        '20/38 = 52,63% khớp; 20/39 = 51,3%, 21/39 = 53,8%: mẫu số có lẽ là 38',
        '20/38 = 52.63% fits; 20/39 = 51.3%, 21/39 = 53.8%: the denominator is probably 38',
      ),
    },
  ),
  figure(
    'F16',
    ['Bệnh viện hạng I có cổng, trang thông tin điện tử', 'Class I hospitals with e-portal/website'],
    'percent',
    ['khoảng 92,3%', 'about 92.3%'],
    {
      ...counted(92.3),
      qualifier: 'about',
      ...checked(
        'Có lẽ 36/39; nguồn ghi bệnh viện hạng I',
        'Probably 36/39; scope text says class I hospitals',
      ),
    },
  ),
  figure(
    'F17',
    [
      'Bệnh viện trên cả nước dùng RIS-PACS không in phim',
      'Hospitals nationwide running RIS-PACS without film',
    ],
    'count',
    same('23'),
    counted(23),
  ),
  figure(
    'F18',
    ['Bệnh viện có bệnh án điện tử (công và tư)', 'Hospitals with EMR (public + private)'],
    'count',
    ['> 1.128/1.650 (> 68%)', '> 1,128/1,650 (> 68%)'],
    {
      ...of(1128, 1650, 1128),
      qualifier: 'more_than',
      ...proves('T54'),
      ...checked('1.128/1.650 = 68,36%, khớp', '1,128/1,650 = 68.36%, fits'),
    },
  ),
  figure(
    'F19',
    [
      'CSDL quốc gia, chuyên ngành trọng điểm được xây dựng, làm sạch, vận hành',
      'Key national and specialised databases built, cleaned, operated',
    ],
    'count',
    same('12'),
    {
      ...counted(12),
      ...checked(
        'Nguyên tắc: đúng – đủ – sạch – sống – thống nhất – dùng chung',
        'Principle: correct, sufficient, clean, live, consistent, shared',
      ),
    },
  ),
  figure(
    'F20',
    ['Trung tâm dữ liệu y tế quốc gia', 'National health data centre'],
    'milestone',
    ['Đang xây dựng, phòng máy chủ Tier 2 trở lên', 'Being built, server room Tier 2 or higher'],
    proves('T14', 'T39'),
  ),
  figure('F21', ['Hệ thống robot', 'Robot systems'], 'count', same('4'), counted(4)),
  figure(
    'F22',
    [
      'Nhân viên y tế được tập huấn chuyển đổi số, ATTT cơ bản (Đề án 146)',
      'Medical staff trained in basic digital transformation and basic security (Project 146)',
    ],
    'percent',
    same('100%'),
    { ...counted(100), ...proves('T51') },
  ),
  figure('F23', ['Khóa đào tạo AI cho cán bộ của Bộ', 'AI courses for MoH staff'], 'count', same('3'), {
    ...counted(3),
    ...proves('T72'),
  }),
  figure(
    'F24',
    [
      'Khóa đào tạo phần mềm “Quản lý thông tin khoa học công nghệ và đào tạo nhân lực y tế”',
      'Courses on software "Management of scientific and technological information and training of medical human resources"',
    ],
    'count',
    same('2'),
    {
      ...counted(2),
      ...proves('T50'),
      ...checked('Hơn 200 đơn vị, gần 300 cán bộ', '> 200 units, nearly 300 staff'),
    },
  ),
  figure(
    'F25',
    ['Lớp ứng cứu sự cố ATTT cho cán bộ CNTT', 'Security incident response classes for IT staff'],
    'count',
    same('2'),
    {
      ...counted(2),
      ...proves('T50'),
      ...checked(
        '30–35 học viên mỗi lớp, như nêu với lớp 3 ngày',
        '30–35 students per class as stated for the 3-day classes',
      ),
    },
  ),
  figure(
    'F26',
    ['Lớp giám sát ATTT hệ thống thông tin', 'Information system security monitoring classes'],
    'count',
    same('3'),
    { ...counted(3), ...checked('3 ngày mỗi lớp, 30–35 học viên', '3 days each, 30–35 students per class') },
  ),
  figure(
    'F27',
    ['Kế hoạch đào tạo AI', 'AI training plan'],
    'people',
    ['15.000 nhân viên y tế', '15,000 health workers'],
    { ...counted(15_000), qualifier: 'plan', ...proves('T72') },
  ),
  figure(
    'F28',
    ['Cơ sở hoàn thành bệnh án điện tử trên cả nước', 'EMR complete, facilities nationwide'],
    'count',
    same('630'),
    { ...counted(630), ...vietnamnet, ...proves('T54') },
  ),
  figure(
    'F29',
    ['Bệnh án điện tử, bệnh viện hạng I công lập tuyến tỉnh', 'EMR, provincial public class I'],
    'count',
    ['84/125 (khoảng 70%)', '84/125 (~70%)'],
    {
      ...of(84, 125, 84),
      ...vietnamnet,
      ...proves('T53'),
      ...checked('Nguồn ghi khoảng 70%; 84/125 = 67,2%', '~70% in source; 84/125 = 67.2% by division'),
    },
  ),
  figure(
    'F30',
    ['Bệnh án điện tử, bệnh viện Bộ Quốc phòng', 'EMR, Ministry of Defence hospitals'],
    'count',
    same('31 (100%)'),
    { ...of(31, 31, 31), ...vietnamnet },
  ),
  figure(
    'F31',
    ['Bệnh án điện tử, bệnh viện Bộ Công an', 'EMR, Ministry of Public Security hospitals'],
    'percent',
    same('66%'),
    { ...counted(66), ...vietnamnet },
  ),
  figure(
    'F32',
    ['Bệnh án điện tử, bệnh viện tư nhân', 'EMR, private hospitals'],
    'count',
    ['140/399 (35,1%)', '140/399 (35.1%)'],
    { ...of(140, 399, 140), ...vietnamnet, ...checked('Tỷ lệ suy ra', 'Share derived') },
  ),
  figure(
    'F33',
    ['Lịch sử bệnh án điện tử', 'EMR history'],
    'count',
    [
      '37 (khoảng 01/2023), khoảng 50/1.300 (08/2023), 77/1.400 (2024)',
      '37 (≈ Jan 2023), ≈ 50 of ≈ 1,300 (Aug 2023), 77 of ≈ 1,400 (2024)',
    ],
    { ...historyPages, asOf: '2024-12-31', qualifier: 'about', ...proves('T54') },
  ),
  figure(
    'F34',
    ['Số cơ sở được nêu', 'Facility universe quoted'],
    'count',
    [
      'khoảng 52.000 phòng khám, khoảng 400 bệnh viện tư, 1.600 bệnh viện công',
      'about 52,000 clinics, about 400 private hospitals, 1,600 public hospitals',
    ],
    {
      ...vietnamnet,
      asOf: '2025-09-26',
      qualifier: 'about',
      ...checked('“1.600” không khớp với tổng 1.650', '"1,600" conflicts with 1,650 total'),
    },
  ),
];

const exactDay = { qualifier: 'exact' as const, precision: 'day' as const };
const about = { qualifier: 'about' as const };
const quoted = {
  sourceRef: vietnamnet.sourceRef,
  confidence: 'found' as const,
  asOf: '2025-09-26',
  precision: 'day' as const,
};

const robot = (position: number, labelVi: string, labelEn: string): Point => ({
  observationId: 'F21',
  position,
  labelVi,
  labelEn,
  value: 1,
  ...cand,
  ...exactDay,
});

/** The numbers behind F21, F33 and F34. */
export const points: readonly Point[] = [
  robot(1, 'Da Vinci (phẫu thuật nội soi)', 'Da Vinci (endoscopic surgery)'),
  robot(2, 'Renaissance (cột sống)', 'Renaissance (spine)'),
  robot(3, 'Makoplasty (khớp gối, háng)', 'Makoplasty (knee/hip)'),
  robot(4, 'Rosa (thần kinh)', 'Rosa (neurosurgery)'),
  {
    observationId: 'F33',
    position: 1,
    labelVi: 'Khoảng tháng 01/2023',
    labelEn: 'About January 2023',
    value: 37,
    asOf: '2023-01-31',
    precision: 'month',
    ...about,
    ...historyPages,
  },
  {
    observationId: 'F33',
    position: 2,
    labelVi: 'Tháng 8/2023',
    labelEn: 'August 2023',
    value: 50,
    denominator: 1300,
    asOf: '2023-08-31',
    precision: 'month',
    ...about,
    ...historyPages,
  },
  {
    observationId: 'F33',
    position: 3,
    labelVi: 'Năm 2024',
    labelEn: '2024',
    value: 77,
    denominator: 1400,
    asOf: '2024-12-31',
    precision: 'year',
    qualifier: 'exact',
    ...historyPages,
  },
  {
    observationId: 'F34',
    position: 1,
    labelVi: 'Phòng khám',
    labelEn: 'Clinics',
    value: 52_000,
    ...about,
    ...quoted,
  },
  {
    observationId: 'F34',
    position: 2,
    labelVi: 'Bệnh viện tư nhân',
    labelEn: 'Private hospitals',
    value: 400,
    ...about,
    ...quoted,
  },
  {
    observationId: 'F34',
    position: 3,
    labelVi: 'Bệnh viện công lập',
    labelEn: 'Public hospitals',
    value: 1600,
    qualifier: 'exact',
    ...quoted,
  },
];

export async function seedObservations(tx: Tx): Promise<number> {
  const count = await insertRows(tx, observations, figures);
  return count + (await insertRows(tx, observationPoints, points));
}
