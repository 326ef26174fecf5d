// Legal basis: Law 15/2023/QH15 on examination and treatment (articles 52(2)(d), 120(5a)), Decree 96/2023/NĐ-CP.
import {
  ask,
  choices,
  common,
  component,
  declarationSection,
  facilitySection,
  fields,
  partial,
  section,
  standardRoute,
  t,
  yesNo,
} from '@/lib/procedures/catalogue/parts';
import { found, known, pages } from '@/lib/procedures/catalogue/sources';
import { defineProcedure } from '@/lib/procedures/define';

const decree = known('Nghị định 96/2023/NĐ-CP', { document: 'nd-96-2023' });

export const hospitalOperatingLicence = defineProcedure({
  ...common,
  ...partial('on_site', t('Phải thẩm định thực tế tại bệnh viện.', 'The hospital must be inspected.')),
  id: 'SV16',
  slug: 'hospital-operating-licence',
  code: null,
  title: t('Cấp mới giấy phép hoạt động bệnh viện (thẩm quyền Bộ Y tế)', 'Operating licence, hospital (new)'),
  summary: t(
    'Giấy phép để bệnh viện được khám bệnh, chữa bệnh.',
    'The licence a hospital needs to treat patients.',
  ),
  field: fields.treatment,
  unit: 'QLKCB',
  applicant: ['facility'],
  legalBasis: ['luat-15-2023', 'nd-96-2023', 'tt-59-2023-btc'],
  limit: { amount: 60, unit: 'calendar_day', source: decree },
  fee: {
    amount: 10_500_000,
    kind: 'phi',
    moment: 'receipt',
    source: known('Thông tư 59/2023/TT-BTC', { document: 'tt-59-2023-btc' }),
  },
  components: [
    component(
      'application-form',
      t('Đơn đề nghị cấp giấy phép hoạt động', 'Application form'),
      ['FORM'],
      decree,
    ),
    component(
      'establishment',
      t('Quyết định thành lập hoặc giấy chứng nhận đầu tư', 'Establishment or investment document'),
      ['NBRD', 'UP'],
      decree,
    ),
    component(
      'responsible-person',
      t(
        'Giấy phép hành nghề của người chịu trách nhiệm chuyên môn',
        "Responsible person's practising licence",
      ),
      ['SEC'],
      decree,
    ),
    component('staff-list', t('Danh sách người hành nghề', 'Staff list with licences'), ['SEC'], decree),
    component('equipment-list', t('Danh mục thiết bị y tế', 'Equipment list'), ['UP'], decree),
    component('technique-list', t('Danh mục kỹ thuật đề nghị', 'List of techniques'), ['UP'], decree),
    component(
      'quality-self-assessment',
      t('Bản tự đánh giá chất lượng bệnh viện', 'Hospital quality self-assessment'),
      ['UP'],
      decree,
    ),
    component(
      'it-infrastructure',
      t('Bản kê hạ tầng công nghệ thông tin', 'IT infrastructure statement'),
      ['UP'],
      found(pages.lawRegister, { document: 'luat-15-2023' }),
      { whenText: t('Hồ sơ nộp từ ngày 01/01/2027', 'Dossiers filed from 1 January 2027') },
    ),
  ],
  form: [
    facilitySection,
    section(
      'hospital',
      t('Bệnh viện', 'Hospital'),
      ask('radio', 'hospital_kind', t('Loại hình', 'Kind'), {
        options: choices({
          general: t('Bệnh viện đa khoa', 'General'),
          specialised: t('Bệnh viện chuyên khoa', 'Specialised'),
        }),
      }),
      ask('text', 'speciality', t('Chuyên khoa', 'Speciality'), {
        maxLength: 255,
        when: { field: 'hospital_kind', equals: 'specialised' },
      }),
      ask('number', 'beds', t('Số giường đề nghị', 'Beds'), { integer: true, min: 1, max: 10_000 }),
      ask('number', 'practitioners', t('Số người hành nghề toàn thời gian', 'Full-time practitioners'), {
        integer: true,
        min: 1,
      }),
      ask('text', 'responsible_name', t('Người chịu trách nhiệm chuyên môn', 'Responsible person'), {
        maxLength: 120,
      }),
      ask('text', 'responsible_licence', t('Số giấy phép hành nghề', 'Practising licence number'), {
        maxLength: 60,
      }),
      ask('radio', 'emergency', t('Có tổ chức cấp cứu 24 giờ', '24-hour emergency service'), {
        options: yesNo,
      }),
      ask('text', 'working_hours', t('Thời gian làm việc', 'Working hours'), { maxLength: 255 }),
      ask('date', 'ready_from', t('Sẵn sàng thẩm định từ ngày', 'Ready for inspection from'), {
        notBefore: 'today',
      }),
    ),
    declarationSection,
  ],
  route: standardRoute(['consulting', 'site_inspection', 'council']),
  result: {
    kind: 'licence',
    title: t('Giấy phép hoạt động', 'Operating licence'),
    validity: {
      kind: 'unlimited',
      text: t('Đánh giá chất lượng định kỳ', 'Periodic quality assessment'),
      source: decree,
    },
    template: 'licence',
    numberPattern: '{seq}/BYT-GPHĐ',
    source: decree,
  },
});
