// Legal basis: Decree 163/2025/NĐ-CP (import of drugs without marketing authorisation).
import {
  ask,
  choices,
  common,
  component,
  declarationSection,
  drugSupplement,
  fields,
  notRead,
  organisationSection,
  section,
  t,
} from '@/lib/procedures/catalogue/parts';
import { known } from '@/lib/procedures/catalogue/sources';
import { defineProcedure } from '@/lib/procedures/define';

const decree = known('Nghị định 163/2025/NĐ-CP', { document: 'nd-163-2025' });

export const drugImportLicence = defineProcedure({
  ...common,
  id: 'SV05',
  slug: 'drug-import-licence',
  code: null,
  title: t(
    'Cấp phép nhập khẩu thuốc chưa có giấy đăng ký lưu hành (nhu cầu điều trị, cấp cứu, viện trợ)',
    'Import licence for drugs without marketing authorisation',
  ),
  summary: t(
    'Giấy phép nhập thuốc chưa đăng ký cho nhu cầu điều trị, cấp cứu hoặc viện trợ.',
    'The licence to import unregistered drugs for treatment, emergencies or aid.',
  ),
  field: fields.drugs,
  unit: 'QLD',
  applicant: ['business', 'facility'],
  legalBasis: ['luat-105-2016', 'luat-44-2024', 'nd-163-2025'],
  limit: {
    amount: 15,
    unit: 'working_day',
    source: known('Nghị định 163/2025/NĐ-CP', {
      document: 'nd-163-2025',
      note: t(
        '7 đến 15 ngày làm việc theo mục đích; lấy mức dài nhất.',
        '7 to 15 working days by purpose; the longest is taken.',
      ),
    }),
  },
  supplement: drugSupplement,
  fee: {
    amount: null,
    kind: 'phi',
    moment: 'receipt',
    source: notRead('Thông tư 41/2023/TT-BTC', 'tt-41-2023-btc'),
  },
  components: [
    component('import-order', t('Đơn hàng nhập khẩu', 'Import order'), ['FORM'], decree),
    component(
      'cpp',
      t('Giấy chứng nhận sản phẩm dược (CPP)', 'Certificate of pharmaceutical product'),
      ['UP', 'KHO'],
      decree,
      {
        when: { field: 'purpose', equals: 'treatment' },
      },
    ),
    component(
      'quality-standards',
      t('Tiêu chuẩn chất lượng, phương pháp kiểm nghiệm', 'Quality standards and test methods'),
      ['UP'],
      decree,
    ),
    component(
      'hospital-request',
      t(
        'Văn bản đề nghị của cơ sở khám bệnh, chữa bệnh hoặc văn bản phê duyệt viện trợ',
        'Hospital request or approval of the aid',
      ),
      ['UP'],
      decree,
      {
        when: { field: 'purpose', oneOf: ['treatment', 'emergency', 'aid'] },
      },
    ),
    component(
      'business-registration',
      t('Thông tin đăng ký doanh nghiệp', 'Business registration'),
      ['NBRD', 'PREV'],
      decree,
    ),
  ],
  form: [
    organisationSection,
    section(
      'order',
      t('Đơn hàng', 'Order'),
      ask('select', 'purpose', t('Mục đích', 'Purpose'), {
        options: choices({
          treatment: t('Nhu cầu điều trị đặc biệt', 'Special treatment need'),
          emergency: t('Cấp cứu, chống độc, dịch bệnh', 'Emergency, antidote, epidemic'),
          aid: t('Viện trợ, viện trợ nhân đạo', 'Aid'),
          research: t('Nghiên cứu, kiểm nghiệm', 'Research, testing'),
        }),
      }),
      ask('text', 'receiving_facility', t('Cơ sở sử dụng', 'Facility that will use it'), {
        maxLength: 255,
        when: { field: 'purpose', oneOf: ['treatment', 'emergency', 'aid'] },
      }),
      {
        code: 'drugs',
        kind: 'list',
        label: t('Danh mục thuốc', 'Drugs'),
        required: true,
        min: 1,
        max: 50,
        fields: [
          ask('text', 'name', t('Tên thuốc, hàm lượng, dạng bào chế', 'Name, strength, dosage form'), {
            maxLength: 255,
          }),
          ask('text', 'manufacturer', t('Nhà sản xuất', 'Manufacturer'), { maxLength: 255 }),
          ask('country', 'country', t('Nước sản xuất', 'Country')),
          ask('number', 'quantity', t('Số lượng', 'Quantity'), { min: 1 }),
        ],
      },
      ask('text', 'supplier', t('Nhà cung cấp', 'Supplier'), { maxLength: 255 }),
      ask('text', 'border_gate', t('Cửa khẩu nhập', 'Border gate'), { maxLength: 120 }),
      ask('textarea', 'justification', t('Giải trình nhu cầu', 'Why it is needed'), { maxLength: 2_000 }),
    ),
    declarationSection,
  ],
  result: {
    kind: 'licence',
    title: t('Giấy phép nhập khẩu thuốc', 'Drug import licence'),
    validity: { kind: 'stated', text: t('Tối đa 1 năm', 'At most 1 year'), source: decree },
    template: 'licence',
    numberPattern: '{seq}/{yyyy}/GPNK-QLD',
    source: decree,
  },
});
