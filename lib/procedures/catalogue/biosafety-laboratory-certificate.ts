// Legal basis: Decree 103/2016/NĐ-CP as amended by Decree 155/2018/NĐ-CP; from 1 July 2026 the Law on Disease Prevention
// 114/2025/QH15 and Decree 165/2026/NĐ-CP, whose content has not been read.
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

const decree = known('Nghị định 103/2016/NĐ-CP', { document: 'nd-103-2016' });

export const biosafetyLaboratoryCertificateOf2025 = defineProcedure({
  ...common,
  effectiveTo: '2026-06-30',
  ...partial('on_site', t('Phải thẩm định thực tế phòng xét nghiệm.', 'The laboratory must be inspected.')),
  id: 'SV20',
  slug: 'biosafety-laboratory-certificate',
  code: null,
  title: t(
    'Cấp giấy chứng nhận cơ sở xét nghiệm đạt tiêu chuẩn an toàn sinh học cấp III',
    'Biosafety level III laboratory certificate',
  ),
  summary: t(
    'Giấy chứng nhận để phòng xét nghiệm làm việc với tác nhân cần an toàn sinh học cấp III.',
    'The certificate a laboratory needs for agents of biosafety level III.',
  ),
  field: fields.prevention,
  unit: 'PB',
  applicant: ['facility'],
  legalBasis: ['nd-103-2016', 'nd-155-2018'],
  limit: { amount: 60, unit: 'calendar_day', source: decree },
  fee: {
    amount: null,
    kind: 'phi',
    moment: 'receipt',
    source: notRead('Thông tư 59/2023/TT-BTC', 'tt-59-2023-btc'),
  },
  components: [
    component('application-form', t('Đơn đề nghị', 'Application form'), ['FORM'], decree),
    component('staff-list', t('Bản kê khai nhân sự', 'Staff list'), ['UP'], decree),
    component('equipment-list', t('Bản kê khai trang thiết bị', 'Equipment list'), ['UP'], decree),
    component('floor-plan', t('Sơ đồ mặt bằng', 'Floor plan'), ['UP'], decree),
    component('biosafety-manual', t('Tài liệu an toàn sinh học', 'Biosafety manual'), ['UP'], decree),
    component('waste-records', t('Hồ sơ xử lý chất thải', 'Waste treatment records'), ['UP'], decree),
  ],
  form: [
    facilitySection,
    section(
      'laboratory',
      t('Phòng xét nghiệm', 'Laboratory'),
      ask('text', 'laboratory_name', t('Tên phòng xét nghiệm', 'Laboratory'), { maxLength: 255 }),
      ask('radio', 'request', t('Đề nghị', 'Request'), {
        options: choices({ new: t('Cấp mới', 'New'), renewal: t('Cấp lại', 'Reissue') }),
      }),
      ask('text', 'current_certificate', t('Số giấy chứng nhận đã cấp', 'Certificate held'), {
        maxLength: 60,
        when: { field: 'request', equals: 'renewal' },
      }),
      ask('text', 'biosafety_officer', t('Người chịu trách nhiệm an toàn sinh học', 'Biosafety officer'), {
        maxLength: 120,
      }),
      ask('textarea', 'agents', t('Tác nhân gây bệnh thực hiện xét nghiệm', 'Agents handled'), {
        maxLength: 2_000,
      }),
      ask('number', 'staff', t('Số nhân sự', 'Staff'), { integer: true, min: 1 }),
      ask('number', 'area', t('Diện tích (m²)', 'Area (m²)'), { min: 1 }),
      ask('date', 'ready_from', t('Sẵn sàng thẩm định từ ngày', 'Ready for inspection from'), {
        notBefore: 'today',
      }),
    ),
    declarationSection,
  ],
  route: standardRoute(['consulting', 'site_inspection']),
  result: {
    kind: 'certificate',
    title: t('Giấy chứng nhận an toàn sinh học cấp III', 'Biosafety level III certificate'),
    validity: { kind: 'term', amount: 5, unit: 'year', source: decree },
    template: 'certificate',
    numberPattern: '{seq}/BYT-ATSH',
    source: decree,
  },
});

const { effectiveTo: _, ...previous } = biosafetyLaboratoryCertificateOf2025;

export const biosafetyLaboratoryCertificate = defineProcedure({
  ...previous,
  version: 2,
  effectiveFrom: '2026-07-01',
  legalBasis: ['luat-114-2025', 'nd-165-2026', 'nd-155-2018'],
  note: t(
    'Nghị định 165/2026/NĐ-CP thay đổi căn cứ từ 01/7/2026; nội dung chưa đối chiếu.',
    'Decree 165/2026/NĐ-CP changed the basis from 1 July 2026; its content has not been compared.',
  ),
});
