import 'server-only';
import type { Tx } from '@/db/client';
import { incidentTypes, securityControls } from '@/db/schema/registers';
import { insertRows } from './rows';

type Control = typeof securityControls.$inferInsert;
type Incident = typeof incidentTypes.$inferInsert;
type Pair = readonly [vi: string, en: string];

const matrix = 'Bộ mẫu cho NĐ 331/2026/NĐ-CP và TCVN 14423:2026';

const control = (
  id: string,
  [areaVi, areaEn]: Pair,
  [requirementVi, requirementEn]: Pair,
  [featureVi, featureEn]: Pair,
): Omit<Control, 'position'> => ({
  id,
  areaVi,
  areaEn,
  requirementVi,
  requirementEn,
  featureVi,
  featureEn,
  sourceRef: matrix,
  confidence: 'found',
});

const declared = [
  control(
    'accounts',
    ['Tài khoản', 'Accounts'],
    [
      'Quản lý tập trung; xác thực đa yếu tố khi truy cập từ xa, bên thứ ba, Internet và quản trị; khóa sau 45 ngày không dùng; rà soát 6 tháng một lần; mật khẩu quản trị không lặp lại 10 lần gần nhất',
      'Central account management; MFA for remote, third-party, Internet and admin access; disable after 45 idle days; review every 6 months; admin password not reusing last 10',
    ],
    [
      'Xác thực đa yếu tố cho cán bộ, tự khóa tài khoản không dùng, màn hình rà soát quyền',
      'MFA for officials, idle-account job, access-review screen',
    ],
  ),
  control(
    'passwords',
    ['Mật khẩu', 'Passwords'],
    ['Khuyến nghị ≥ 8 ký tự khi có đa yếu tố, ≥ 14 khi không', 'Suggestion ≥ 8 with MFA, ≥ 14 without'],
    ['Chính sách; Cổng không lưu mật khẩu', 'Policy; the portal stores no password'],
  ),
  control(
    'sessions',
    ['Phiên làm việc', 'Sessions'],
    [
      'Khóa sau 15 phút với người dùng, 5 phút với quản trị; 5 lần sai với phần mềm nghiệp vụ có dữ liệu quan trọng',
      'Lock 15 min users, 5 min admins; 5 failed attempts for business software with important data',
    ],
    ['Chính sách phiên', 'Session policy'],
  ),
  control(
    'data',
    ['Dữ liệu', 'Data'],
    [
      'Phân loại; mã hóa khi lưu và khi truyền với dữ liệu quan trọng; vòng đời khóa; mã toàn vẹn; sơ đồ luồng dữ liệu; ký số khi trao đổi; rà soát quyền 6 tháng một lần',
      'Classification; encryption at rest and in transit for important data; key lifecycle; integrity codes; data-flow diagram; digital signature when exchanging important data; permission review every 6 months',
    ],
    ['Mã hóa trường, chuỗi băm, trao đổi có ký số', 'Field encryption, hash chain, signed exchange'],
  ),
  control(
    'logs',
    ['Nhật ký', 'Logs'],
    [
      'Trường tối thiểu; SIEM; lưu tập trung ≥ 3 tháng theo tiêu chuẩn, nhà cung cấp dịch vụ trực tuyến ≥ 12 tháng theo NĐ 333/2026',
      'Minimum fields; process logs; SIEM; central retention ≥ 3 months by the standard, online-service providers ≥ 12 months under Decree 333/2026 as read by the source',
    ],
    ['Lưu 24 tháng (giá trị mẫu), xuất sang SIEM', 'Keep 24 months (sample value), export to SIEM'],
  ),
  control(
    'backup',
    ['Sao lưu', 'Backup'],
    [
      '3-2-1, tự động, tập trung, mã hóa; thử khôi phục định kỳ',
      '3-2-1, automatic, central, encrypted; periodic restore test',
    ],
    ['Sổ thử khôi phục', 'Restore test register'],
  ),
  control(
    'vulnerability',
    ['Điểm yếu', 'Vulnerability'],
    ['Quét 6 tháng một lần; vá tập trung', 'Scan every 6 months; central patching'],
    ['Sổ điểm yếu', 'Finding register'],
  ),
  control(
    'network',
    ['Mạng', 'Network'],
    [
      'Dự phòng và cân bằng tải, WAF, tường lửa CSDL, NAC, chống DDoS, 7 vùng',
      'Redundancy and load balancing, WAF, database firewall, NAC, anti-DDoS, 7 zones',
    ],
    ['Hạ tầng triển khai', 'Deployment'],
  ),
  control(
    'malware',
    ['Mã độc', 'Malware'],
    ['EDR nối SIEM; quét tệp tải lên', 'EDR linked to SIEM; scan of uploaded files'],
    ['Quét tệp tải lên', 'Upload scanner'],
  ),
  control(
    'development',
    ['Phát triển an toàn', 'Secure development'],
    [
      'Quy trình phát triển an toàn, kênh báo điểm yếu từ ngoài, kiểm tra mã nguồn và thư viện trước vận hành',
      'Secure SDLC, external vulnerability report channel, code and library check before operation',
    ],
    ['security.txt, kiểm tra mã và thư viện khi tích hợp', 'security.txt, SAST/SCA in CI'],
  ),
  control(
    'pentest',
    ['Kiểm thử xâm nhập', 'Pentest'],
    [
      'Chương trình với tần suất tự chọn (khuyến nghị hằng năm), kiểm lại',
      'Programme with chosen frequency (recommend yearly), re-test',
    ],
    ['Sổ theo dõi', 'Register'],
  ),
  control(
    'incidents',
    ['Sự cố', 'Incidents'],
    ['Kế hoạch, đầu mối, diễn tập định kỳ', 'Plan, contacts, periodic drills'],
    ['Phân hệ sự cố, sổ diễn tập R-40', 'Incident module, R-40'],
  ),
  control(
    'risk',
    ['Rủi ro', 'Risk'],
    [
      '6 hoạt động, nhận diện lại hằng năm, gồm cả bên thứ ba',
      '6 activities, re-identify yearly incl. third parties',
    ],
    ['Sổ rủi ro', 'Risk register'],
  ),
];

export const controls: readonly Control[] = declared.map((one, at) => ({ ...one, position: at + 1 }));

const policeForce: Pair = [
  'Lực lượng chuyên trách bảo vệ an ninh mạng, Bộ Công an',
  'Specialised cyber-security force of the Ministry of Public Security',
];

const incident = (
  id: string,
  [nameVi, nameEn]: Pair,
  hours: readonly [first: number, report: number],
  legalBasis: string,
  rest: Pick<Incident, 'confidence' | 'sourceRef'>,
): Incident => ({
  id,
  nameVi,
  nameEn,
  firstNoticeHours: hours[0],
  reportHours: hours[1],
  recipientVi: policeForce[0],
  recipientEn: policeForce[1],
  legalBasis,
  ...rest,
});

const decree331 = 'NĐ 331/2026/NĐ-CP, điều 31(2)(d)';
const found = { confidence: 'found' as const, sourceRef: matrix };

/** 0 hours: at once. The clock starts when the incident is detected. */
export const incidents: readonly Incident[] = [
  incident(
    'serious',
    ['Sự cố an ninh mạng nghiêm trọng', 'Serious cyber incident'],
    [24, 72],
    decree331,
    found,
  ),
  incident(
    'national_security',
    [
      'Có dấu hiệu xâm hại an ninh quốc gia, trật tự xã hội hoặc gián đoạn nghiêm trọng',
      'Signs of harm to national security or social order, or severe disruption',
    ],
    [0, 72],
    decree331,
    found,
  ),
  incident(
    'personal_data',
    ['Vi phạm dữ liệu cá nhân', 'Personal-data breach'],
    [72, 72],
    'Luật 91/2025/QH15',
    { confidence: 'knowledge', sourceRef: 'Luật 91/2025/QH15, chưa đối chiếu' },
  ),
];

export async function seedSecurityControls(tx: Tx): Promise<number> {
  const count = await insertRows(tx, securityControls, controls);
  return count + (await insertRows(tx, incidentTypes, incidents));
}
