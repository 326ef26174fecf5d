// Legal basis: Decree 91/2016/NĐ-CP, amended by Decrees 155/2018 and 129/2024/NĐ-CP.
import {
  ask,
  choices,
  common,
  component,
  declarationSection,
  fields,
  organisationSection,
  section,
  t,
  yesNo,
} from '@/lib/procedures/catalogue/parts';
import { found, known, pages } from '@/lib/procedures/catalogue/sources';
import { defineProcedure } from '@/lib/procedures/define';

const listed = found(pages.disinfectant, { document: 'nd-91-2016' });

export const disinfectantRenewal = defineProcedure({
  ...common,
  id: 'SV19',
  slug: 'disinfectant-renewal',
  code: null,
  title: t(
    'Gia hạn số đăng ký lưu hành chế phẩm diệt côn trùng, diệt khuẩn',
    'Renewal of registration, insecticidal or disinfectant preparation',
  ),
  summary: t(
    'Thêm một thời hạn lưu hành cho chế phẩm diệt côn trùng, diệt khuẩn dùng trong gia dụng và y tế.',
    'A further term for an insecticidal or disinfectant preparation for household or medical use.',
  ),
  field: fields.prevention,
  unit: 'PB',
  applicant: ['business'],
  legalBasis: ['nd-91-2016', 'nd-155-2018', 'nd-129-2024', 'tt-59-2023-btc'],
  limit: { amount: 30, unit: 'calendar_day', source: listed },
  fee: {
    amount: 4_000_000,
    kind: 'phi',
    moment: 'receipt',
    source: found(pages.disinfectant, { document: 'tt-59-2023-btc' }),
  },
  components: [
    component(
      'request',
      t(
        'Văn bản đề nghị gia hạn (Mẫu số 06, Nghị định 155/2018/NĐ-CP)',
        'Request for renewal (Form 06 of Decree 155/2018/NĐ-CP)',
      ),
      ['FORM'],
      listed,
    ),
    component('legal-status', t('Thông tin đăng ký doanh nghiệp', 'Business registration'), ['NBRD'], listed),
    component(
      'authorisation',
      t('Giấy ủy quyền thực hiện đăng ký lưu hành', 'Authorisation to register'),
      ['UP', 'KHO'],
      listed,
      {
        when: { field: 'is_owner', equals: 'no' },
      },
    ),
    component(
      'circulation-report',
      t('Báo cáo quá trình lưu hành chế phẩm', 'Circulation report'),
      ['UP'],
      listed,
    ),
    component(
      'registration',
      t('Giấy chứng nhận đăng ký lưu hành đã cấp', 'Registration held'),
      ['PREV'],
      known('Nghị định 91/2016/NĐ-CP', { document: 'nd-91-2016' }),
    ),
  ],
  form: [
    organisationSection,
    section(
      'preparation',
      t('Chế phẩm', 'Preparation'),
      ask('text', 'preparation_name', t('Tên chế phẩm', 'Name of the preparation'), { maxLength: 255 }),
      ask('radio', 'preparation_kind', t('Loại chế phẩm', 'Kind'), {
        options: choices({
          insecticide: t('Diệt côn trùng', 'Insecticide'),
          disinfectant: t('Diệt khuẩn', 'Disinfectant'),
        }),
      }),
      ask('text', 'registration_number', t('Số đăng ký lưu hành', 'Registration number'), { maxLength: 60 }),
      ask('date', 'registered_on', t('Ngày cấp số đăng ký', 'Date of registration'), { notAfter: 'today' }),
      ask('date', 'expires_on', t('Ngày hết hạn', 'Expiry')),
      {
        code: 'active_substances',
        kind: 'list',
        label: t('Hoạt chất', 'Active substances'),
        required: true,
        min: 1,
        max: 20,
        fields: [
          ask('text', 'name', t('Tên hoạt chất', 'Active substance'), { maxLength: 255 }),
          ask('text', 'cas_number', t('Số CAS', 'CAS number'), {
            required: false,
            pattern: '^\\d{2,7}-\\d{2}-\\d$',
          }),
          ask('number', 'percentage', t('Hàm lượng (%)', 'Content (%)'), { min: 0, max: 100 }),
        ],
      },
    ),
    section(
      'circulation',
      t('Lưu hành và ủy quyền', 'Circulation and authorisation'),
      ask(
        'radio',
        'is_owner',
        t('Đơn vị đăng ký là chủ sở hữu chế phẩm', 'The applicant owns the preparation'),
        { options: yesNo },
      ),
      ask('text', 'owner_name', t('Chủ sở hữu chế phẩm', 'Owner'), {
        maxLength: 255,
        when: { field: 'is_owner', equals: 'no' },
      }),
      ask('date', 'authorisation_expiry', t('Ủy quyền có giá trị đến', 'Authorisation valid until'), {
        notBefore: 'today',
        when: { field: 'is_owner', equals: 'no' },
      }),
      ask('number', 'quantity_sold', t('Lượng đã lưu hành (lít hoặc kg)', 'Quantity sold (litres or kg)'), {
        min: 0,
      }),
      ask('radio', 'had_complaints', t('Có phản ánh về an toàn, hiệu lực', 'Reports on safety or efficacy'), {
        options: yesNo,
      }),
      ask('textarea', 'complaints', t('Nội dung phản ánh và xử lý', 'Reports and what was done'), {
        maxLength: 2_000,
        when: { field: 'had_complaints', equals: 'yes' },
      }),
    ),
    declarationSection,
  ],
  result: {
    kind: 'number',
    title: t('Số đăng ký lưu hành gia hạn', 'Renewed registration number'),
    validity: {
      kind: 'term',
      amount: 5,
      unit: 'year',
      source: known('Nghị định 91/2016/NĐ-CP', { document: 'nd-91-2016' }),
    },
    template: 'number',
    numberPattern: 'VNDP-HC-{seq}-{yy}',
    source: known('Nghị định 91/2016/NĐ-CP', { document: 'nd-91-2016' }),
  },
  note: t(
    'Một phần thẩm quyền đã chuyển về Sở Y tế theo Nghị định 129/2024/NĐ-CP.',
    'Part of the competence moved to provincial health departments by Decree 129/2024/NĐ-CP.',
  ),
});
