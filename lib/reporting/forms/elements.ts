/**
 * The 60 elements of the periodic facility report (E01–E60) as data: what is asked, how often, of which type.
 * Frequencies and forms are a proposal of this portal; the legal texts behind each group are named in `forms`.
 */
import type {
  Aggregation,
  Element,
  ElementPart,
  ElementType,
  Frequency,
  Option,
  Words,
} from '@/lib/reporting/define';

type Suffix = '' | 'a' | 'b' | 'c' | 'd' | 'e';
type Draft = Omit<ElementPart, 'id'> & { suffix: Suffix };
type Extra = Partial<Pick<ElementPart, 'category' | 'options' | 'computedFrom'>>;

const words = (vi: string, en: string): Words => ({ vi, en });
const option = (code: string, vi: string, en: string): Option => ({ code, label: words(vi, en) });

const part = (
  suffix: Suffix,
  type: ElementType,
  aggregation: Aggregation,
  label?: Words,
  extra: Extra = {},
): Draft => ({
  suffix,
  type,
  aggregation,
  ...(label ? { label } : {}),
  ...extra,
});

const yesNo = (suffix: Suffix = '', label?: Words, extra?: Extra) =>
  part(suffix, 'boolean', 'state', label, extra);
const stock = (suffix: Suffix, label?: Words) => part(suffix, 'count', 'stock', label);
const flow = (suffix: Suffix, label?: Words) => part(suffix, 'count', 'flow', label);
const percent = () => part('', 'percent', 'stock');
const day = (suffix: Suffix, label?: Words) => part(suffix, 'date', 'none', label);
const text = (suffix: Suffix, label?: Words) => part(suffix, 'text', 'none', label);
const choice = (suffix: Suffix, options: Option[], label?: Words) =>
  part(suffix, 'enum', 'state', label, { options });
const choices = (options: Option[]) => part('', 'set', 'state', undefined, { options });

type Marks = { evidence?: true; onlyWith?: Element['onlyWith'] };

function element(id: string, frequency: Frequency, label: Words, parts: Draft[], marks: Marks = {}): Element {
  return {
    id,
    version: 1,
    label,
    frequency,
    parts: parts.map(({ suffix, ...rest }) => ({ id: `${id}${suffix}`, ...rest })),
    evidence: marks.evidence === true,
    ...(marks.onlyWith ? { onlyWith: marks.onlyWith } : {}),
    effectiveFrom: '2025-01-01',
  };
}

const monthly = (id: string, label: Words, parts: Draft[], marks?: Marks) =>
  element(id, 'month', label, parts, marks);
const quarterly = (id: string, label: Words, parts: Draft[], marks?: Marks) =>
  element(id, 'quarter', label, parts, marks);

const issued = words('Đã cấp', 'Issued');
const sentOnline = words('Đã gửi điện tử', 'Sent electronically');
const aboutTraining = (suffix: Suffix, code: string, label: Words) =>
  part(suffix, 'count', 'cumulative', label, { category: { dimension: 'training_topic', code } });
const aboutPrices = (suffix: Suffix, code: string, label: Words) =>
  yesNo(suffix, label, { category: { dimension: 'price_kind', code } });

export const elements: readonly Element[] = [
  quarterly('E01', words('Tổng số giường bệnh', 'Hospital beds'), [
    stock('a', words('Giường kế hoạch', 'Planned')),
    stock('b', words('Giường thực kê', 'Actual')),
  ]),
  quarterly('E02', words('Tổng số nhân viên y tế', 'Health staff'), [stock('')]),
  quarterly('E03', words('Số nhân viên công nghệ thông tin', 'IT staff'), [stock('')]),
  quarterly(
    'E04',
    words(
      'Số cán bộ CNTT có chứng chỉ an toàn thông tin còn hạn',
      'IT staff with a valid security certificate',
    ),
    [stock('')],
    { evidence: true },
  ),
  monthly('E05', words('Có hệ thống thông tin bệnh viện (HIS)', 'Hospital information system (HIS) in use'), [
    yesNo(),
  ]),
  quarterly('E06', words('Loại HIS', 'HIS origin'), [
    choice('', [
      option('self', 'Tự xây dựng', 'Self-developed'),
      option('company', 'Doanh nghiệp cung cấp', 'From a company'),
    ]),
  ]),
  quarterly('E07', words('Nhà cung cấp, phiên bản HIS', 'HIS vendor and version'), [
    text('a', words('Nhà cung cấp', 'Vendor')),
    text('b', words('Phiên bản', 'Version')),
  ]),
  quarterly('E08', words('Mức HIS theo Thông tư 54 (1–7)', 'HIS level under Circular 54 (1–7)'), [
    part('', 'level', 'state'),
  ]),
  monthly(
    'E09',
    words('Có hệ thống thông tin xét nghiệm (LIS)', 'Laboratory information system (LIS) in use'),
    [yesNo()],
  ),
  quarterly('E10', words('LIS kết nối hai chiều với HIS', 'Two-way link between LIS and HIS'), [yesNo()]),
  monthly(
    'E11',
    words('Có hệ thống lưu trữ, truyền hình ảnh (RIS-PACS)', 'Imaging system (RIS-PACS) in use'),
    [yesNo()],
  ),
  quarterly(
    'E12',
    words('Không in phim (PACS thay phim)', 'Filmless: PACS replaces film'),
    [yesNo('a', words('Không in phim', 'Filmless')), day('b', words('Từ ngày', 'Since'))],
    { evidence: true },
  ),
  monthly(
    'E13',
    words('Tỷ lệ ca chẩn đoán hình ảnh không in phim', 'Share of imaging studies without film'),
    [percent()],
  ),
  quarterly('E14', words('RIS-PACS kết nối HIS', 'RIS-PACS linked to HIS'), [yesNo()]),
  monthly('E15', words('Có phần mềm bệnh án điện tử', 'Electronic medical record software'), [yesNo()]),
  monthly(
    'E16',
    words(
      'Ngày chính thức dùng bệnh án điện tử thay bệnh án giấy',
      'Date electronic records officially replaced paper',
    ),
    [day('')],
    { evidence: true },
  ),
  monthly('E17', words('Phạm vi bệnh án điện tử', 'Scope of electronic records'), [
    choices([
      option('inpatient', 'Nội trú', 'Inpatient'),
      option('outpatient', 'Ngoại trú', 'Outpatient'),
      option('day', 'Ban ngày', 'Day treatment'),
    ]),
  ]),
  monthly('E18', words('Số hồ sơ bệnh án trong kỳ', 'Medical records in the period'), [flow('')]),
  monthly('E19', words('Số hồ sơ bệnh án điện tử ký số đầy đủ', 'Fully signed electronic records'), [
    flow(''),
  ]),
  monthly('E20', words('Tỷ lệ hồ sơ bệnh án điện tử', 'Share of electronic records'), [
    part('', 'percent', 'none', undefined, { computedFrom: { numerator: 'E19', denominator: 'E18' } }),
  ]),
  monthly('E21', words('Không sử dụng bệnh án giấy', 'No paper records'), [yesNo()]),
  monthly('E22', words('Khám bệnh không giấy', 'Paperless examination'), [yesNo()]),
  quarterly(
    'E23',
    words(
      'Đã tự đánh giá theo Thông tư 13/2025, Công văn 365',
      'Self-assessment under Circular 13/2025 done',
    ),
    [yesNo()],
    {
      evidence: true,
    },
  ),
  quarterly(
    'E24',
    words('Đã ban hành quy chế bệnh án điện tử', 'Rules on electronic records issued'),
    [yesNo()],
    { evidence: true },
  ),
  quarterly('E25', words('Bác sĩ có chữ ký số', 'Doctors with a digital signature'), [
    stock('a', words('Có chữ ký số', 'With a signature')),
    stock('b', words('Tổng số bác sĩ', 'All doctors')),
  ]),
  monthly('E26', words('Có đơn thuốc điện tử', 'Electronic prescription in use'), [yesNo()]),
  monthly('E27', words('Đơn thuốc ngoại trú', 'Outpatient prescriptions'), [
    flow('a', words('Tổng số đơn', 'All prescriptions')),
    flow('b', words('Đã gửi Hệ thống đơn thuốc quốc gia', 'Sent to the national system')),
  ]),
  monthly(
    'E28',
    words('Kết nối Hệ thống thông tin giám định BHYT', 'Connected to the health-insurance appraisal system'),
    [yesNo()],
  ),
  monthly('E29', words('Hồ sơ XML giám định BHYT', 'XML records for appraisal'), [
    flow('a', words('Đã gửi', 'Sent')),
    flow('b', words('Gửi đúng hạn', 'Sent on time')),
    flow('c', words('Bị từ chối', 'Rejected')),
  ]),
  monthly('E30', words('Kết nối theo Quyết định 3074/QĐ-BYT', 'Connected under Decision 3074/QĐ-BYT'), [
    yesNo('a', words('Đã kết nối', 'Connected')),
    day('b', words('Từ ngày', 'Since')),
  ]),
  monthly('E31', words('Lượt khám chữa bệnh', 'Visits'), [
    flow('a', words('Tổng số lượt', 'All visits')),
    flow('b', words('Tra cứu bằng CCCD gắn chip hoặc VNeID', 'Identified by chip ID or VNeID')),
  ]),
  monthly('E32', words('Lượt khám chữa bệnh BHYT', 'Insured visits'), [flow('')], { onlyWith: 'insured' }),
  monthly(
    'E33',
    words('Người bệnh có dữ liệu gửi Sổ sức khỏe điện tử', 'Patients sent to the electronic health book'),
    [flow('')],
  ),
  monthly('E34', words('Chấp nhận thanh toán không dùng tiền mặt', 'Accepts cashless payment'), [yesNo()]),
  quarterly('E35', words('Hình thức thanh toán', 'Payment methods'), [
    choices([
      option('vietqr', 'VietQR', 'VietQR'),
      option('pos', 'Thẻ qua máy POS', 'Card by POS'),
      option('wallet', 'Ví điện tử', 'E-wallet'),
      option('app', 'Ứng dụng', 'App'),
      option('transfer', 'Chuyển khoản', 'Bank transfer'),
      option('patient_card', 'Thẻ khám bệnh', 'Patient card'),
      option('kiosk', 'Ki-ốt', 'Kiosk'),
    ]),
  ]),
  monthly('E36', words('Giao dịch thanh toán', 'Payment transactions'), [
    flow('a', words('Tổng số giao dịch', 'All transactions')),
    flow('b', words('Không dùng tiền mặt', 'Cashless')),
  ]),
  monthly('E37', words('Số tiền thu', 'Receipts'), [
    part('a', 'amount', 'flow', words('Tổng thu', 'All receipts')),
    part('b', 'amount', 'flow', words('Thu không dùng tiền mặt', 'Cashless')),
  ]),
  monthly('E38', words('Tỷ lệ thu không dùng tiền mặt', 'Cashless share of receipts'), [
    part('', 'percent', 'none', undefined, { computedFrom: { numerator: 'E37b', denominator: 'E37a' } }),
  ]),
  monthly('E39', words('Giấy chứng sinh', 'Birth certificates'), [flow('a', issued), flow('b', sentOnline)], {
    onlyWith: 'obstetrics',
  }),
  monthly('E40', words('Giấy báo tử', 'Death notices'), [flow('a', issued), flow('b', sentOnline)]),
  monthly(
    'E41',
    words('Giấy khám sức khỏe lái xe', 'Driver health certificates'),
    [flow('a', issued), flow('b', sentOnline)],
    {
      onlyWith: 'driver_checks',
    },
  ),
  quarterly('E42', words('Hồ sơ nhân lực số hóa', 'Staff records digitised'), [percent()]),
  quarterly('E43', words('Hồ sơ cơ sở vật chất số hóa', 'Premises data digitised'), [percent()]),
  quarterly('E44', words('Dữ liệu dược số hóa', 'Pharmacy data digitised'), [percent()]),
  quarterly('E45', words('Dữ liệu giường bệnh số hóa', 'Bed data digitised'), [percent()]),
  quarterly('E46', words('Dữ liệu thiết bị y tế số hóa', 'Equipment data digitised'), [percent()]),
  quarterly('E47', words('Có phần mềm quản lý văn bản và thư điện tử', 'E-document and mail software'), [
    yesNo(),
  ]),
  quarterly('E48', words('Cổng hoặc trang thông tin điện tử', 'Portal or website'), [
    yesNo('a', words('Có', 'Yes')),
    part('b', 'url', 'none', words('Địa chỉ', 'Address')),
  ]),
  monthly('E49', words('Công khai giá', 'Prices published'), [
    aboutPrices('a', 'drugs', words('Giá thuốc', 'Drugs')),
    aboutPrices('b', 'equipment', words('Giá thiết bị y tế', 'Equipment')),
    aboutPrices('c', 'services', words('Giá dịch vụ khám chữa bệnh', 'Examination and treatment')),
    part('d', 'url', 'none', words('Địa chỉ công khai', 'Address')),
    day('e', words('Cập nhật gần nhất', 'Last update')),
  ]),
  monthly('E50', words('Khám chữa bệnh từ xa', 'Telemedicine'), [
    choice(
      'a',
      [
        option('core', 'Hạt nhân', 'Core'),
        option('satellite', 'Vệ tinh', 'Satellite'),
        option('none', 'Không', 'None'),
      ],
      words('Vai trò', 'Role'),
    ),
    flow('b', words('Số ca', 'Sessions')),
  ]),
  quarterly(
    'E51',
    words('Hồ sơ cấp độ an toàn thông tin', 'Security level dossier'),
    [
      part('a', 'level', 'state', words('Cấp độ', 'Level')),
      text('b', words('Số văn bản phê duyệt', 'Approval number')),
      day('c', words('Ngày phê duyệt', 'Approved on')),
    ],
    { evidence: true },
  ),
  quarterly(
    'E52',
    words('Đánh giá và diễn tập an toàn thông tin', 'Security assessment and drill'),
    [
      day('a', words('Đánh giá gần nhất', 'Last assessment')),
      day('b', words('Diễn tập gần nhất', 'Last drill')),
    ],
    { evidence: true },
  ),
  quarterly('E53', words('Được giám sát bởi SOC', 'Monitored by a SOC'), [yesNo()]),
  monthly('E54', words('Sự cố an toàn thông tin', 'Security incidents'), [
    flow('a', words('Tổng số', 'All')),
    flow('b', words('Nghiêm trọng', 'Serious')),
    flow('c', words('Báo cáo trong 24/72 giờ', 'Reported within 24/72 hours')),
  ]),
  quarterly('E55', words('Lần khôi phục thử dữ liệu sao lưu gần nhất', 'Last restore test of backups'), [
    day(''),
  ]),
  quarterly('E56', words('Nhân viên đã tập huấn', 'Staff trained'), [
    aboutTraining('a', 'digital', words('Chuyển đổi số', 'Digital transformation')),
    aboutTraining('b', 'security', words('An toàn thông tin cơ bản', 'Basic security')),
    aboutTraining('c', 'ai', words('Trí tuệ nhân tạo', 'Artificial intelligence')),
  ]),
  quarterly('E57', words('Ứng dụng trí tuệ nhân tạo đang thí điểm', 'AI pilots'), [
    part('', 'list', 'none', undefined, {
      options: [
        option('cdss', 'Hỗ trợ quyết định lâm sàng', 'Clinical decision support'),
        option('drug_alert', 'Cảnh báo tương tác thuốc', 'Drug interaction alert'),
        option('chatbot', 'Trợ lý trò chuyện', 'Chatbot'),
        option('voice', 'Nhập liệu bằng giọng nói', 'Voice input'),
        option('imaging', 'Chẩn đoán hình ảnh', 'Imaging'),
        option('other', 'Khác', 'Other'),
      ],
    }),
  ]),
  quarterly('E58', words('Robot phẫu thuật', 'Surgical robots'), [
    part('a', 'list', 'none', words('Loại', 'Type'), {
      options: [
        option('da_vinci', 'Da Vinci', 'Da Vinci'),
        option('renaissance', 'Renaissance', 'Renaissance'),
        option('makoplasty', 'Makoplasty', 'Makoplasty'),
        option('rosa', 'Rosa', 'Rosa'),
        option('other', 'Khác', 'Other'),
      ],
    }),
    flow('b', words('Số ca', 'Cases')),
  ]),
  quarterly(
    'E59',
    words('Nhận diện người bệnh và kết nối thiết bị', 'Patient identification and device connection'),
    [
      yesNo('a', words('Mã vạch hoặc RFID', 'Barcode or RFID')),
      yesNo('b', words('Kết nối thiết bị', 'Device connection')),
    ],
  ),
  element(
    'E60',
    'year',
    words('Mức ứng dụng CNTT tổng thể (Thông tư 54, 1–7)', 'Overall IT level (Circular 54, 1–7)'),
    [part('a', 'level', 'state', words('Mức', 'Level')), day('b', words('Ngày đánh giá', 'Assessed on'))],
    { evidence: true },
  ),
];

export const parts: readonly (ElementPart & { element: Element })[] = elements.flatMap((of) =>
  of.parts.map((one) => ({ ...one, element: of })),
);
