// Legal basis: Decree 63/2024/NĐ-CP (from 1 September 2026 as amended by Decree 301/2026/NĐ-CP), Circular 24/2020/TT-BYT,
// Decision 1996/QĐ-BYT of 2025.
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

export const deathNoticeDataOf2025 = defineProcedure({
  ...common,
  id: 'SV24',
  slug: 'death-notice-data',
  code: null,
  effectiveTo: '2026-08-31',
  title: t(
    'Liên thông dữ liệu Giấy báo tử (khai tử – xóa thường trú – mai táng phí, tử tuất)',
    'Death notice data (registration, residence, funeral and survivor benefits)',
  ),
  summary: t(
    'Dữ liệu báo tử được chuyển để khai tử, xóa đăng ký thường trú và giải quyết mai táng phí, tử tuất.',
    'The death notice is passed on for registration, residence and benefits without paper.',
  ),
  field: fields.treatment,
  unit: 'QLKCB',
  level: 'PRO2',
  levelSource: derived('Nghị định 224/2026/NĐ-CP, điều 16'),
  applicant: ['citizen'],
  legalBasis: ['nd-63-2024', 'tt-24-2020-byt', 'qd-1996-2025-byt'],
  limit: { amount: 1, unit: 'working_day', source: deadline },
  fee: { amount: 0, kind: 'le_phi', moment: 'receipt', source: decree },
  components: [
    component(
      'death-data',
      t('Dữ liệu báo tử do cơ sở gửi', 'Death data sent by the facility'),
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
        'relative_personal_id',
        t('Số định danh của thân nhân', "Relative's identification number"),
        {
          prefill: 'person.personalId',
        },
      ),
      ask('text', 'relation', t('Quan hệ với người mất', 'Relation to the deceased'), { maxLength: 60 }),
      ask('phone', 'contact_phone', t('Điện thoại liên hệ', 'Contact telephone'), {
        prefill: 'person.phone',
      }),
      ask('text', 'notice_number', t('Số giấy báo tử', 'Death notice number'), { maxLength: 60 }),
      ask('date', 'died_on', t('Ngày mất', 'Date of death'), { notAfter: 'today' }),
      ask('radio', 'confirmed', t('Thông tin do cơ sở gửi', "The facility's data"), {
        options: choices({ correct: t('Đúng', 'Correct'), wrong: t('Cần điều chỉnh', 'Needs correction') }),
      }),
      ask('textarea', 'correction', t('Nội dung cần điều chỉnh', 'What to correct'), {
        maxLength: 1_000,
        when: { field: 'confirmed', equals: 'wrong' },
      }),
      ask('checkbox', 'purposes', t('Chuyển dữ liệu để', 'Pass the data on for'), {
        options: choices({
          registration: t('Đăng ký khai tử', 'Death registration'),
          residence: t('Xóa đăng ký thường trú', 'Removal from residence'),
          funeral: t('Mai táng phí, tử tuất', 'Funeral and survivor benefits'),
        }),
      }),
    ),
    declarationSection,
  ],
  result: {
    kind: 'data',
    title: t('Dữ liệu và giấy báo tử điện tử', 'Data message and electronic death notice'),
    validity: { kind: 'unlimited', source: known('Luật Hộ tịch') },
    template: 'data',
    numberPattern: 'BT.{yyyy}.{seq}',
    source: decree,
  },
  interconnection: {
    sender: t('Cơ sở khám bệnh, chữa bệnh cấp giấy báo tử', 'The facility that issues the notice'),
    channel: t('Trục liên thông dữ liệu của Bộ', "The Ministry's data exchange"),
    receivers: [
      t('Cơ sở dữ liệu hộ tịch điện tử', 'Civil status database'),
      t('Cơ sở dữ liệu quốc gia về dân cư', 'National population database'),
      t('Cục Bảo trợ xã hội', 'Social Protection'),
    ],
    message: 'GIAY_BAO_TU',
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

const { effectiveTo: _, ...previous } = deathNoticeDataOf2025;

export const deathNoticeData = defineProcedure({
  ...previous,
  version: 2,
  effectiveFrom: '2026-09-01',
  legalBasis: ['nd-63-2024', 'nd-301-2026', 'tt-24-2020-byt', 'qd-1996-2025-byt'],
  note: t('Biểu mẫu mới từ 01/9/2026.', 'New forms from 1 September 2026.'),
});
