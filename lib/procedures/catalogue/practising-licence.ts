// Legal basis: Law 15/2023/QH15 on examination and treatment, Decree 96/2023/NĐ-CP, Circular 59/2023/TT-BTC (charges).
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
  yesNo,
} from '@/lib/procedures/catalogue/parts';
import { found, known, pages } from '@/lib/procedures/catalogue/sources';
import { defineProcedure } from '@/lib/procedures/define';

const decree = known('Nghị định 96/2023/NĐ-CP', { document: 'nd-96-2023' });

export const practisingLicence = defineProcedure({
  ...common,
  id: 'SV15',
  slug: 'practising-licence',
  code: null,
  title: t(
    'Cấp mới giấy phép hành nghề khám bệnh, chữa bệnh (thẩm quyền Bộ Y tế)',
    'Practising licence for examination and treatment (new)',
  ),
  summary: t(
    'Giấy phép để bác sĩ, y sĩ, điều dưỡng và các chức danh khác hành nghề khám bệnh, chữa bệnh.',
    'The licence that lets doctors, nurses and other professions practise.',
  ),
  field: fields.treatment,
  unit: 'QLKCB',
  applicant: ['citizen'],
  legalBasis: ['luat-15-2023', 'nd-96-2023', 'tt-59-2023-btc'],
  limit: {
    amount: 30,
    unit: 'calendar_day',
    source: found(pages.practisingLicence, { document: 'nd-96-2023' }),
  },
  fee: {
    amount: 430_000,
    kind: 'phi',
    moment: 'receipt',
    source: found(pages.practisingLicence, { document: 'tt-59-2023-btc' }),
  },
  components: [
    component(
      'application-form',
      t('Đơn đề nghị cấp giấy phép hành nghề', 'Application form'),
      ['FORM'],
      decree,
    ),
    component('identity', t('Thông tin định danh', 'Identity'), ['NPDB'], decree),
    component('degree', t('Văn bằng chuyên môn', 'Professional degree'), ['SEC', 'UP'], decree),
    component(
      'practice-confirmation',
      t('Giấy xác nhận hoàn thành quá trình thực hành', 'Confirmation of practice'),
      ['UP', 'KHO'],
      decree,
    ),
    component(
      'competence-result',
      t('Kết quả kiểm tra đánh giá năng lực hành nghề', 'Competence assessment result'),
      ['SEC'],
      decree,
      {
        when: { field: 'assessed', equals: 'yes' },
      },
    ),
    component('health-certificate', t('Giấy khám sức khỏe', 'Health certificate'), ['SEC', 'UP'], decree),
    component('photo', t('Ảnh chân dung', 'Portrait photo'), ['NPDB', 'UP'], decree, {
      maxFiles: 1,
      accept: ['image/jpeg', 'image/png'],
    }),
  ],
  form: [
    personSection,
    section(
      'profession',
      t('Chức danh và đào tạo', 'Profession and training'),
      ask('select', 'profession', t('Chức danh đề nghị', 'Profession'), {
        options: choices({
          doctor: t('Bác sĩ', 'Doctor'),
          assistant_doctor: t('Y sĩ', 'Assistant doctor'),
          nurse: t('Điều dưỡng', 'Nurse'),
          midwife: t('Hộ sinh', 'Midwife'),
          technician: t('Kỹ thuật y', 'Medical technician'),
          nutritionist: t('Dinh dưỡng lâm sàng', 'Clinical nutritionist'),
          emergency: t('Cấp cứu viên ngoại viện', 'Out-of-hospital emergency worker'),
          psychologist: t('Tâm lý lâm sàng', 'Clinical psychologist'),
        }),
      }),
      ask('text', 'scope_of_practice', t('Phạm vi hành nghề đề nghị', 'Scope of practice'), {
        maxLength: 255,
      }),
      ask('text', 'school', t('Cơ sở đào tạo', 'School'), { maxLength: 255 }),
      ask('country', 'school_country', t('Nước đào tạo', 'Country of training')),
      ask('text', 'degree_number', t('Số hiệu văn bằng', 'Degree number'), { maxLength: 60 }),
      ask('date', 'degree_date', t('Ngày cấp văn bằng', 'Date of the degree'), { notAfter: 'today' }),
    ),
    section(
      'practice',
      t('Thực hành và năng lực', 'Practice and competence'),
      ask('text', 'practice_facility', t('Cơ sở thực hành', 'Practice facility'), { maxLength: 255 }),
      ask('date', 'practice_from', t('Thực hành từ ngày', 'Practice from'), { notAfter: 'today' }),
      ask('date', 'practice_to', t('Thực hành đến ngày', 'Practice to'), { notAfter: 'today' }),
      ask('radio', 'assessed', t('Đã có kết quả đánh giá năng lực', 'Competence assessment passed'), {
        options: yesNo,
        hint: t(
          'Bắt buộc với bác sĩ từ năm 2027 (chưa xác minh).',
          'Required of doctors from 2027 (not verified).',
        ),
      }),
      ask('text', 'assessment_number', t('Số kết quả đánh giá', 'Number of the result'), {
        maxLength: 60,
        when: { field: 'assessed', equals: 'yes' },
      }),
      ask('date', 'assessment_date', t('Ngày cấp kết quả', 'Date of the result'), {
        notAfter: 'today',
        when: { field: 'assessed', equals: 'yes' },
      }),
      ask('radio', 'uses_interpreter', t('Khám bệnh bằng ngôn ngữ', 'Language of practice'), {
        options: choices({ no: t('Tiếng Việt', 'Vietnamese'), yes: t('Ngôn ngữ khác', 'Another language') }),
      }),
      ask('text', 'practice_language', t('Ngôn ngữ sử dụng', 'Language used'), {
        maxLength: 60,
        when: { field: 'uses_interpreter', equals: 'yes' },
      }),
    ),
    declarationSection,
  ],
  result: {
    kind: 'licence',
    title: t('Giấy phép hành nghề khám bệnh, chữa bệnh', 'Practising licence'),
    validity: { kind: 'term', amount: 5, unit: 'year', source: decree },
    template: 'licence',
    numberPattern: '{seq}/BYT-GPHN',
    source: decree,
  },
});
