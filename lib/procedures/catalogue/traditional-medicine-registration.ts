// Legal basis: Law on Pharmacy 105/2016/QH13 as amended by Law 44/2024/QH15, Decree 163/2025/NĐ-CP, Circular 29/2025/TT-BYT.
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
  section,
  standardRoute,
  t,
  yesNo,
} from '@/lib/procedures/catalogue/parts';
import { known } from '@/lib/procedures/catalogue/sources';
import { defineProcedure } from '@/lib/procedures/define';

const law = known('Luật Dược 105/2016/QH13', { document: 'luat-105-2016' });
const circular = known('Thông tư 29/2025/TT-BYT', { document: 'tt-29-2025-byt' });

export const traditionalMedicineRegistration = defineProcedure({
  ...common,
  id: 'SV18',
  slug: 'traditional-medicine-registration',
  code: null,
  title: t(
    'Cấp giấy đăng ký lưu hành thuốc cổ truyền, dược liệu',
    'Marketing authorisation, traditional medicine or medicinal herb',
  ),
  summary: t(
    'Giấy đăng ký để đưa thuốc cổ truyền hoặc dược liệu ra thị trường.',
    'The authorisation that lets a traditional medicine or a medicinal herb be marketed.',
  ),
  field: fields.traditional,
  unit: 'YDCT',
  applicant: ['business'],
  legalBasis: ['luat-105-2016', 'luat-44-2024', 'nd-163-2025', 'tt-29-2025-byt'],
  limit: { amount: 12, unit: 'month', source: law },
  supplement: drugSupplement,
  fee: {
    amount: null,
    kind: 'phi',
    moment: 'receipt',
    source: notRead('Thông tư 41/2023/TT-BTC', 'tt-41-2023-btc'),
  },
  components: [
    component('application-form', t('Đơn đăng ký lưu hành', 'Application form'), ['FORM'], circular),
    component(
      'business-certificate',
      t('Giấy chứng nhận đủ điều kiện kinh doanh dược', 'Pharmacy business certificate'),
      ['PREV', 'NBRD'],
      circular,
      {
        when: { field: 'origin', equals: 'domestic' },
      },
    ),
    component('gmp', t('Giấy chứng nhận GMP', 'GMP certificate'), ['UP', 'SEC'], circular),
    component(
      'label-and-leaflet',
      t('Mẫu nhãn và tờ hướng dẫn sử dụng', 'Label and leaflet'),
      ['UP'],
      circular,
    ),
    component(
      'quality',
      t('Hồ sơ chất lượng, phương pháp chế biến dược liệu', 'Quality dossier and processing of the herbs'),
      ['UP'],
      circular,
      { maxFiles: 50 },
    ),
    component(
      'theory',
      t('Thuyết minh bài thuốc theo lý luận y học cổ truyền', 'Explanation by traditional theory'),
      ['UP'],
      circular,
      {
        when: { field: 'product_kind', equals: 'traditional_medicine' },
      },
    ),
    component('clinical', t('Hồ sơ an toàn, hiệu quả', 'Safety and efficacy dossier'), ['UP'], circular, {
      when: { field: 'clinical_needed', equals: 'yes' },
      maxFiles: 50,
    }),
  ],
  form: [
    organisationSection,
    section(
      'product',
      t('Sản phẩm', 'Product'),
      ask('text', 'product_name', t('Tên thuốc, dược liệu', 'Name'), { maxLength: 255 }),
      ask('radio', 'product_kind', t('Loại', 'Kind'), {
        options: choices({
          traditional_medicine: t('Thuốc cổ truyền', 'Traditional medicine'),
          herb: t('Dược liệu', 'Medicinal herb'),
        }),
      }),
      ask('radio', 'origin', t('Nguồn gốc', 'Origin'), {
        options: choices({
          domestic: t('Sản xuất trong nước', 'Made in Việt Nam'),
          imported: t('Nước ngoài', 'Foreign'),
        }),
      }),
      ask('text', 'dosage_form', t('Dạng bào chế', 'Dosage form'), { maxLength: 120 }),
      {
        code: 'herbs',
        kind: 'list',
        label: t('Thành phần dược liệu', 'Herbs'),
        required: true,
        min: 1,
        max: 60,
        fields: [
          ask('text', 'name', t('Tên dược liệu', 'Herb'), { maxLength: 120 }),
          ask('text', 'latin_name', t('Tên khoa học', 'Scientific name'), { maxLength: 120 }),
          ask('number', 'grams', t('Khối lượng (g)', 'Weight (g)'), { min: 0 }),
        ],
      },
      ask('textarea', 'effect', t('Công năng, chủ trị', 'Effect and indication'), { maxLength: 2_000 }),
      ask('text', 'manufacturer_name', t('Cơ sở sản xuất', 'Manufacturer'), { maxLength: 255 }),
      ask('radio', 'clinical_needed', t('Thuộc diện phải thử lâm sàng', 'Clinical trial needed'), {
        options: yesNo,
      }),
    ),
    declarationSection,
  ],
  route: standardRoute(['consulting', 'council']),
  result: {
    kind: 'licence',
    title: t('Giấy đăng ký lưu hành thuốc cổ truyền, dược liệu', 'Marketing authorisation'),
    validity: { kind: 'term', amount: 5, unit: 'year', source: law },
    template: 'licence',
    numberPattern: '{seq}/{yyyy}/GĐKLH-YDCT',
    source: circular,
  },
});
