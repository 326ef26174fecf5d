// Legal basis: Decree 98/2021/NĐ-CP, articles 46–48, as amended by Decrees 07/2023 and 04/2025/NĐ-CP.
import {
  ask,
  choices,
  common,
  component,
  declarationSection,
  fields,
  organisationSection,
  section,
  t,
} from '@/lib/procedures/catalogue/parts';
import { found, known, pages, sample } from '@/lib/procedures/catalogue/sources';
import { defineProcedure } from '@/lib/procedures/define';

const decree = known('Nghị định 98/2021/NĐ-CP, điều 46–48', { document: 'nd-98-2021' });

export const deviceImportLicence = defineProcedure({
  ...common,
  id: 'SV10',
  slug: 'device-import-licence',
  code: null,
  title: t('Cấp giấy phép nhập khẩu thiết bị y tế', 'Import licence, medical device'),
  summary: t(
    'Giấy phép nhập thiết bị y tế chưa có số lưu hành cho nghiên cứu, viện trợ, điều trị cá nhân hoặc trưng bày.',
    'The licence to import a device without registration for research, aid, personal treatment or exhibition.',
  ),
  field: fields.devices,
  unit: 'HTTB',
  applicant: ['business', 'facility'],
  legalBasis: ['nd-98-2021', 'nd-07-2023', 'nd-04-2025', 'tt-59-2023-btc'],
  limit: {
    amount: 15,
    unit: 'calendar_day',
    source: sample(t('Chưa tìm thấy thời hạn công bố.', 'No published limit was found.')),
  },
  supplement: {
    maxRounds: 1,
    amount: 30,
    unit: 'calendar_day',
    source: found(pages.deviceDecree, {
      document: 'nd-98-2021',
      note: t('Số lần theo quy tắc chung một lần.', 'The number of rounds follows the general rule of one.'),
    }),
  },
  fee: {
    amount: 2_000_000,
    kind: 'phi',
    moment: 'receipt',
    source: known('Thông tư 59/2023/TT-BTC', { document: 'tt-59-2023-btc' }),
  },
  components: [
    component(
      'application-form',
      t('Văn bản đề nghị cấp giấy phép nhập khẩu', 'Application form'),
      ['FORM'],
      decree,
    ),
    component(
      'purpose-documents',
      t('Tài liệu chứng minh mục đích nhập khẩu', 'Documents proving the purpose'),
      ['UP'],
      decree,
    ),
    component('cfs', t('Giấy chứng nhận lưu hành tự do', 'Certificate of free sale'), ['UP', 'KHO'], decree, {
      when: { field: 'purpose', oneOf: ['aid', 'personal_treatment'] },
    }),
    component('technical-documents', t('Tài liệu kỹ thuật', 'Technical documents'), ['UP'], decree, {
      maxFiles: 10,
    }),
    component(
      'business-registration',
      t('Thông tin đăng ký doanh nghiệp', 'Business registration'),
      ['NBRD'],
      decree,
    ),
  ],
  form: [
    organisationSection,
    section(
      'import',
      t('Nhập khẩu', 'Import'),
      ask('select', 'purpose', t('Mục đích nhập khẩu', 'Purpose'), {
        options: choices({
          research: t('Nghiên cứu, đào tạo, kiểm nghiệm', 'Research, training, testing'),
          aid: t('Viện trợ', 'Aid'),
          personal_treatment: t('Điều trị cho cá nhân', 'Personal treatment'),
          exhibition: t('Hội chợ, triển lãm, trưng bày', 'Exhibition'),
        }),
      }),
      ask('text', 'patient_name', t('Họ tên người bệnh', "Patient's name"), {
        maxLength: 120,
        when: { field: 'purpose', equals: 'personal_treatment' },
      }),
      ask('date', 'exhibition_until', t('Ngày tái xuất dự kiến', 'Expected re-export'), {
        notBefore: 'today',
        when: { field: 'purpose', equals: 'exhibition' },
      }),
      {
        code: 'devices',
        kind: 'list',
        label: t('Thiết bị', 'Devices'),
        required: true,
        min: 1,
        max: 50,
        fields: [
          ask('text', 'name', t('Tên, chủng loại', 'Name and type'), { maxLength: 255 }),
          ask('text', 'manufacturer', t('Hãng sản xuất', 'Manufacturer'), { maxLength: 255 }),
          ask('country', 'country', t('Nước sản xuất', 'Country')),
          ask('number', 'quantity', t('Số lượng', 'Quantity'), { integer: true, min: 1 }),
        ],
      },
      ask('text', 'user_facility', t('Cơ sở sử dụng', 'Facility that will use it'), { maxLength: 255 }),
      ask('textarea', 'justification', t('Giải trình', 'Explanation'), { maxLength: 2_000 }),
    ),
    declarationSection,
  ],
  result: {
    kind: 'licence',
    title: t('Giấy phép nhập khẩu thiết bị y tế', 'Device import licence'),
    validity: { kind: 'stated', text: t('Theo giấy phép', 'As stated in the licence'), source: decree },
    template: 'licence',
    numberPattern: '{seq}/{yyyy}/GPNK-HTTB',
    source: decree,
  },
  note: t(
    'Thủ tục cấp lại cũ mang mã 1.001387, thời hạn 5 ngày làm việc.',
    'The old reissue procedure has the code 1.001387 and a limit of 5 working days.',
  ),
});
