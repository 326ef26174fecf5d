// Legal basis: Law 15/2023/QH15 on examination and treatment, articles 92–94; Decree 96/2023/NĐ-CP.
import {
  ask,
  choices,
  common,
  component,
  declarationSection,
  facilitySection,
  fields,
  notRead,
  partial,
  section,
  standardRoute,
  t,
} from '@/lib/procedures/catalogue/parts';
import { known } from '@/lib/procedures/catalogue/sources';
import { defineProcedure } from '@/lib/procedures/define';

const decree = known('Nghị định 96/2023/NĐ-CP', { document: 'nd-96-2023' });

export const newTechniqueApproval = defineProcedure({
  ...common,
  ...partial(
    'on_site',
    t(
      'Phải thẩm định thực tế và họp hội đồng chuyên môn.',
      'An on-site assessment and an expert council are needed.',
    ),
  ),
  id: 'SV17',
  slug: 'new-technique-approval',
  code: null,
  title: t(
    'Cho phép áp dụng kỹ thuật mới, phương pháp mới trong khám bệnh, chữa bệnh',
    'Approval of a new technique or method',
  ),
  summary: t(
    'Quyết định cho phép cơ sở áp dụng một kỹ thuật hoặc phương pháp lần đầu.',
    'The decision that lets a facility apply a new technique or method.',
  ),
  field: fields.treatment,
  unit: 'QLKCB',
  applicant: ['facility'],
  legalBasis: ['luat-15-2023', 'nd-96-2023'],
  limit: { amount: 60, unit: 'calendar_day', source: decree },
  fee: {
    amount: null,
    kind: 'phi',
    moment: 'receipt',
    source: notRead('Thông tư 59/2023/TT-BTC', 'tt-59-2023-btc'),
  },
  components: [
    component('application-form', t('Đơn đề nghị', 'Application form'), ['FORM'], decree),
    component('scheme', t('Đề án áp dụng kỹ thuật', 'Scheme'), ['UP'], decree),
    component('staff-evidence', t('Tài liệu về nhân lực', 'Evidence on staff'), ['SEC', 'UP'], decree),
    component('equipment-evidence', t('Tài liệu về thiết bị', 'Evidence on equipment'), ['UP'], decree),
    component(
      'council-minutes',
      t('Biên bản hội đồng chuyên môn, hội đồng đạo đức', 'Minutes of the expert and ethics councils'),
      ['UP'],
      decree,
    ),
    component(
      'pilot-results',
      t('Kết quả áp dụng thí điểm', 'Results of the pilot'),
      ['UP', 'PREV'],
      decree,
      {
        when: { field: 'phase', equals: 'official' },
      },
    ),
  ],
  form: [
    facilitySection,
    section(
      'technique',
      t('Kỹ thuật', 'Technique'),
      ask('text', 'technique_name', t('Tên kỹ thuật, phương pháp', 'Name'), { maxLength: 255 }),
      ask('radio', 'phase', t('Giai đoạn đề nghị', 'Phase'), {
        options: choices({ pilot: t('Thí điểm', 'Pilot'), official: t('Áp dụng chính thức', 'Regular use') }),
      }),
      ask('radio', 'technique_origin', t('Nguồn gốc kỹ thuật', 'Origin'), {
        options: choices({
          domestic: t('Lần đầu nghiên cứu tại Việt Nam', 'First developed in Việt Nam'),
          abroad: t('Đã được phép ở nước ngoài', 'Approved abroad'),
        }),
      }),
      ask('country', 'origin_country', t('Nước đã cho phép', 'Country of approval'), {
        when: { field: 'technique_origin', equals: 'abroad' },
      }),
      ask('textarea', 'indication', t('Chỉ định, chống chỉ định', 'Indications and contra-indications'), {
        maxLength: 2_000,
      }),
      ask('text', 'lead_practitioner', t('Người thực hiện chính', 'Lead practitioner'), { maxLength: 120 }),
      ask('text', 'lead_licence', t('Số giấy phép hành nghề', 'Practising licence number'), {
        maxLength: 60,
      }),
      ask('number', 'pilot_cases', t('Số ca đã thí điểm', 'Pilot cases'), {
        integer: true,
        min: 1,
        when: { field: 'phase', equals: 'official' },
      }),
    ),
    declarationSection,
  ],
  route: standardRoute(['consulting', 'site_inspection', 'council']),
  result: {
    kind: 'decision',
    title: t('Quyết định cho phép áp dụng kỹ thuật mới', 'Decision on the new technique'),
    validity: { kind: 'unlimited', source: decree },
    template: 'decision',
    numberPattern: '{seq}/QĐ-BYT',
    source: decree,
  },
});
