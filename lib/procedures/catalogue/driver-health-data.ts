// Legal basis: Circular 36/2024/TT-BYT (driver health, in force 1 January 2025), Decision 1551/QĐ-BYT of 31 May 2026
// (health-check data within 24 hours).
import {
  ask,
  choices,
  common,
  component,
  declarationSection,
  fields,
  personSection,
  section,
  t,
} from '@/lib/procedures/catalogue/parts';
import { derived, found, known, pages, sample } from '@/lib/procedures/catalogue/sources';
import { defineProcedure } from '@/lib/procedures/define';

const circular = found(pages.lawRegister, { document: 'tt-36-2024-byt' });
const before = sample(
  t(
    'Cam kết mẫu: 1 ngày làm việc sau khi kết luận.',
    'Sample commitment: 1 working day after the conclusion.',
  ),
);
const within24Hours = found(pages.lawRegister, {
  document: 'qd-1551-2026-byt',
  note: t(
    '24 giờ, quy định chung cho dữ liệu khám sức khỏe.',
    '24 hours, the rule for all health-check data.',
  ),
});

export const driverHealthDataOf2025 = defineProcedure({
  ...common,
  id: 'SV25',
  slug: 'driver-health-data',
  code: null,
  effectiveTo: '2026-05-30',
  title: t('Liên thông dữ liệu Giấy khám sức khỏe lái xe', 'Driver health certificate data'),
  summary: t(
    'Kết luận khám sức khỏe lái xe được chuyển để cấp, đổi giấy phép lái xe mà không cần nộp giấy.',
    'The conclusion of the health check is passed on for the driving licence without paper.',
  ),
  field: fields.treatment,
  unit: 'QLKCB',
  level: 'PRO2',
  levelSource: derived('Nghị định 224/2026/NĐ-CP, điều 16'),
  applicant: ['citizen'],
  legalBasis: ['tt-36-2024-byt'],
  limit: { amount: 1, unit: 'working_day', source: before },
  fee: {
    amount: 0,
    kind: 'le_phi',
    moment: 'receipt',
    source: derived('Thông tư 36/2024/TT-BYT', {
      document: 'tt-36-2024-byt',
      note: t('Giá khám do cơ sở thu.', 'The facility charges for the examination.'),
    }),
  },
  components: [
    component(
      'health-data',
      t('Dữ liệu khám sức khỏe do cơ sở gửi', 'Health-check data sent by the facility'),
      ['SEC', 'NPDB'],
      circular,
      {
        maxFiles: 0,
        accept: [],
      },
    ),
  ],
  form: [
    personSection,
    section(
      'confirmation',
      t('Xác nhận thông tin', 'Confirmation'),
      ask('select', 'licence_class', t('Hạng giấy phép lái xe', 'Licence class'), {
        options: choices({
          a1: t('A1', 'A1'),
          a: t('A', 'A'),
          b1: t('B1', 'B1'),
          b: t('B', 'B'),
          c1: t('C1', 'C1'),
          c: t('C', 'C'),
          d: t('D', 'D'),
          other: t('Hạng khác', 'Other'),
        }),
      }),
      ask('text', 'facility_name', t('Cơ sở khám', 'Examining facility'), { maxLength: 255 }),
      ask('date', 'concluded_on', t('Ngày kết luận', 'Date of the conclusion'), { notAfter: 'today' }),
      ask('radio', 'confirmed', t('Thông tin do cơ sở gửi', "The facility's data"), {
        options: choices({ correct: t('Đúng', 'Correct'), wrong: t('Cần điều chỉnh', 'Needs correction') }),
      }),
      ask('textarea', 'correction', t('Nội dung cần điều chỉnh', 'What to correct'), {
        maxLength: 1_000,
        when: { field: 'confirmed', equals: 'wrong' },
      }),
    ),
    declarationSection,
  ],
  result: {
    kind: 'data',
    title: t('Dữ liệu và giấy khám sức khỏe lái xe điện tử', 'Data message and electronic certificate'),
    validity: {
      kind: 'term',
      amount: 12,
      unit: 'month',
      text: t('Từ ngày kết luận', 'From the day of the conclusion'),
      source: known('Thông tư 36/2024/TT-BYT', { document: 'tt-36-2024-byt' }),
    },
    template: 'data',
    numberPattern: 'KSKLX.{yyyy}.{seq}',
    source: circular,
  },
  interconnection: {
    sender: t('Cơ sở khám sức khỏe', 'The examining facility'),
    channel: t('Cổng giám định bảo hiểm y tế', 'Health insurance appraisal gateway'),
    receivers: [t('Cơ sở dữ liệu giấy phép lái xe', 'Driving licence database')],
    message: 'GIAY_KSK_LAI_XE',
    deadline: { amount: 1, unit: 'working_day', source: before },
    complete: {
      value: true,
      asOf: '2025-11-13',
      source: derived(pages.vietnamNews.ref, {
        note: t(
          'Số liệu công bố 3/25 dịch vụ đủ dữ liệu; việc gắn với ba dịch vụ này là suy luận.',
          '3 of 25 services with complete data were reported; that they are these three is inferred.',
        ),
      }),
    },
  },
});

const { effectiveTo: _, interconnection, ...previous } = driverHealthDataOf2025;

export const driverHealthData = defineProcedure({
  ...previous,
  version: 2,
  effectiveFrom: '2026-05-31',
  legalBasis: ['tt-36-2024-byt', 'qd-1551-2026-byt'],
  limit: { amount: 1, unit: 'calendar_day', source: within24Hours },
  ...(interconnection && {
    interconnection: {
      ...interconnection,
      deadline: { amount: 1, unit: 'calendar_day', source: within24Hours },
    },
  }),
  note: t(
    'Áp dụng từ ngày ban hành Quyết định 1551/QĐ-BYT; ngày hiệu lực chưa đối chiếu.',
    'Applied from the date of Decision 1551/QĐ-BYT; its effective date has not been compared.',
  ),
});
