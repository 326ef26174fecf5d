/**
 * The demonstration people: who the simulated issuers offer, whom the simulated population database knows, and
 * whose accounts are seeded. All of it is sample data: province code 099 of the personal ids does not exist.
 */
import type { Role } from '@/lib/policy/table';

export interface DemoGrant {
  role: Role;
  /** A unit code, `org:<id>`, `facility:<id>`, or null for oneself. */
  scope: string | null;
}

export interface DemoPerson {
  /** Account name and the issuer's subject. */
  account: string;
  name: string;
  issuer: 'citizen' | 'staff' | 'partner';
  /** Position as written on paper. */
  title: string;
  personalId: string | null;
  birthDate: string | null;
  sex: 'male' | 'female' | null;
  /** Level of identification of a VNeID account. */
  assurance: 1 | 2 | null;
  email: string;
  organisationId: string | null;
  grants: readonly DemoGrant[];
  /** Heading under which the sign-in page lists the person. */
  group: DemoGroup;
}

export const demoGroups = {
  citizen: 'Người dân',
  business: 'Doanh nghiệp',
  one_stop: 'Bộ phận Một cửa',
  department: 'Cục Quản lý Dược',
  ministry: 'Cơ quan Bộ',
  province: 'Sở Y tế Hà Nội',
  facility: 'Cơ sở y tế',
  other_departments: 'Các đơn vị khác của Bộ',
  partner: 'Hệ thống kết nối',
} as const;
export type DemoGroup = keyof typeof demoGroups;

/** A company that does not exist; its tax code passes the check digit. */
export const demoOrganisation = {
  id: '5a3f7a52-6d0e-5b6e-9c1d-2f1f0a9c0101',
  taxCode: '0199001236',
  name: 'Công ty TNHH Dược phẩm An Phúc',
  nameEn: 'An Phuc Pharmaceutical Company Limited',
  shortName: 'An Phúc Pharma',
  type: 'Công ty trách nhiệm hữu hạn hai thành viên trở lên',
  address: 'Số 12 phố Mẫu, phường Cầu Giấy, thành phố Hà Nội',
  representative: 'Nguyễn Thị An Phúc',
} as const;

/** The sample provincial hospital in Hà Nội whose reports the demonstration accounts enter and sign. */
export const demoFacility = { id: '5a3f7a52-6d0e-5b6e-9c1d-2f1f0a9c0001' } as const;

const organisationScope = `org:${demoOrganisation.id}`;
const facilityScope = `facility:${demoFacility.id}`;

type Row = readonly [
  account: string,
  name: string,
  birthDate: string,
  title: string,
  role: Role,
  scope: string | null,
];

/** Ids look like real ones: province, century and sex, year of birth, six more digits. */
function personalIdOf(birthDate: string, sex: 'male' | 'female', serial: number): string {
  const century = birthDate < '2000' ? 0 : 2;
  const digit = century + (sex === 'female' ? 1 : 0);
  return `099${digit}${birthDate.slice(2, 4)}${String(900_000 + serial)}`;
}

const sexOf = (name: string) => (name.includes(' Thị ') ? 'female' : 'male');

/** Personal ids are given at the end, by place in the list. */
function person(issuer: 'citizen' | 'staff', group: DemoGroup, row: Row): DemoPerson {
  const [account, name, birthDate, title, role, scope] = row;
  const sex = sexOf(name);
  return {
    account,
    name,
    issuer,
    title,
    personalId: null,
    birthDate,
    sex,
    assurance: issuer === 'citizen' ? 2 : null,
    email: `${account}@mau.moh.example`,
    organisationId: group === 'business' ? demoOrganisation.id : null,
    grants: [{ role, scope }],
    group,
  };
}

const many = (issuer: 'citizen' | 'staff', group: DemoGroup, rows: readonly Row[]) =>
  rows.map((row) => person(issuer, group, row));

const applicants: readonly DemoPerson[] = [
  ...many('citizen', 'citizen', [
    ['citizen', 'Trần Thị Minh Anh', '1991-04-12', 'Người dân, định danh mức 2', 'applicant_citizen', null],
  ]),
  {
    ...person('citizen', 'citizen', [
      'citizen-level-1',
      'Lý Văn Bình',
      '1987-09-03',
      'Người dân, định danh mức 1 (chưa đủ để dùng cổng)',
      'applicant_citizen',
      null,
    ]),
    assurance: 1,
  },
  ...many('citizen', 'business', [
    [
      'business',
      demoOrganisation.representative,
      '1979-02-20',
      'Giám đốc',
      'applicant_org',
      organisationScope,
    ],
    [
      'business-member',
      'Phạm Quốc Hưng',
      '1993-11-08',
      'Nhân viên đăng ký thuốc',
      'applicant_org',
      organisationScope,
    ],
  ]),
];

const officers: readonly DemoPerson[] = [
  ...many('staff', 'one_stop', [
    ['one-stop', 'Lê Thị Thanh Mai', '1988-06-15', 'Cán bộ Bộ phận Một cửa', 'one_stop', 'VPB'],
  ]),
  ...many('staff', 'department', [
    ['dispatcher', 'Đỗ Văn Khải', '1980-01-25', 'Trưởng phòng, phân công thụ lý', 'dispatcher', 'QLD'],
    ['reviewer', 'Vũ Thị Hồng Nhung', '1992-08-30', 'Chuyên viên thụ lý', 'reviewer', 'QLD'],
    ['reviewer-2', 'Bùi Đức Long', '1990-03-17', 'Chuyên viên thụ lý', 'reviewer', 'QLD'],
    ['checker', 'Hoàng Thị Lệ Thủy', '1978-12-05', 'Phó Cục trưởng, kiểm tra', 'checker', 'QLD'],
    ['approver', 'Nguyễn Văn Thành', '1972-05-19', 'Cục trưởng', 'approver', 'QLD'],
    ['records', 'Phan Thị Cúc', '1986-10-10', 'Văn thư', 'records', 'QLD'],
    ['finance', 'Đặng Thị Kim Oanh', '1984-07-22', 'Kế toán', 'finance', 'QLD'],
    ['expert', 'Trịnh Xuân Hòa', '1965-03-09', 'Chuyên gia hội đồng tư vấn', 'expert', null],
  ]),
  ...many('staff', 'ministry', [
    ['control', 'Ngô Minh Tuấn', '1981-02-14', 'Phòng Kiểm soát thủ tục hành chính', 'tthc_control', 'BYT'],
    ['indicator-owner', 'Lương Thị Bích', '1983-09-27', 'Chủ trì chỉ tiêu', 'indicator_owner', 'KHCNDT'],
    ['indicator-owner-2', 'Quách Thị Ngân', '1987-01-19', 'Chủ trì chỉ tiêu', 'indicator_owner', 'TTYQG'],
    ['leadership', 'Đinh Quang Vinh', '1968-11-11', 'Lãnh đạo Bộ', 'leadership', 'BYT'],
    ['security', 'Tạ Hữu Phước', '1985-04-04', 'Chuyên trách an ninh mạng', 'security_officer', 'BYT'],
    ['admin', 'Mạc Đăng Khoa', '1989-12-24', 'Quản trị hệ thống', 'sys_admin', 'BYT'],
    ['auditor', 'Cao Thị Hằng', '1977-06-01', 'Kiểm toán nội bộ', 'auditor', 'BYT'],
  ]),
  ...many('staff', 'province', [
    ['doh-editor', 'Chu Văn Nam', '1990-09-09', 'Chuyên viên Sở Y tế', 'doh_editor', 'SYT-01'],
    ['doh-leader', 'Kiều Thị Phương', '1975-08-08', 'Phó Giám đốc Sở Y tế', 'doh_leader', 'SYT-01'],
  ]),
  ...many('staff', 'facility', [
    ['facility', 'Tô Thị Diệp', '1994-01-30', 'Phòng Kế hoạch tổng hợp', 'facility_reporter', facilityScope],
    ['facility-head', 'Lâm Chí Dũng', '1970-10-02', 'Giám đốc bệnh viện', 'facility_head', facilityScope],
  ]),
];

/** Departments other than the Drug Administration that receive dossiers, each with the officers of one chain. */
const otherUnits = ['HTTB', 'ATTP', 'QLKCB', 'YDCT', 'PB', 'KHCNDT', 'BMTE', 'HDGDYK'] as const;
const chain = [
  ['dispatcher', 'Trưởng phòng, phân công thụ lý'],
  ['reviewer', 'Chuyên viên thụ lý'],
  ['checker', 'Lãnh đạo đơn vị, kiểm tra'],
  ['approver', 'Thủ trưởng đơn vị'],
  ['records', 'Văn thư'],
] as const;
const surnames = ['Nguyễn', 'Trần', 'Lê', 'Phạm', 'Hồ', 'Dương', 'Đoàn', 'Mai', 'Vương', 'Thái', 'Quách'];
const middles = ['Văn', 'Thị', 'Đức', 'Thị', 'Hữu', 'Thị', 'Công'];
const given = [
  'Sơn',
  'Hạnh',
  'Toàn',
  'Yến',
  'Tùng',
  'Liên',
  'Phú',
  'Quyên',
  'Hải',
  'Trâm',
  'Lộc',
  'Thảo',
  'Kiên',
];

const otherOfficers: readonly DemoPerson[] = otherUnits.flatMap((unit, u) =>
  chain.map(([role, title], r) => {
    const n = u * chain.length + r;
    const name = [surnames[n % surnames.length], middles[n % middles.length], given[n % given.length]].join(
      ' ',
    );
    const birthDate = `${1972 + (n % 22)}-0${1 + (n % 9)}-1${n % 10}`;
    const account = `${role}-${unit.toLowerCase()}`;
    return person('staff', 'other_departments', [account, name, birthDate, `${title} (${unit})`, role, unit]);
  }),
);

/** Other systems: they call with a token and never sign in. */
const partnerAccounts: readonly DemoPerson[] = [
  ['npsp', 'Cổng Dịch vụ công quốc gia', null] as const,
  ['hospital-his', 'Phần mềm bệnh viện (mẫu)', facilityScope] as const,
].map(([account, name, scope]) => ({
  account,
  name,
  issuer: 'partner',
  title: demoGroups.partner,
  personalId: null,
  birthDate: null,
  sex: null,
  assurance: null,
  email: `${account}@mau.moh.example`,
  organisationId: null,
  grants: [{ role: 'partner', scope }],
  group: 'partner',
}));

function withPersonalId(someone: DemoPerson, index: number): DemoPerson {
  const { birthDate, sex } = someone;
  if (birthDate === null || sex === null) return someone;
  return { ...someone, personalId: personalIdOf(birthDate, sex, index + 1) };
}

export const demoPeople: readonly DemoPerson[] = [
  ...applicants,
  ...officers,
  ...otherOfficers,
  ...partnerAccounts,
].map(withPersonalId);
