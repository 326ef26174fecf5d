// Legal basis: Law on Pharmacy 105/2016/QH13 as amended by Law 44/2024/QH15, Decree 163/2025/NĐ-CP.
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
  yesNo,
} from '@/lib/procedures/catalogue/parts';
import { known } from '@/lib/procedures/catalogue/sources';
import { defineProcedure } from '@/lib/procedures/define';

const decree = known('Nghị định 163/2025/NĐ-CP', { document: 'nd-163-2025' });

export const drugAdvertisingConfirmation = defineProcedure({
  ...common,
  id: 'SV06',
  slug: 'drug-advertising-confirmation',
  code: null,
  title: t(
    'Xác nhận nội dung thông tin, quảng cáo thuốc',
    'Confirmation of drug information or advertising content',
  ),
  summary: t(
    'Giấy xác nhận để thông tin cho người hành nghề hoặc quảng cáo một thuốc.',
    'The confirmation needed before informing professionals about a drug or advertising it.',
  ),
  field: fields.drugs,
  unit: 'QLD',
  applicant: ['business'],
  legalBasis: ['luat-105-2016', 'luat-44-2024', 'nd-163-2025', 'luat-quang-cao'],
  limit: {
    amount: 15,
    unit: 'working_day',
    source: known('Nghị định 163/2025/NĐ-CP', {
      document: 'nd-163-2025',
      note: t('10 đến 15 ngày làm việc; lấy mức dài nhất.', '10 to 15 working days; the longest is taken.'),
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
    component('application-form', t('Đơn đề nghị xác nhận', 'Application form'), ['FORM'], decree),
    component(
      'content-script',
      t('Nội dung, kịch bản thông tin, quảng cáo', 'Content or script'),
      ['UP'],
      decree,
      {
        maxFiles: 10,
      },
    ),
    component(
      'label-and-leaflet',
      t('Nhãn và tờ hướng dẫn sử dụng đã duyệt', 'Approved label and leaflet'),
      ['PREV'],
      decree,
    ),
    component('authorisation', t('Giấy ủy quyền', 'Authorisation'), ['UP', 'KHO'], decree, {
      when: { field: 'applicant_is_owner', equals: 'no' },
    }),
  ],
  form: [
    organisationSection,
    section(
      'content',
      t('Nội dung đề nghị', 'Content'),
      ask('radio', 'content_kind', t('Hình thức', 'Kind'), {
        options: choices({
          information: t('Thông tin thuốc', 'Information'),
          advertising: t('Quảng cáo thuốc', 'Advertising'),
        }),
      }),
      ask('text', 'drug_name', t('Tên thuốc', 'Name of the drug'), { maxLength: 255 }),
      ask('text', 'registration_number', t('Số giấy đăng ký lưu hành', 'Registration number'), {
        maxLength: 60,
      }),
      ask('date', 'registration_expiry', t('Giấy đăng ký có giá trị đến', 'Authorisation valid until'), {
        notBefore: 'today',
      }),
      ask('checkbox', 'media', t('Phương tiện', 'Media'), {
        when: { field: 'content_kind', equals: 'advertising' },
        options: choices({
          television: t('Truyền hình', 'Television'),
          radio: t('Phát thanh', 'Radio'),
          press: t('Báo chí', 'Press'),
          website: t('Trang thông tin điện tử', 'Website'),
          outdoor: t('Phương tiện ngoài trời', 'Outdoor'),
        }),
      }),
      ask('text', 'audience', t('Đối tượng nhận thông tin', 'Audience'), {
        maxLength: 255,
        when: { field: 'content_kind', equals: 'information' },
      }),
      ask('textarea', 'content', t('Nội dung', 'Text'), { maxLength: 5_000 }),
      ask(
        'radio',
        'applicant_is_owner',
        t('Đơn vị đề nghị đứng tên giấy đăng ký lưu hành', 'The applicant holds the authorisation'),
        { options: yesNo },
      ),
    ),
    declarationSection,
  ],
  result: {
    kind: 'confirmation',
    title: t('Giấy xác nhận nội dung thông tin, quảng cáo thuốc', 'Confirmation of content'),
    validity: {
      kind: 'stated',
      text: t('Đến khi giấy đăng ký lưu hành hết hiệu lực', 'Until the authorisation expires'),
      source: decree,
    },
    template: 'confirmation',
    numberPattern: '{seq}/{yyyy}/XNTT-QLD',
    source: decree,
  },
});
