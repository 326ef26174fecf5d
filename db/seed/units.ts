import 'server-only';
import type { Tx } from '@/db/client';
import { orgUnits, type UnitKind } from '@/db/schema/units';
import { placeIdOf, provinces, reorganisedOn } from './places';
import { insertRows } from './rows';

type Unit = typeof orgUnits.$inferInsert;

const structure = 'NĐ 42/2025/NĐ-CP; cơ cấu theo NĐ 313/2026/NĐ-CP chưa đối chiếu';
const since = '2025-03-01';

type Names = readonly [vi: string, en: string];
type Handles = readonly [vi: string, en: string];

const unit = (code: string, kind: UnitKind, names: Names, handles: Handles | null = null): Unit => ({
  code,
  kind,
  nameVi: names[0],
  nameEn: names[1],
  handlesVi: handles?.[0] ?? null,
  handlesEn: handles?.[1] ?? null,
  validFrom: since,
  sourceRef: structure,
  confidence: 'knowledge',
});

/** The number inside a dossier code (G18.NN) is not published: these are demonstration numbers. */
const receiving = ['QLD', 'HTTB', 'ATTP', 'QLKCB', 'YDCT', 'PB', 'KHCNDT', 'BMTE', 'HDGDYK', 'DS', 'BTXH'];

const ministry: readonly Unit[] = [
  unit('BYT', 'ministry', ['Bộ Y tế', 'Ministry of Health']),
  unit(
    'VPB',
    'office',
    ['Văn phòng Bộ', 'Ministry Office'],
    [
      'Phòng Kiểm soát TTHC, Bộ phận Một cửa: tiếp nhận, trả kết quả, báo cáo của mọi dịch vụ',
      'Procedure control and one-stop unit: intake, return and reporting of all services',
    ],
  ),
  unit(
    'QLD',
    'department',
    ['Cục Quản lý Dược', 'Drug Administration'],
    ['Dịch vụ SV01–SV08', 'Services SV01–SV08'],
  ),
  unit(
    'HTTB',
    'department',
    ['Cục Hạ tầng và Thiết bị y tế', 'Infrastructure and Medical Devices Administration'],
    ['Dịch vụ SV09–SV11', 'Services SV09–SV11'],
  ),
  unit(
    'ATTP',
    'department',
    ['Cục An toàn thực phẩm', 'Food Safety Administration'],
    ['Dịch vụ SV12–SV14', 'Services SV12–SV14'],
  ),
  unit(
    'QLKCB',
    'department',
    ['Cục Quản lý Khám, chữa bệnh', 'Medical Services Administration'],
    [
      'Dịch vụ SV15–SV17, SV22, SV24, SV25; chỉ tiêu bệnh viện',
      'Services SV15–SV17, SV22, SV24, SV25; hospital indicators',
    ],
  ),
  unit(
    'YDCT',
    'department',
    ['Cục Quản lý Y, Dược cổ truyền', 'Traditional Medicine Administration'],
    ['Dịch vụ SV18', 'Service SV18'],
  ),
  unit(
    'PB',
    'department',
    ['Cục Phòng bệnh', 'Disease Prevention Administration'],
    ['Dịch vụ SV19, SV20; tiêm chủng', 'Services SV19, SV20; vaccination'],
  ),
  unit(
    'KHCNDT',
    'department',
    ['Cục Khoa học công nghệ và Đào tạo', 'Science, Technology and Training Administration'],
    ['Dịch vụ SV21; đầu mối chuyển đổi số', 'Service SV21; lead of digital transformation'],
  ),
  unit(
    'BMTE',
    'department',
    ['Cục Bà mẹ và Trẻ em', 'Mothers and Children Administration'],
    ['Dịch vụ SV23', 'Service SV23'],
  ),
  unit('DS', 'department', ['Cục Dân số', 'Population Administration']),
  unit(
    'BTXH',
    'department',
    ['Cục Bảo trợ xã hội', 'Social Protection Administration'],
    ['Hệ thống đối tượng bảo trợ xã hội; trợ cấp mai táng', 'Social assistance system; death benefits'],
  ),
  unit('VBHYT', 'department', ['Vụ Bảo hiểm y tế', 'Health Insurance Department']),
  unit('VKHTC', 'department', ['Vụ Kế hoạch – Tài chính', 'Planning and Finance Department']),
  unit('VTCCB', 'department', ['Vụ Tổ chức cán bộ', 'Personnel Department']),
  unit('VPC', 'department', ['Vụ Pháp chế', 'Legal Department']),
  unit('VHTQT', 'department', ['Vụ Hợp tác quốc tế', 'International Cooperation Department']),
  unit(
    'TTYQG',
    'centre',
    ['Trung tâm Thông tin y tế Quốc gia', 'National Health Information Centre'],
    [
      'Vận hành trung tâm dữ liệu và các hệ thống; hướng dẫn kỹ thuật',
      'Operates the data centre and systems; technical guidance',
    ],
  ),
  unit(
    'HDGDYK',
    'council',
    ['Hội đồng giám định y khoa Trung ương', 'Central Medical Assessment Council'],
    ['Dịch vụ SV22', 'Service SV22'],
  ),
];

const cityCodes = ['01', '22', '24', '31', '46', '48', '75', '79', '92'];

const healthDepartments: readonly Unit[] = provinces.map(({ code, nameVi, nameEn }) => ({
  code: `SYT-${code}`,
  kind: 'health_department',
  nameVi: `Sở Y tế ${cityCodes.includes(code) ? 'thành phố' : 'tỉnh'} ${nameVi}`,
  nameEn: `${nameEn} Department of Health`,
  provincePlaceId: placeIdOf(code),
  validFrom: reorganisedOn,
  sourceRef: 'Công an Nhân dân, 13/11/2025: 34 Sở Y tế; tên theo QĐ 19/2025/QĐ-TTg',
  confidence: 'derived',
}));

export const units: readonly Unit[] = [
  ...ministry.map((row) => {
    const number = receiving.indexOf(row.code);
    return number < 0 ? row : { ...row, dossierCodeNumber: String(number + 1).padStart(2, '0') };
  }),
  ...healthDepartments,
];

export const seedUnits = (tx: Tx) => insertRows(tx, orgUnits, units);
