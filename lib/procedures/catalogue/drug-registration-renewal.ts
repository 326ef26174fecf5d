// Legal basis: Law on Pharmacy 105/2016/QH13 as amended by Law 44/2024/QH15, Decree 163/2025/NĐ-CP, Circular 12/2025/TT-BYT.
import {
  ask,
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

const law = known('Luật Dược 105/2016/QH13', { document: 'luat-105-2016' });
const circular = known('Thông tư 12/2025/TT-BYT', { document: 'tt-12-2025-byt' });

export const drugRegistrationRenewal = defineProcedure({
  ...common,
  id: 'SV02',
  slug: 'drug-registration-renewal',
  code: null,
  title: t('Gia hạn giấy đăng ký lưu hành thuốc', 'Renewal of drug marketing authorisation'),
  summary: t(
    'Thêm một thời hạn cho giấy đăng ký lưu hành thuốc sắp hết hiệu lực.',
    'A further term for a marketing authorisation that is about to expire.',
  ),
  field: fields.drugs,
  unit: 'QLD',
  applicant: ['business'],
  legalBasis: ['luat-105-2016', 'luat-44-2024', 'nd-163-2025', 'tt-12-2025-byt'],
  limit: { amount: 3, unit: 'month', source: law },
  supplement: drugSupplement,
  fee: {
    amount: null,
    kind: 'phi',
    moment: 'receipt',
    source: notRead('Thông tư 41/2023/TT-BTC', 'tt-41-2023-btc'),
  },
  components: [
    component('application-form', t('Đơn đề nghị gia hạn', 'Application form'), ['FORM'], circular),
    component(
      'circulation-report',
      t('Báo cáo quá trình lưu hành thuốc', 'Report of circulation'),
      ['UP'],
      circular,
    ),
    component('cpp-gmp', t('CPP, GMP cập nhật', 'Updated CPP and GMP'), ['UP', 'SEC'], circular, {
      when: { field: 'documents_changed', equals: 'yes' },
    }),
    component(
      'current-authorisation',
      t('Giấy đăng ký lưu hành hiện có', 'Current authorisation'),
      ['PREV'],
      circular,
    ),
  ],
  form: [
    organisationSection,
    section(
      'drug',
      t('Thuốc gia hạn', 'Drug'),
      ask('text', 'drug_name', t('Tên thuốc', 'Name of the drug'), { maxLength: 255 }),
      ask('text', 'registration_number', t('Số đăng ký lưu hành', 'Registration number'), { maxLength: 60 }),
      ask('date', 'expires_on', t('Ngày hết hiệu lực', 'Expiry')),
      ask('radio', 'documents_changed', t('CPP hoặc GMP có thay đổi', 'CPP or GMP changed'), {
        options: yesNo,
      }),
      ask('text', 'gmp_number', t('Số giấy chứng nhận GMP mới', 'New GMP certificate number'), {
        maxLength: 100,
        when: { field: 'documents_changed', equals: 'yes' },
      }),
      ask('radio', 'had_safety_reports', t('Có báo cáo về an toàn, hiệu quả', 'Safety or efficacy reports'), {
        options: yesNo,
      }),
      ask('textarea', 'safety_reports', t('Tóm tắt báo cáo', 'Summary of the reports'), {
        maxLength: 2_000,
        when: { field: 'had_safety_reports', equals: 'yes' },
      }),
    ),
    declarationSection,
  ],
  result: {
    kind: 'licence',
    title: t('Gia hạn giấy đăng ký lưu hành thuốc', 'Renewed marketing authorisation'),
    validity: {
      kind: 'stated',
      text: t(
        '5 năm, 3 năm hoặc đến ngày ghi trong quyết định',
        '5 years, 3 years or to the date in the decision',
      ),
      source: law,
    },
    template: 'licence',
    numberPattern: '{seq}/{yyyy}/GHĐK-QLD',
    source: circular,
  },
});
