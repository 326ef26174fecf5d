// Legal basis: Decree 111/2017/NĐ-CP (practice sites in health training).
import {
  ask,
  choices,
  common,
  component,
  declarationSection,
  facilitySection,
  fields,
  section,
  t,
} from '@/lib/procedures/catalogue/parts';
import { known } from '@/lib/procedures/catalogue/sources';
import { defineProcedure } from '@/lib/procedures/define';

const decree = known('Nghị định 111/2017/NĐ-CP', { document: 'nd-111-2017' });

export const trainingPracticeSite = defineProcedure({
  ...common,
  id: 'SV21',
  slug: 'training-practice-site',
  code: null,
  title: t(
    'Công bố đáp ứng yêu cầu là cơ sở thực hành trong đào tạo khối ngành sức khỏe',
    'Self-declaration as a practice site for health training',
  ),
  summary: t(
    'Được công bố là nơi sinh viên, học viên ngành sức khỏe đến thực hành.',
    'Publication as a place where health students do their practice.',
  ),
  field: fields.training,
  unit: 'KHCNDT',
  applicant: ['facility'],
  legalBasis: ['nd-111-2017'],
  limit: { amount: 15, unit: 'calendar_day', source: decree },
  fee: { amount: 0, kind: 'phi', moment: 'receipt', source: decree },
  components: [
    component('declaration-form', t('Bản công bố', 'Declaration form'), ['FORM'], decree),
    component(
      'lecturers',
      t('Danh sách người giảng dạy thực hành', 'List of practice lecturers'),
      ['SEC', 'UP'],
      decree,
    ),
    component('equipment', t('Danh mục trang thiết bị', 'Equipment'), ['UP'], decree),
    component(
      'contracts',
      t('Hợp đồng nguyên tắc với cơ sở đào tạo', 'Contracts with schools'),
      ['UP', 'KHO'],
      decree,
    ),
  ],
  form: [
    facilitySection,
    section(
      'practice',
      t('Đào tạo thực hành', 'Practice training'),
      {
        code: 'programmes',
        kind: 'list',
        label: t('Chương trình thực hành', 'Programmes'),
        required: true,
        min: 1,
        max: 50,
        fields: [
          ask('text', 'name', t('Ngành, chuyên ngành', 'Subject'), { maxLength: 255 }),
          ask('select', 'degree', t('Trình độ', 'Level'), {
            options: choices({
              college: t('Cao đẳng', 'College'),
              university: t('Đại học', 'University'),
              postgraduate: t('Sau đại học', 'Postgraduate'),
            }),
          }),
          ask('number', 'lecturers', t('Số người giảng dạy', 'Lecturers'), { integer: true, min: 1 }),
          ask('number', 'students', t('Số người học tối đa', 'Most students'), { integer: true, min: 1 }),
        ],
      },
      ask('number', 'beds', t('Số giường bệnh dùng cho thực hành', 'Beds for practice'), {
        required: false,
        integer: true,
        min: 0,
      }),
      ask('textarea', 'schools', t('Cơ sở đào tạo đã ký hợp đồng', 'Schools under contract'), {
        maxLength: 2_000,
      }),
      ask('date', 'start_date', t('Ngày bắt đầu', 'Start')),
      ask('text', 'coordinator', t('Người phụ trách đào tạo', 'Training coordinator'), { maxLength: 120 }),
    ),
    declarationSection,
  ],
  result: {
    kind: 'publication',
    title: t('Công bố trên Cổng thông tin', 'Publication on the portal'),
    validity: { kind: 'stated', text: t('Đến khi có thay đổi', 'Until a change'), source: decree },
    template: 'publication',
    numberPattern: '{seq}/{yyyy}/CB-KHCNĐT',
    source: decree,
  },
});
