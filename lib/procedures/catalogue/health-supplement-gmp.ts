// Legal basis: Decree 15/2018/NĐ-CP, article 28; Decree 46/2026/NĐ-CP, article 13 (force not verified).
import {
  ask,
  choices,
  common,
  component,
  declarationSection,
  fields,
  organisationSection,
  partial,
  section,
  standardRoute,
  t,
} from '@/lib/procedures/catalogue/parts';
import { found, known, pages } from '@/lib/procedures/catalogue/sources';
import { defineProcedure } from '@/lib/procedures/define';

const decree = known('Nghị định 15/2018/NĐ-CP, điều 28', { document: 'nd-15-2018' });
const newDecree = found(pages.foodDecree, {
  note: t('Hiệu lực sau 16/4/2026 chưa xác minh.', 'Its force after 16 April 2026 is not verified.'),
});

export const healthSupplementGmp = defineProcedure({
  ...common,
  ...partial('on_site', t('Phải thẩm định thực tế tại cơ sở.', 'The site must be inspected.')),
  id: 'SV14',
  slug: 'health-supplement-gmp',
  code: null,
  title: t(
    'Cấp Giấy chứng nhận cơ sở đạt GMP thực phẩm bảo vệ sức khỏe',
    'GMP certificate, health supplements',
  ),
  summary: t(
    'Giấy chứng nhận cơ sở sản xuất thực phẩm bảo vệ sức khỏe đạt thực hành sản xuất tốt.',
    'The certificate that a producer of health supplements meets good manufacturing practice.',
  ),
  field: fields.food,
  unit: 'ATTP',
  applicant: ['business'],
  legalBasis: ['nd-15-2018', 'tt-67-2021-btc'],
  limit: {
    amount: 30,
    unit: 'calendar_day',
    source: known('Nghị định 15/2018/NĐ-CP, điều 28', {
      document: 'nd-15-2018',
      note: t(
        'Nghị định 46/2026/NĐ-CP, điều 13: thẩm định trong 15 ngày từ khi hồ sơ đủ.',
        'Decree 46/2026/NĐ-CP, article 13: inspection within 15 days of a complete dossier.',
      ),
    }),
  },
  supplement: { maxRounds: 1, amount: 30, unit: 'calendar_day', source: newDecree },
  fee: {
    amount: 22_500_000,
    kind: 'phi',
    moment: 'receipt',
    source: known('Thông tư 67/2021/TT-BTC', { document: 'tt-67-2021-btc' }),
  },
  components: [
    component(
      'application-form',
      t('Đơn đề nghị cấp giấy chứng nhận', 'Application form'),
      ['FORM'],
      newDecree,
    ),
    component(
      'site-plan',
      t('Sơ đồ mặt bằng và dây chuyền sản xuất', 'Site and line plan'),
      ['UP'],
      newDecree,
    ),
    component('equipment-list', t('Danh mục thiết bị chính', 'Main equipment list'), ['UP'], newDecree),
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
      'site',
      t('Cơ sở sản xuất', 'Site'),
      ask('text', 'site_name', t('Tên cơ sở sản xuất', 'Name of the site'), { maxLength: 255 }),
      ask('text', 'site_address', t('Địa chỉ sản xuất', 'Address'), { maxLength: 500 }),
      ask('radio', 'request', t('Đề nghị', 'Request'), {
        options: choices({ new: t('Cấp mới', 'New'), renewal: t('Cấp lại trước khi hết hạn', 'Renewal') }),
      }),
      ask('text', 'current_certificate', t('Số giấy chứng nhận đã cấp', 'Certificate held'), {
        maxLength: 60,
        when: { field: 'request', equals: 'renewal' },
      }),
      ask('checkbox', 'dosage_forms', t('Dạng sản phẩm', 'Product forms'), {
        options: choices({
          tablet: t('Viên nén', 'Tablets'),
          capsule: t('Viên nang', 'Capsules'),
          powder: t('Bột, cốm', 'Powders and granules'),
          liquid: t('Dạng lỏng', 'Liquids'),
          other: t('Dạng khác', 'Other'),
        }),
      }),
      ask('number', 'staff', t('Số nhân sự', 'Staff'), { integer: true, min: 1 }),
      ask('text', 'quality_head', t('Người phụ trách chất lượng', 'Head of quality'), { maxLength: 120 }),
      ask('date', 'ready_from', t('Sẵn sàng thẩm định từ ngày', 'Ready for inspection from'), {
        notBefore: 'today',
      }),
    ),
    declarationSection,
  ],
  route: standardRoute(['consulting', 'site_inspection']),
  result: {
    kind: 'certificate',
    title: t('Giấy chứng nhận cơ sở đạt GMP', 'GMP certificate'),
    validity: {
      kind: 'term',
      amount: 3,
      unit: 'year',
      text: t('Đề nghị cấp lại trước 6 tháng', 'Renew 6 months before expiry'),
      source: newDecree,
    },
    template: 'certificate',
    numberPattern: '{seq}/{yyyy}/ATTP-CNGMP',
    source: decree,
  },
});
