// Legal basis: Decree 98/2021/NĐ-CP as amended by Decrees 07/2023, 96/2023, 85/2024 and 04/2025/NĐ-CP.
// Its internal process is that of Decision 3830/QĐ-BYT of 11 December 2025, not yet compared with the route here.
import {
  ask,
  choices,
  common,
  component,
  declarationSection,
  fields,
  organisationSection,
  section,
  standardRoute,
  t,
  yesNo,
} from '@/lib/procedures/catalogue/parts';
import { found, known, pages } from '@/lib/procedures/catalogue/sources';
import { defineProcedure } from '@/lib/procedures/define';

const decree = known('Nghị định 98/2021/NĐ-CP', { document: 'nd-98-2021' });
const read = found(pages.deviceDecree, { document: 'nd-98-2021' });

export const deviceRegistrationCd = defineProcedure({
  ...common,
  id: 'SV09',
  slug: 'device-registration-cd',
  code: null,
  title: t('Cấp mới số lưu hành thiết bị y tế loại C, D', 'Registration number, medical device class C or D'),
  summary: t(
    'Số lưu hành để bán và sử dụng thiết bị y tế có mức rủi ro trung bình cao và cao.',
    'The number that lets a medical device of class C or D be sold and used.',
  ),
  field: fields.devices,
  unit: 'HTTB',
  applicant: ['business'],
  legalBasis: ['nd-98-2021', 'nd-07-2023', 'nd-96-2023', 'nd-85-2024', 'nd-04-2025', 'tt-59-2023-btc'],
  limit: {
    amount: 30,
    unit: 'calendar_day',
    source: read,
    variants: [
      {
        when: { field: 'track', equals: 'fast' },
        amount: 10,
        unit: 'working_day',
        title: t('Diện thẩm định nhanh', 'Fast track'),
        source: read,
      },
      {
        when: { field: 'track', equals: 'extended' },
        amount: 45,
        unit: 'calendar_day',
        title: t('Diện 45 ngày', '45-day track'),
        source: read,
      },
    ],
  },
  supplement: {
    maxRounds: 5,
    amount: 90,
    unit: 'calendar_day',
    source: found(pages.deviceDecree, {
      document: 'nd-98-2021',
      note: t('Diện 10 ngày làm việc: tối đa 3 lần.', 'At most 3 rounds on the 10-working-day track.'),
    }),
  },
  fee: {
    amount: 6_000_000,
    kind: 'phi',
    moment: 'receipt',
    source: known('Thông tư 59/2023/TT-BTC', { document: 'tt-59-2023-btc' }),
  },
  components: [
    component('application-form', t('Văn bản đề nghị cấp số lưu hành', 'Application form'), ['FORM'], decree),
    component('iso-13485', t('Giấy chứng nhận ISO 13485', 'ISO 13485 certificate'), ['UP', 'KHO'], decree),
    component(
      'owner-authorisation',
      t('Giấy ủy quyền của chủ sở hữu', "Owner's authorisation"),
      ['UP', 'KHO'],
      decree,
    ),
    component(
      'warranty',
      t('Giấy xác nhận đủ điều kiện bảo hành', 'Warranty eligibility'),
      ['UP', 'KHO'],
      decree,
      {
        when: { field: 'single_use', equals: 'no' },
      },
    ),
    component(
      'technical-description',
      t('Tài liệu mô tả tóm tắt kỹ thuật', 'Technical description'),
      ['UP'],
      decree,
    ),
    component(
      'csdt',
      t('Hồ sơ kỹ thuật chung ASEAN (CSDT)', 'Common submission dossier template (CSDT)'),
      ['UP'],
      decree,
      { maxFiles: 20 },
    ),
    component('cfs', t('Giấy chứng nhận lưu hành tự do', 'Certificate of free sale'), ['UP', 'KHO'], decree, {
      when: { field: 'origin', equals: 'imported' },
    }),
    component(
      'trading-notice',
      t('Phiếu tiếp nhận công bố đủ điều kiện mua bán', 'Trading notice'),
      ['PREV'],
      decree,
    ),
  ],
  form: [
    organisationSection,
    section(
      'device',
      t('Thiết bị', 'Device'),
      ask('text', 'device_name', t('Tên thiết bị', 'Device name'), { maxLength: 255 }),
      ask('text', 'device_group', t('Chủng loại, mã sản phẩm', 'Type and product code'), { maxLength: 255 }),
      ask('radio', 'device_class', t('Loại thiết bị', 'Class'), {
        options: choices({ c: t('Loại C', 'Class C'), d: t('Loại D', 'Class D') }),
      }),
      ask('text', 'classification_rule', t('Quy tắc phân loại áp dụng', 'Classification rule applied'), {
        maxLength: 255,
      }),
      ask('textarea', 'intended_use', t('Mục đích sử dụng', 'Intended use'), { maxLength: 2_000 }),
      ask('radio', 'single_use', t('Thiết bị sử dụng một lần', 'Single use'), { options: yesNo }),
      ask('radio', 'in_vitro', t('Thiết bị chẩn đoán in vitro', 'In vitro diagnostic'), { options: yesNo }),
    ),
    section(
      'origin',
      t('Nguồn gốc', 'Origin'),
      ask('radio', 'origin', t('Nguồn gốc', 'Origin'), {
        options: choices({
          imported: t('Nhập khẩu', 'Imported'),
          domestic: t('Sản xuất trong nước', 'Made in Việt Nam'),
        }),
      }),
      ask('text', 'owner_name', t('Chủ sở hữu thiết bị', 'Device owner'), { maxLength: 255 }),
      ask('country', 'owner_country', t('Nước của chủ sở hữu', "Owner's country")),
      {
        code: 'manufacturers',
        kind: 'list',
        label: t('Cơ sở sản xuất', 'Manufacturing sites'),
        required: true,
        min: 1,
        max: 20,
        fields: [
          ask('text', 'name', t('Tên cơ sở', 'Name'), { maxLength: 255 }),
          ask('text', 'address', t('Địa chỉ', 'Address'), { maxLength: 500 }),
          ask('country', 'country', t('Nước', 'Country')),
        ],
      },
      ask('text', 'cfs_number', t('Số CFS', 'CFS number'), {
        maxLength: 100,
        when: { field: 'origin', equals: 'imported' },
      }),
      ask('text', 'iso_number', t('Số chứng nhận ISO 13485', 'ISO 13485 certificate number'), {
        maxLength: 100,
      }),
      ask('date', 'iso_expiry', t('ISO 13485 có giá trị đến', 'ISO 13485 valid until'), {
        notBefore: 'today',
      }),
    ),
    section(
      'track',
      t('Diện thẩm định', 'Track'),
      ask('radio', 'track', t('Diện đề nghị', 'Requested track'), {
        options: choices({
          standard: t('Thông thường (30 ngày)', 'Standard (30 days)'),
          fast: t(
            'Nhanh, nước tham chiếu hoặc tương tự (10 ngày làm việc)',
            'Fast, reference country or similar (10 working days)',
          ),
          extended: t('45 ngày', '45 days'),
        }),
      }),
      ask('country', 'reference_country', t('Nước tham chiếu đã cấp phép', 'Reference country'), {
        when: { field: 'track', equals: 'fast' },
      }),
      ask('text', 'reference_number', t('Số giấy phép tại nước tham chiếu', 'Number there'), {
        maxLength: 100,
        when: { field: 'track', equals: 'fast' },
      }),
    ),
    declarationSection,
  ],
  route: standardRoute(['consulting', 'council']),
  result: {
    kind: 'number',
    title: t('Số lưu hành thiết bị y tế', 'Registration number of a medical device'),
    validity: {
      kind: 'unlimited',
      text: t(
        'Số cấp khẩn cấp: thời hạn do Bộ trưởng quy định.',
        'Emergency numbers: term set by the Minister.',
      ),
      source: read,
    },
    template: 'number',
    numberPattern: '{yy}{seq}ĐKLH/BYT-HTTB',
    source: decree,
  },
});
