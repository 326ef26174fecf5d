// Legal basis: Decree 63/2024/NĐ-CP (from 1 September 2026 as amended by Decree 301/2026/NĐ-CP), Decision 1898/QĐ-BYT of
// 9 June 2025 (data standard), Circular 17/2012/TT-BYT.
import {
  ask,
  choices,
  common,
  component,
  declarationSection,
  fields,
  section,
  t,
} from '@/lib/procedures/catalogue/parts';
import { derived, found, known, pages, sample } from '@/lib/procedures/catalogue/sources';
import { defineProcedure } from '@/lib/procedures/define';

const decree = found(pages.lawRegister, { document: 'nd-63-2024' });
const deadline = sample(
  t('Cam kết mẫu: 1 ngày làm việc sau khi cấp.', 'Sample commitment: 1 working day after issue.'),
);

export const birthCertificateDataOf2025 = defineProcedure({
  ...common,
  id: 'SV23',
  slug: 'birth-certificate-data',
  code: null,
  effectiveTo: '2026-08-31',
  title: t(
    'Liên thông dữ liệu Giấy chứng sinh (khai sinh – thường trú – thẻ BHYT trẻ dưới 6 tuổi)',
    'Birth certificate data (birth registration, residence, insurance card under 6)',
  ),
  summary: t(
    'Dữ liệu sinh của trẻ được chuyển để khai sinh, đăng ký thường trú và cấp thẻ bảo hiểm y tế mà không cần nộp giấy.',
    "The child's birth data is passed on for registration, residence and insurance without paper.",
  ),
  field: fields.mothers,
  unit: 'BMTE',
  level: 'PRO2',
  levelSource: derived('Nghị định 224/2026/NĐ-CP, điều 16'),
  applicant: ['citizen'],
  legalBasis: ['nd-63-2024', 'qd-1898-2025-byt', 'tt-17-2012-byt'],
  limit: { amount: 1, unit: 'working_day', source: deadline },
  fee: { amount: 0, kind: 'le_phi', moment: 'receipt', source: decree },
  components: [
    component(
      'birth-data',
      t('Dữ liệu chứng sinh do cơ sở gửi', 'Birth data sent by the facility'),
      ['SEC', 'NPDB'],
      decree,
      {
        maxFiles: 0,
        accept: [],
      },
    ),
  ],
  form: [
    section(
      'confirmation',
      t('Xác nhận thông tin', 'Confirmation'),
      ask(
        'personal_id',
        'parent_personal_id',
        t('Số định danh của cha hoặc mẹ', "Parent's identification number"),
        {
          prefill: 'person.personalId',
        },
      ),
      ask('phone', 'contact_phone', t('Điện thoại liên hệ', 'Contact telephone'), {
        prefill: 'person.phone',
      }),
      ask('text', 'certificate_number', t('Số giấy chứng sinh', 'Birth certificate number'), {
        maxLength: 60,
      }),
      ask('date', 'child_born_on', t('Ngày sinh của trẻ', "Child's date of birth"), { notAfter: 'today' }),
      ask('text', 'child_name', t('Họ tên dự định đặt cho trẻ', "Child's intended name"), { maxLength: 120 }),
      ask('radio', 'confirmed', t('Thông tin do cơ sở gửi', "The facility's data"), {
        options: choices({ correct: t('Đúng', 'Correct'), wrong: t('Cần điều chỉnh', 'Needs correction') }),
      }),
      ask('textarea', 'correction', t('Nội dung cần điều chỉnh', 'What to correct'), {
        maxLength: 1_000,
        when: { field: 'confirmed', equals: 'wrong' },
      }),
      ask('checkbox', 'purposes', t('Chuyển dữ liệu để', 'Pass the data on for'), {
        options: choices({
          registration: t('Đăng ký khai sinh', 'Birth registration'),
          residence: t('Đăng ký thường trú', 'Residence'),
          insurance: t('Cấp thẻ bảo hiểm y tế', 'Health insurance card'),
        }),
      }),
    ),
    declarationSection,
  ],
  result: {
    kind: 'data',
    title: t('Dữ liệu và giấy chứng sinh điện tử', 'Data message and electronic birth certificate'),
    validity: { kind: 'unlimited', source: known('Luật Hộ tịch') },
    template: 'data',
    numberPattern: 'CS.{yyyy}.{seq}',
    source: decree,
  },
  interconnection: {
    sender: t('Cơ sở khám bệnh, chữa bệnh nơi trẻ sinh ra', 'The facility where the child was born'),
    channel: t('Cổng giám định bảo hiểm y tế', 'Health insurance appraisal gateway'),
    receivers: [
      t('Cơ sở dữ liệu hộ tịch điện tử', 'Civil status database'),
      t('Cơ sở dữ liệu quốc gia về dân cư', 'National population database'),
      t('Bảo hiểm xã hội', 'Social insurance'),
    ],
    message: 'XML9',
    deadline: { amount: 1, unit: 'working_day', source: deadline },
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

const { effectiveTo: _, ...previous } = birthCertificateDataOf2025;

export const birthCertificateData = defineProcedure({
  ...previous,
  version: 2,
  effectiveFrom: '2026-09-01',
  legalBasis: ['nd-63-2024', 'nd-301-2026', 'qd-1898-2025-byt', 'tt-17-2012-byt'],
  note: t('Biểu mẫu mới từ 01/9/2026.', 'New forms from 1 September 2026.'),
});
