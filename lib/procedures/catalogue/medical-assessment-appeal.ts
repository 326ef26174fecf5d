// Legal basis: Circular 56/2017/TT-BYT as amended (medical assessment).
import {
  ask,
  choices,
  common,
  component,
  declarationSection,
  fields,
  notRead,
  partial,
  personSection,
  section,
  standardRoute,
  t,
} from '@/lib/procedures/catalogue/parts';
import { known } from '@/lib/procedures/catalogue/sources';
import { defineProcedure } from '@/lib/procedures/define';

const circular = known('Thông tư 56/2017/TT-BYT', { document: 'tt-56-2017-byt' });

export const medicalAssessmentAppeal = defineProcedure({
  ...common,
  ...partial(
    'attendance',
    t('Người được giám định phải có mặt để khám.', 'The person must attend the examination.'),
  ),
  id: 'SV22',
  slug: 'medical-assessment-appeal',
  code: null,
  title: t(
    'Khám giám định y khoa phúc quyết (Hội đồng giám định y khoa cấp Trung ương)',
    'Medical assessment, appeal level (central council)',
  ),
  summary: t(
    'Khám lại và kết luận cuối khi không đồng ý với kết quả giám định trước.',
    'A new examination when an earlier assessment is disputed.',
  ),
  field: fields.assessment,
  unit: 'HDGDYK',
  applicant: ['citizen'],
  legalBasis: ['tt-56-2017-byt', 'tt-243-2016-btc'],
  limit: { amount: 60, unit: 'calendar_day', source: circular },
  fee: {
    amount: null,
    kind: 'phi',
    moment: 'receipt',
    source: notRead('Thông tư 243/2016/TT-BTC hoặc văn bản thay thế', 'tt-243-2016-btc'),
  },
  components: [
    component(
      'request',
      t('Giấy giới thiệu hoặc đơn đề nghị', 'Referral or request'),
      ['FORM', 'UP'],
      circular,
    ),
    component(
      'previous-minutes',
      t('Biên bản giám định lần trước', 'Previous minutes'),
      ['PREV', 'UP'],
      circular,
    ),
    component(
      'medical-summary',
      t('Tóm tắt hồ sơ bệnh án', 'Summary of medical records'),
      ['SEC', 'UP'],
      circular,
    ),
    component('identity', t('Thông tin định danh', 'Identity'), ['NPDB'], circular),
  ],
  form: [
    personSection,
    section(
      'assessment',
      t('Giám định', 'Assessment'),
      ask('select', 'assessed_for', t('Đối tượng giám định', 'Kind of case'), {
        options: choices({
          work_accident: t('Tai nạn lao động', 'Work accident'),
          occupational_disease: t('Bệnh nghề nghiệp', 'Occupational disease'),
          retirement: t('Hưu trí', 'Retirement'),
          survivor: t('Tuất', 'Survivor benefit'),
          maternity: t('Thai sản', 'Maternity'),
          other: t('Đối tượng khác', 'Other'),
        }),
      }),
      ask('text', 'assessed_for_other', t('Đối tượng khác (ghi rõ)', 'Other (state)'), {
        maxLength: 255,
        when: { field: 'assessed_for', equals: 'other' },
      }),
      ask('text', 'previous_council', t('Hội đồng đã giám định', 'Earlier council'), { maxLength: 255 }),
      ask('text', 'previous_number', t('Số biên bản', 'Number of the minutes'), { maxLength: 60 }),
      ask('date', 'previous_date', t('Ngày biên bản', 'Date of the minutes'), { notAfter: 'today' }),
      ask(
        'number',
        'previous_rate',
        t('Tỷ lệ tổn thương cơ thể đã kết luận (%)', 'Rate then concluded (%)'),
        { required: false, min: 0, max: 100 },
      ),
      ask('textarea', 'grounds', t('Lý do không đồng ý', 'Why the result is disputed'), { maxLength: 2_000 }),
    ),
    declarationSection,
  ],
  route: standardRoute(['consulting', 'council']),
  result: {
    kind: 'minutes',
    title: t('Biên bản giám định y khoa', 'Minutes of the medical assessment'),
    validity: {
      kind: 'stated',
      text: t('Theo quy định của pháp luật', 'As the law provides'),
      source: circular,
    },
    template: 'minutes',
    numberPattern: '{seq}/GĐYK-TW',
    source: circular,
  },
});
