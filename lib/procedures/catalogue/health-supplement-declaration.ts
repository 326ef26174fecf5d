// Legal basis: Decree 15/2018/NĐ-CP, articles 6–8.
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
} from '@/lib/procedures/catalogue/parts';
import { known } from '@/lib/procedures/catalogue/sources';
import { defineProcedure } from '@/lib/procedures/define';

const decree = known('Nghị định 15/2018/NĐ-CP, điều 6–8', { document: 'nd-15-2018' });

export const healthSupplementDeclaration = defineProcedure({
  ...common,
  id: 'SV12',
  slug: 'health-supplement-declaration',
  code: null,
  title: t(
    'Đăng ký bản công bố sản phẩm thực phẩm bảo vệ sức khỏe',
    'Product declaration, health supplement',
  ),
  summary: t(
    'Giấy tiếp nhận để đưa thực phẩm bảo vệ sức khỏe ra thị trường.',
    'The receipt that lets a health supplement be sold.',
  ),
  field: fields.food,
  unit: 'ATTP',
  applicant: ['business'],
  legalBasis: ['nd-15-2018', 'tt-67-2021-btc'],
  limit: { amount: 21, unit: 'working_day', source: decree },
  fee: {
    amount: 1_500_000,
    kind: 'phi',
    moment: 'receipt',
    source: known('Thông tư 67/2021/TT-BTC', { document: 'tt-67-2021-btc' }),
  },
  components: [
    component('declaration-form', t('Bản công bố sản phẩm', 'Declaration form'), ['FORM'], decree),
    component(
      'test-report',
      t('Phiếu kết quả kiểm nghiệm trong 12 tháng', 'Test report of the last 12 months'),
      ['UP'],
      decree,
    ),
    component(
      'cfs',
      t('Giấy chứng nhận lưu hành tự do hoặc tương đương', 'Certificate of free sale or equivalent'),
      ['UP', 'KHO'],
      decree,
      {
        when: { field: 'origin', equals: 'imported' },
      },
    ),
    component(
      'evidence',
      t('Bằng chứng khoa học chứng minh công dụng', 'Scientific evidence of the effect'),
      ['UP'],
      decree,
      { maxFiles: 20 },
    ),
    component('gmp', t('Giấy chứng nhận GMP', 'GMP certificate'), ['PREV', 'UP'], decree),
  ],
  form: [
    organisationSection,
    section(
      'product',
      t('Sản phẩm', 'Product'),
      ask('text', 'product_name', t('Tên sản phẩm', 'Product name'), { maxLength: 255 }),
      ask('radio', 'origin', t('Nguồn gốc', 'Origin'), {
        options: choices({
          domestic: t('Sản xuất trong nước', 'Made in Việt Nam'),
          imported: t('Nhập khẩu', 'Imported'),
        }),
      }),
      ask('country', 'country', t('Nước xuất xứ', 'Country of origin'), {
        when: { field: 'origin', equals: 'imported' },
      }),
      ask('text', 'manufacturer_name', t('Cơ sở sản xuất', 'Manufacturer'), { maxLength: 255 }),
      ask('text', 'dosage_form', t('Dạng sản phẩm', 'Form'), { maxLength: 120 }),
      {
        code: 'ingredients',
        kind: 'list',
        label: t('Thành phần', 'Ingredients'),
        required: true,
        min: 1,
        max: 100,
        fields: [
          ask('text', 'name', t('Tên thành phần', 'Ingredient'), { maxLength: 255 }),
          ask('text', 'content', t('Hàm lượng trong một đơn vị', 'Content per unit'), { maxLength: 60 }),
        ],
      },
      ask('textarea', 'effect', t('Công dụng công bố', 'Claimed effect'), { maxLength: 2_000 }),
      ask('text', 'audience', t('Đối tượng sử dụng', 'Users'), { maxLength: 500 }),
      ask('date', 'test_date', t('Ngày phiếu kiểm nghiệm', 'Date of the test report'), { notAfter: 'today' }),
    ),
    declarationSection,
  ],
  result: {
    kind: 'receipt_number',
    title: t('Giấy tiếp nhận đăng ký bản công bố sản phẩm', 'Receipt of the product declaration'),
    validity: { kind: 'unlimited', source: decree },
    template: 'receipt-number',
    numberPattern: '{seq}/{yyyy}/ĐKSP',
    source: decree,
  },
  note: t(
    'Nghị định 46/2026/NĐ-CP (tạm ngưng đến 16/4/2026): bản công bố hợp quy có giá trị tối đa 3 năm; hiệu lực hiện nay chưa xác minh.',
    'Decree 46/2026/NĐ-CP (suspended until 16 April 2026): conformity declarations valid for at most 3 years; present force not verified.',
  ),
});
