import 'server-only';
import type { Tx } from '@/db/client';
import { keyDatabases, registerEntries, type registerKinds, trainingCourses } from '@/db/schema/registers';
import { uuidOf } from './chance';
import { insertRows } from './rows';

type Kind = (typeof registerKinds)[number];
type Entry = typeof registerEntries.$inferInsert;
type Pair = readonly [vi: string, en: string];

const sourceNames: Readonly<Record<string, string>> = {
  '000': 'TTXVN, QĐ 2491/QĐ-BYT',
  '002': 'LawNet, QĐ 2491/QĐ-BYT',
  '003': 'LawNet, QĐ 1710/QĐ-BYT',
  '004': 'Công an Nhân dân, 13/11/2025',
};

/** What stays null is not named in any source; the unit in charge fills it in. */
const entry = (
  id: string,
  kind: Kind,
  [nameVi, nameEn]: Pair,
  [tracksVi, tracksEn]: Pair,
  seeds: string,
  indicators = '',
): Omit<Entry, 'position'> => ({
  id,
  kind,
  nameVi,
  nameEn,
  tracksVi,
  tracksEn,
  indicatorIds: indicators === '' ? [] : indicators.split(' '),
  updatedAt: new Date('2025-11-13T00:00:00+07:00'),
  sourceRef: seeds
    .split(' ')
    .map((seed) => sourceNames[seed] ?? seed)
    .join('; '),
  confidence: 'seed',
});

const asAbove: Pair = [
  'Nhà cung cấp (tự xây dựng, doanh nghiệp), phiên bản, mức',
  'Vendor (self, company), version, level',
];

/** The 68 systems, databases, programmes and activities named in the plans and results. */
const declared = [
  entry(
    'R-01',
    'system',
    ['Hệ thống thông tin giải quyết TTHC Bộ Y tế', 'MoH procedure-settlement system'],
    [
      'Dịch vụ tích hợp, hồ sơ, điểm 766, thời gian hoạt động',
      'Services integrated, dossiers, 766 score, uptime',
    ],
    '002',
    'T20 T21 T22',
  ),
  entry(
    'R-02',
    'external',
    ['Cổng Dịch vụ công quốc gia', 'National Public Service Portal'],
    ['Tỷ lệ đồng bộ thành công, độ trễ, bản tin bị từ chối', 'Sync success rate, lag, rejected messages'],
    '002 004',
    'T21',
  ),
  entry(
    'R-03',
    'programme',
    ['Cơ chế một cửa quốc gia', 'National one-stop mechanism'],
    ['Thủ tục trên một cửa hải quan', 'Procedures on the customs single window'],
    '002',
    'T21',
  ),
  entry(
    'R-04',
    'database',
    ['Kho dữ liệu y tế quốc gia', 'National Healthcare Data Repository'],
    ['Nhóm dữ liệu đã nạp, độ mới', 'Data groups loaded, freshness'],
    '002',
    'T14',
  ),
  entry(
    'R-05',
    'database',
    ['CSDL hồ sơ sức khỏe điện tử', 'National EHR database'],
    ['Số người có hồ sơ (mốc 26 triệu), kết nối T04–T06', 'Persons with EHR (26 M baseline), links T04–T06'],
    '002 004',
    'T03 T04 T05 T06',
  ),
  entry(
    'R-06',
    'external',
    ['CSDL quốc gia về dân cư', 'National Population Database'],
    ['Lượt tra cứu, tỷ lệ khớp, sai lệch', 'Queries, match rate, mismatches'],
    '000 002 003 004',
    'T25',
  ),
  entry(
    'R-07',
    'external',
    ['CSDL quốc gia về đăng ký doanh nghiệp', 'National Business Registration Database'],
    ['Lượt tra cứu, tỷ lệ khớp', 'Lookups, match rate'],
    '002',
    'T02 T20',
  ),
  entry(
    'R-08',
    'platform',
    [
      'CSDL tiêm chủng, Nền tảng quản lý tiêm chủng quốc gia',
      'Vaccination database, National Vaccination Platform',
    ],
    ['Bản ghi, tỷ lệ đã làm sạch, loại trừ theo lý do', 'Records, cleaned share, exceptions by reason'],
    '000 002',
    'T04 T29 T30 T36',
  ),
  entry(
    'R-09',
    'platform',
    ['Nền tảng tiêm chủng COVID-19 (tiền thân)', 'COVID-19 vaccination platform (predecessor)'],
    ['Trạng thái chuyển đổi', 'Migration state'],
    '002',
    'T30',
  ),
  entry(
    'R-10',
    'database',
    ['Hệ thống đơn thuốc điện tử quốc gia', 'Electronic prescription database'],
    ['Cơ sở, đơn thuốc mỗi ngày', 'Facilities, prescriptions per day'],
    '002 003',
    'T05 T57',
  ),
  entry(
    'R-11',
    'database',
    ['CSDL khám chữa bệnh của bệnh viện', 'Hospital examination and treatment databases'],
    ['Cơ sở đã kết nối', 'Facilities connected'],
    '002',
    'T06',
  ),
  entry(
    'R-12',
    'database',
    ['CSDL nhân lực y tế', 'Workforce database'],
    ['Bản ghi nhân viên, tỷ lệ đã xác thực định danh', 'Staff records, ID-verified share'],
    '002',
    'T07',
  ),
  entry(
    'R-13',
    'database',
    ['CSDL Dược quốc gia', 'National Pharmaceutical Database'],
    ['Điểm bán lẻ, bán buôn đã kết nối', 'Retail and wholesale points connected'],
    '002',
    'T08',
  ),
  entry(
    'R-14',
    'database',
    ['CSDL quản lý hành nghề y, dược', 'Medical and pharmaceutical practice databases'],
    ['Giấy phép, người hành nghề đang hoạt động', 'Licences, active practitioners'],
    '002',
    'T09',
  ),
  entry(
    'R-15',
    'database',
    ['CSDL trang thiết bị, vật tư y tế', 'Medical equipment and supplies databases'],
    ['Thiết bị, số lưu hành, giá', 'Devices, registration numbers, prices'],
    '002',
    'T10 T59',
  ),
  entry(
    'R-16',
    'database',
    ['12 CSDL quốc gia, chuyên ngành trọng điểm', 'The 12 key national and specialised databases'],
    ['Chất lượng theo 6 tiêu chí', 'Quality by six dimensions'],
    '004',
  ),
  entry(
    'R-17',
    'external',
    ['VNeID và hệ thống định danh, xác thực điện tử', 'VNeID and e-ID system'],
    ['Lượt đăng nhập, lượt xem hồ sơ sức khỏe', 'Logins, EHR views'],
    '000 002 004',
    'T20 T27',
  ),
  entry(
    'R-18',
    'capability',
    ['CCCD gắn chip tại cơ sở', 'Chip-based ID card at facilities'],
    ['Cơ sở, lượt khám', 'Facilities, visits'],
    '000 004',
    'T37',
  ),
  entry(
    'R-19',
    'external',
    ['Hệ thống thông tin giám định BHYT', 'VSS appraisal system'],
    ['Cơ sở kết nối, bản tin thành công, chậm', 'Facilities connected, message success, lateness'],
    '000 004',
    'T32',
  ),
  entry(
    'R-20',
    'external',
    ['Trao đổi dữ liệu với Bộ Tài chính', 'Ministry of Finance data exchange'],
    ['Trạng thái', 'State'],
    '004',
  ),
  entry(
    'R-21',
    'system',
    [
      'Quản lý văn bản điện tử và trục liên thông văn bản',
      'Electronic document management and document axis',
    ],
    ['Đơn vị kết nối, văn bản trao đổi, tỷ lệ ký số', 'Units connected, documents exchanged, signed share'],
    '004',
    'T62 T63',
  ),
  {
    ...entry(
      'R-22',
      'system',
      ['Hệ thống đối tượng bảo trợ xã hội', 'Social Assistance Target System'],
      [
        'Đối tượng đã làm sạch, nâng cấp cho chính quyền hai cấp',
        'Beneficiaries cleaned, upgrade for two-level local government',
      ],
      '004',
    ),
    ownerUnitCode: 'BTXH',
    lifecycle: 'operate' as const,
  },
  entry(
    'R-23',
    'interconnection',
    [
      'Liên thông khai tử: đăng ký khai tử, xóa thường trú, trợ cấp mai táng',
      'Death chain: death registration, removal of permanent residence, funeral and death benefits',
    ],
    ['Trường hợp, thời gian trọn gói', 'Cases, end-to-end time'],
    '004',
    'T34',
  ),
  entry(
    'R-24',
    'interconnection',
    [
      'Liên thông khai sinh: khai sinh, thường trú, thẻ BHYT trẻ dưới 6 tuổi',
      'Birth chain: birth registration, permanent residence, insurance card for children under 6',
    ],
    ['Trường hợp, thời gian trọn gói', 'Cases, end-to-end time'],
    '004',
    'T33',
  ),
  entry(
    'R-25',
    'capability',
    ['Tra cứu thẻ BHYT bằng CCCD gắn chip, VNeID', 'Health insurance card lookup by chip ID or VNeID'],
    ['Cơ sở, tỷ lệ thành công', 'Facilities, success rate'],
    '004',
    'T37',
  ),
  entry('R-26', 'facility_system', ['HIS (hệ thống thông tin bệnh viện)', 'HIS'], asAbove, '004'),
  entry('R-27', 'facility_system', ['LIS (hệ thống thông tin xét nghiệm)', 'LIS'], asAbove, '004'),
  entry(
    'R-28',
    'facility_system',
    ['RIS-PACS, RIS-PACS không in phim', 'RIS-PACS, filmless RIS-PACS'],
    ['Ngày ngừng in phim', 'Filmless date'],
    '004',
  ),
  entry(
    'R-29',
    'facility_system',
    ['Bệnh án điện tử', 'Electronic medical record'],
    [
      'Ngày vận hành, ngày công bố, tự đánh giá, dừng giấy',
      'Go-live, announced date, self-assessment, paper stopped',
    ],
    '003 004',
    'T53 T54',
  ),
  entry(
    'R-30',
    'facility_system',
    ['Phần mềm văn bản, thư điện tử tại bệnh viện', 'E-document and mail software in hospitals'],
    ['Bệnh viện đang dùng', 'Hospitals using it'],
    '004',
    'T62',
  ),
  entry(
    'R-31',
    'facility_system',
    ['Cổng, trang thông tin bệnh viện', 'Hospital portals and websites'],
    ['Địa chỉ, cập nhật gần nhất', 'URL, last update'],
    '004',
  ),
  {
    ...entry(
      'R-32',
      'infrastructure',
      ['Trung tâm dữ liệu y tế quốc gia, Tier 2 trở lên', 'National health data centre, Tier 2 or higher'],
      ['Tier, tủ máy chủ, nguồn điện, mốc', 'Tier, racks, power, milestones'],
      '004',
      'T14 T39',
    ),
    lifecycle: 'build' as const,
  },
  entry(
    'R-33',
    'infrastructure',
    ['Nâng cấp Trung tâm dữ liệu của Bộ', 'MoH data centre upgrade'],
    ['Năng lực, phê duyệt cấp độ 3', 'Capacity, level 3 approval'],
    '000 002',
    'T39 T40',
  ),
  entry(
    'R-34',
    'infrastructure',
    ['Trục tích hợp hệ thống thông tin quốc gia', 'Integration axis for national information systems'],
    ['Dịch vụ công bố, lượt gọi', 'Services published, calls'],
    '004',
  ),
  entry(
    'R-35',
    'system',
    ['Hệ thống thống kê y tế điện tử', 'Electronic health statistics system'],
    ['Đơn vị báo cáo', 'Units reporting'],
    '004',
  ),
  entry(
    'R-36',
    'security',
    ['SOC (giám sát ATTT)', 'SOC'],
    [
      'Hệ thống đã đưa vào, cảnh báo, thời gian xử lý trung bình',
      'Systems onboarded, alerts, mean time to respond',
    ],
    '002 003',
    'T43 T49',
  ),
  entry(
    'R-37',
    'interconnection',
    [
      'Chia sẻ dữ liệu giám sát Bộ Y tế – NCSC – Bộ TTTT (nay là BCA, BKHCN)',
      'Monitoring data sharing MoH – NCSC – MIC (now BCA, BKHCN)',
    ],
    ['Nhịp tim', 'Heartbeat'],
    '000',
    'T45',
  ),
  entry(
    'R-38',
    'security',
    ['Mạng lưới ứng cứu sự cố', 'Incident response support network'],
    ['Thành viên, đầu mối, thời gian phản hồi', 'Members, contacts, response time'],
    '000',
    'T46',
  ),
  entry(
    'R-39',
    'security',
    ['Hồ sơ cấp độ, phương án bảo đảm ATTT', 'Level dossiers and assurance plans'],
    ['Theo từng hệ thống', 'Per system'],
    '002 003',
    'T41 T42 T47',
  ),
  entry(
    'R-40',
    'activity',
    ['Diễn tập thực chiến ATTT', 'Security drills'],
    [
      'Ngày, kịch bản, người tham gia, phát hiện đã khắc phục',
      'Date, scenario, participants, findings closed',
    ],
    '003',
    'T52',
  ),
  entry(
    'R-41',
    'training',
    ['Đào tạo ATTT: cán bộ CNTT có chứng chỉ', 'Security training: certified IT staff'],
    ['Chứng chỉ, ngày hết hạn', 'Certificates, expiry'],
    '003',
    'T50',
  ),
  entry(
    'R-42',
    'training',
    [
      'Tập huấn nhận thức cho nhân viên y tế; Đề án 146',
      'Awareness training for all health workers; Project 146',
    ],
    ['Người đã tập huấn, điểm', 'People trained, score'],
    '003 004',
    'T51',
  ),
  entry(
    'R-43',
    'training',
    [
      'Khóa AI cho cán bộ của Bộ (3); kế hoạch AI 15.000 người',
      'AI courses for MoH staff (3); AI plan 15,000',
    ],
    ['Khóa, người', 'Courses, people'],
    '004',
    'T72',
  ),
  entry(
    'R-44',
    'training',
    ['Khóa về phần mềm quản lý KHCN và đào tạo (2)', 'Courses on S&T and training management software (2)'],
    ['Đơn vị, người', 'Units, people'],
    '004',
    'T50',
  ),
  entry(
    'R-45',
    'training',
    ['Lớp ứng cứu sự cố (2), lớp giám sát (3)', 'Incident response classes (2), monitoring classes (3)'],
    ['Lớp, học viên, số ngày', 'Classes, students, days'],
    '004',
    'T50',
  ),
  entry(
    'R-46',
    'capability',
    ['Khám chữa bệnh từ xa: bệnh viện hạt nhân, vệ tinh', 'Telemedicine core → satellite hospitals'],
    ['Điểm, ca, chuyên khoa', 'Sites, sessions, specialties'],
    '003 004',
    'T61',
  ),
  entry(
    'R-47',
    'capability',
    ['Khám bệnh không giấy', 'Paperless examination'],
    ['Cơ sở hạng I trở lên', 'Class I and above'],
    '003',
    'T53',
  ),
  entry(
    'R-48',
    'capability',
    ['Thanh toán không dùng tiền mặt', 'Cashless payment'],
    ['Hình thức, tỷ lệ', 'Methods, share'],
    '000 003',
    'T55 T56',
  ),
  entry('R-49', 'capability', ['Đơn thuốc điện tử', 'E-prescription'], ['Tỷ lệ', 'Share'], '003', 'T57'),
  entry(
    'R-50',
    'system',
    [
      'Công khai giá: thuốc, thiết bị, khám chữa bệnh',
      'Price publicity: drugs, equipment, examination and treatment',
    ],
    ['Mặt hàng, cập nhật gần nhất, đơn vị còn thiếu', 'Items, last update, missing units'],
    '003',
    'T58 T59 T60',
  ),
  entry(
    'R-51',
    'system',
    ['Hệ thống thi tuyển, thi thăng hạng', 'Exam system (entrance, promotion)'],
    ['Kỳ thi, thí sinh, tỷ lệ đạt', 'Exams, candidates, pass rate'],
    '003',
    'T65',
  ),
  entry(
    'R-52',
    'system',
    ['Hệ thống giám sát, kiểm tra, thanh tra', 'Supervision and inspection system'],
    ['Cuộc thanh tra, kết luận', 'Inspections, findings'],
    '003',
    'T64',
  ),
  entry(
    'R-53',
    'system',
    ['Hệ thống thông tin tổng thể chỉ đạo, điều hành', 'Overall direction and administration system'],
    ['Chỉ tiêu đã nạp, số tỉnh', 'Indicators fed, provinces'],
    '003',
    'T63',
  ),
  entry(
    'R-54',
    'capability',
    ['Dịch vụ mức 4 trên di động, Smart CA', 'Level-4 services on mobile, Smart CA'],
    ['Dịch vụ, lượt ký', 'Services, signatures'],
    '003',
    'T26',
  ),
  entry(
    'R-55',
    'activity',
    ['Hội thảo, tọa đàm', 'Seminars and symposiums'],
    ['Lĩnh vực, ngày, người tham dự', 'Field, date, participants'],
    '003',
    'T66',
  ),
  entry(
    'R-56',
    'programme',
    ['Thí điểm có kiểm soát (sandbox)', 'Sandbox pilots'],
    ['Nhà cung cấp, công nghệ, thời gian, kết luận', 'Provider, technology, period, conclusion'],
    '003',
    'T67',
  ),
  entry(
    'R-57',
    'legal',
    [
      'Quy định mã định danh (thiết bị, vật tư, dược phẩm)',
      'Identifier regulations (equipment, supplies, pharmaceuticals)',
    ],
    ['Giai đoạn soạn thảo', 'Drafting stage'],
    '003',
    'T68',
  ),
  entry(
    'R-58',
    'database',
    ['CSDL truy xuất nguồn gốc, liên thông quốc tế', 'Traceability database, international link'],
    ['Độ phủ GTIN, số sê-ri', 'GTIN and serial coverage'],
    '003',
    'T69',
  ),
  entry(
    'R-59',
    'system',
    ['Hệ thống khai thác dữ liệu tập trung có AI', 'Central data-mining system with AI'],
    ['Tình huống sử dụng', 'Use cases'],
    '002',
    'T13',
  ),
  {
    ...entry(
      'R-60',
      'programme',
      [
        'Thí điểm AI: hỗ trợ quyết định lâm sàng trong HIS, cảnh báo tương tác thuốc, trợ lý tư vấn, nhập giọng nói vào HIS',
        'AI pilots: clinical decision support in HIS, drug interaction alerts, chatbot consultation, voice input to HIS',
      ],
      ['Cơ sở, tình huống, độ chính xác, trạng thái', 'Facility, use case, accuracy, state'],
      '004',
    ),
    lifecycle: 'pilot' as const,
  },
  entry(
    'R-61',
    'equipment',
    ['Robot: Da Vinci, Renaissance, Makoplasty, Rosa', 'Robots: Da Vinci, Renaissance, Makoplasty, Rosa'],
    ['Bệnh viện, ca mỗi năm', 'Hospital, cases per year'],
    '004',
  ),
  entry(
    'R-62',
    'capability',
    [
      'Internet vạn vật y tế, thực tế ảo, đám mây, di động, dữ liệu lớn',
      'IoMT ("connected medical things"), VR, cloud, mobile, big data',
    ],
    ['Đã áp dụng hay chưa', 'Adoption flag'],
    '004',
  ),
  entry(
    'R-63',
    'capability',
    [
      'Kết nối, nhận diện thiết bị: HIS-LIS-RIS-PACS-EMR, mã vạch, cảm biến, RFID người bệnh',
      'Device connection and identification: HIS-LIS-RIS-PACS-EMR, barcode, sensors, RFID patient identification',
    ],
    ['Dấu hiệu theo cơ sở', 'Flags per facility'],
    '004',
  ),
  entry(
    'R-64',
    'infrastructure',
    ['Thay mới mạng chính và mạng không dây', 'Main network and wifi renewal'],
    ['Kế hoạch hằng năm', 'Yearly plan'],
    '004',
  ),
  entry(
    'R-65',
    'programme',
    [
      'Hợp tác nghiên cứu – phát triển với Bộ Khoa học và Công nghệ (đào tạo theo hướng thực hành)',
      'Research-and-development cooperation with Ministry of Science and Technology (training in practical direction)',
    ],
    ['Kế hoạch', 'Plan'],
    '004',
  ),
  {
    ...entry(
      'R-66',
      'programme',
      ['Kết nối theo QĐ 3074/QĐ-BYT năm 2022', 'Decision 3074/QĐ-BYT 2022 connection'],
      ['Cơ sở', 'Facilities'],
      '002',
      'T31',
    ),
    legalBasis: 'QĐ 3074/QĐ-BYT',
  },
  entry(
    'R-67',
    'programme',
    ['Danh mục nhiệm vụ Đề án 06', 'Scheme 06 task list'],
    ['Nhiệm vụ, thời hạn', 'Tasks, deadlines'],
    '002',
    'T38',
  ),
  entry(
    'R-68',
    'legal',
    ['Kiến trúc Chính phủ điện tử 2.1', 'e-Government architecture 2.1'],
    ['Mức phù hợp', 'Conformity'],
    '002',
    'T11 T12',
  ),
];

export const register: readonly Entry[] = declared.map((one, at) => ({ ...one, position: at + 1 }));

type KeyDatabase = typeof keyDatabases.$inferInsert;

const databaseNames: readonly (readonly [vi: string, en: string, entry: string | null])[] = [
  ['Hồ sơ sức khỏe điện tử', 'Electronic health records', 'R-05'],
  ['Tiêm chủng', 'Vaccination', 'R-08'],
  ['Khám chữa bệnh, bảo hiểm y tế', 'Examination and treatment, health insurance', 'R-11'],
  ['Đơn thuốc điện tử', 'E-prescription', 'R-10'],
  ['Dược', 'Pharmacy', 'R-13'],
  ['Chứng chỉ hành nghề y, dược', 'Practice licences (medical and pharmaceutical)', 'R-14'],
  ['Thiết bị, vật tư y tế', 'Medical devices and supplies', 'R-15'],
  ['Nhân lực y tế', 'Workforce', 'R-12'],
  ['Giám sát bệnh truyền nhiễm', 'Infectious-disease surveillance', null],
  ['Dân số, kế hoạch hóa gia đình', 'Population and family planning', null],
  ['Đối tượng bảo trợ xã hội', 'Social protection beneficiaries', 'R-22'],
  ['An toàn thực phẩm', 'Food safety', null],
];

/** The source gives the number twelve, not the names: a working list to be confirmed. */
export const databases: readonly KeyDatabase[] = databaseNames.map(
  ([nameVi, nameEn, registerEntryId], at) => ({
    id: `DB-${String(at + 1).padStart(2, '0')}`,
    position: at + 1,
    nameVi,
    nameEn,
    registerEntryId,
    sourceRef: 'Danh sách làm việc, cần xác nhận; số lượng 12 theo Công an Nhân dân 13/11/2025',
    confidence: 'demo',
  }),
);

type Course = typeof trainingCourses.$inferInsert;

const course = (
  entryId: string,
  topic: Course['topic'],
  [nameVi, nameEn]: Pair,
  classes: number,
  rest: Partial<Course> = {},
): Course => ({
  id: uuidOf(`course:${entryId}:${nameVi}`),
  registerEntryId: entryId,
  topic,
  nameVi,
  nameEn,
  classes,
  sourceRef: 'Công an Nhân dân, 13/11/2025',
  confidence: 'seed',
  ...rest,
});

const perClass: Partial<Course> = {
  peopleVi: '30–35 học viên mỗi lớp',
  peopleEn: '30–35 students per class',
};

/** Courses reported on 13 November 2025; their dates were not published. */
export const courses: readonly Course[] = [
  course('R-43', 'ai', ['Khóa AI cho cán bộ của Bộ', 'AI courses for MoH staff'], 3),
  course(
    'R-44',
    'software',
    [
      'Phần mềm “Quản lý thông tin khoa học công nghệ và đào tạo nhân lực y tế”',
      'Software "Management of scientific and technological information and training of medical human resources"',
    ],
    2,
    { peopleVi: 'gần 300 cán bộ, hơn 200 đơn vị', peopleEn: 'nearly 300 staff, over 200 units' },
  ),
  course(
    'R-45',
    'incident_response',
    ['Lớp ứng cứu sự cố ATTT', 'Security incident response classes'],
    2,
    perClass,
  ),
  course(
    'R-45',
    'monitoring',
    ['Lớp giám sát ATTT hệ thống thông tin', 'Information system security monitoring classes'],
    3,
    { ...perClass, days: 3 },
  ),
];

export async function seedRegisters(tx: Tx): Promise<number> {
  const counts = [
    await insertRows(tx, registerEntries, register),
    await insertRows(tx, keyDatabases, databases),
    await insertRows(tx, trainingCourses, courses),
  ];
  return counts.reduce((sum, count) => sum + count, 0);
}
