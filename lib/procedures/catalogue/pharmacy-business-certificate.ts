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
  partial,
  section,
  standardRoute,
  t,
} from '@/lib/procedures/catalogue/parts';
import { found, known, pages } from '@/lib/procedures/catalogue/sources';
import { defineProcedure } from '@/lib/procedures/define';

const decree = known('Nghị định 163/2025/NĐ-CP', { document: 'nd-163-2025' });
const twin = found(pages.pharmacyBusiness, {
  document: 'nd-163-2025',
  note: t('Theo thủ tục cùng loại cấp tỉnh.', 'After the provincial procedure of the same kind.'),
});

export const pharmacyBusinessCertificate = defineProcedure({
  ...common,
  ...partial('on_site', t('Phải đánh giá thực tế tại cơ sở.', 'The site must be assessed.')),
  id: 'SV03',
  slug: 'pharmacy-business-certificate',
  code: null,
  title: t(
    'Cấp Giấy chứng nhận đủ điều kiện kinh doanh dược (sản xuất, xuất nhập khẩu, bảo quản, kiểm nghiệm, thử trên lâm sàng)',
    'Pharmacy business eligibility certificate (Ministry competence)',
  ),
  summary: t(
    'Giấy chứng nhận để cơ sở sản xuất, xuất nhập khẩu, bảo quản, kiểm nghiệm hoặc thử thuốc trên lâm sàng.',
    'The certificate that lets a site make, trade, store, test or clinically try drugs.',
  ),
  field: fields.drugs,
  unit: 'QLD',
  applicant: ['business'],
  legalBasis: ['luat-105-2016', 'luat-44-2024', 'nd-163-2025'],
  limit: {
    amount: 30,
    unit: 'calendar_day',
    source: twin,
    variants: [
      {
        when: { field: 'request', equals: 'adjust' },
        amount: 20,
        unit: 'calendar_day',
        title: t('Điều chỉnh, cấp lại', 'Adjustment or reissue'),
        source: twin,
      },
      {
        when: { field: 'request', equals: 'lost' },
        amount: 7,
        unit: 'working_day',
        title: t('Cấp lại do mất, hỏng', 'Reissue of a lost certificate'),
        source: twin,
      },
    ],
  },
  supplement: drugSupplement,
  fee: {
    amount: null,
    kind: 'phi',
    moment: 'receipt',
    source: notRead('Thông tư 41/2023/TT-BTC', 'tt-41-2023-btc'),
    variants: [
      {
        when: { field: 'good_practice', equals: 'gdp' },
        amount: 4_000_000,
        title: t('Thẩm định GDP', 'GDP assessment'),
        source: found(pages.pharmacyBusiness, { document: 'tt-41-2023-btc' }),
      },
    ],
  },
  components: [
    component('application-form', t('Đơn đề nghị', 'Application form'), ['FORM'], decree),
    component(
      'business-registration',
      t('Thông tin đăng ký doanh nghiệp', 'Business registration'),
      ['NBRD'],
      decree,
    ),
    component(
      'site-documents',
      t('Tài liệu kỹ thuật về địa điểm, nhân sự, trang thiết bị', 'Documents on site, staff, equipment'),
      ['UP'],
      decree,
      { maxFiles: 20 },
    ),
    component(
      'pharmacist-certificate',
      t(
        'Chứng chỉ hành nghề dược của người chịu trách nhiệm chuyên môn',
        "Responsible pharmacist's practice certificate",
      ),
      ['SEC', 'KHO'],
      decree,
    ),
    component(
      'gxp-documents',
      t('Tài liệu thực hành tốt (GxP)', 'Good practice documents (GxP)'),
      ['UP'],
      decree,
      {
        when: { not: { field: 'request', equals: 'lost' } },
        maxFiles: 20,
      },
    ),
  ],
  form: [
    organisationSection,
    section(
      'business',
      t('Phạm vi kinh doanh', 'Business'),
      ask('radio', 'request', t('Đề nghị', 'Request'), {
        options: choices({
          new: t('Cấp mới', 'New'),
          adjust: t('Điều chỉnh, cấp lại', 'Adjustment or reissue'),
          lost: t('Cấp lại do mất, hỏng', 'Reissue, lost or damaged'),
        }),
      }),
      ask('checkbox', 'scope', t('Loại hình', 'Scope'), {
        options: choices({
          manufacture: t('Sản xuất', 'Manufacture'),
          import_export: t('Xuất khẩu, nhập khẩu', 'Import and export'),
          storage: t('Dịch vụ bảo quản', 'Storage service'),
          testing: t('Dịch vụ kiểm nghiệm', 'Testing service'),
          clinical_trial: t('Thử thuốc trên lâm sàng', 'Clinical trial'),
        }),
      }),
      ask('select', 'good_practice', t('Tiêu chuẩn thực hành tốt', 'Good practice standard'), {
        options: choices({
          gmp: t('GMP', 'GMP'),
          gsp: t('GSP', 'GSP'),
          gdp: t('GDP', 'GDP'),
          glp: t('GLP', 'GLP'),
          gcp: t('GCP', 'GCP'),
        }),
      }),
      ask('text', 'site_address', t('Địa điểm kinh doanh', 'Place of business'), { maxLength: 500 }),
      ask(
        'text',
        'pharmacist_name',
        t('Người chịu trách nhiệm chuyên môn về dược', 'Responsible pharmacist'),
        { maxLength: 120 },
      ),
      ask('text', 'pharmacist_certificate', t('Số chứng chỉ hành nghề dược', 'Practice certificate number'), {
        maxLength: 60,
      }),
      ask('date', 'ready_from', t('Sẵn sàng đánh giá từ ngày', 'Ready for assessment from'), {
        notBefore: 'today',
        when: { field: 'request', equals: 'new' },
      }),
      ask('text', 'current_certificate', t('Số giấy chứng nhận đã cấp', 'Certificate held'), {
        maxLength: 60,
        when: { field: 'request', oneOf: ['adjust', 'lost'] },
      }),
    ),
    declarationSection,
  ],
  route: standardRoute(['consulting', 'site_inspection']),
  result: {
    kind: 'certificate',
    title: t('Giấy chứng nhận đủ điều kiện kinh doanh dược', 'Pharmacy business eligibility certificate'),
    validity: {
      kind: 'unlimited',
      text: t('Đánh giá GxP định kỳ 3 năm', 'GxP re-assessment every 3 years'),
      source: decree,
    },
    template: 'certificate',
    numberPattern: '{seq}/ĐKKDD-BYT',
    source: twin,
  },
});
