// Legal basis: Decree 163/2025/NĐ-CP (Form 01 receipt, Form 16 supplement request).
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
  t,
} from '@/lib/procedures/catalogue/parts';
import { found, known, pages } from '@/lib/procedures/catalogue/sources';
import { defineProcedure } from '@/lib/procedures/define';

const decree = known('Nghị định 163/2025/NĐ-CP', { document: 'nd-163-2025' });

export const drugExportLicence = defineProcedure({
  ...common,
  id: 'SV04',
  slug: 'drug-export-licence',
  code: null,
  title: t(
    'Cấp phép xuất khẩu thuốc phải kiểm soát đặc biệt',
    'Export licence for specially controlled drugs',
  ),
  summary: t(
    'Giấy phép để xuất khẩu một lô thuốc gây nghiện, hướng thần, tiền chất, phóng xạ hoặc thuốc độc.',
    'The licence to export narcotic, psychotropic, precursor, radioactive or toxic drugs.',
  ),
  field: fields.drugs,
  unit: 'QLD',
  applicant: ['business'],
  legalBasis: ['luat-105-2016', 'luat-44-2024', 'nd-163-2025'],
  limit: { amount: 7, unit: 'working_day', source: found(pages.drugExport, { document: 'nd-163-2025' }) },
  supplement: drugSupplement,
  fee: {
    amount: null,
    kind: 'phi',
    moment: 'receipt',
    source: notRead('Thông tư 41/2023/TT-BTC', 'tt-41-2023-btc'),
  },
  components: [
    component('export-order', t('Đơn hàng xuất khẩu', 'Export order'), ['FORM'], decree),
    component(
      'import-permit',
      t('Giấy phép nhập khẩu của nước nhận', 'Import permit of the receiving country'),
      ['UP', 'KHO'],
      decree,
      {
        when: { field: 'control_group', oneOf: ['narcotic', 'psychotropic', 'precursor'] },
      },
    ),
    component(
      'stock-report',
      t('Báo cáo giải trình, tồn kho', 'Explanation and stock report'),
      ['UP'],
      decree,
      {
        when: { field: 'drug_origin', equals: 'imported' },
      },
    ),
    component(
      'business-registration',
      t('Thông tin đăng ký doanh nghiệp', 'Business registration'),
      ['NBRD'],
      decree,
    ),
    component(
      'eligibility-certificate',
      t('Giấy chứng nhận đủ điều kiện kinh doanh dược', 'Pharmacy business certificate'),
      ['PREV'],
      decree,
    ),
  ],
  form: [
    organisationSection,
    section(
      'drug',
      t('Thuốc xuất khẩu', 'Drugs for export'),
      ask('select', 'control_group', t('Nhóm kiểm soát', 'Control group'), {
        options: choices({
          narcotic: t('Thuốc gây nghiện', 'Narcotic'),
          psychotropic: t('Thuốc hướng thần', 'Psychotropic'),
          precursor: t('Thuốc tiền chất', 'Precursor'),
          radioactive: t('Thuốc phóng xạ', 'Radioactive'),
          toxic: t('Thuốc độc, nguyên liệu độc làm thuốc', 'Toxic'),
          banned_list: t(
            'Thuốc, dược chất thuộc danh mục chất bị cấm sử dụng',
            'On the list of banned substances',
          ),
        }),
      }),
      {
        code: 'drugs',
        kind: 'list',
        label: t('Danh mục thuốc', 'Drugs'),
        required: true,
        min: 1,
        max: 50,
        fields: [
          ask('text', 'name', t('Tên thuốc, hàm lượng, dạng bào chế', 'Name, strength, dosage form'), {
            maxLength: 255,
          }),
          ask('text', 'registration_number', t('Số giấy đăng ký lưu hành', 'Registration number'), {
            maxLength: 60,
          }),
          ask('text', 'pack', t('Quy cách đóng gói', 'Pack'), { maxLength: 120 }),
          ask('number', 'quantity', t('Số lượng', 'Quantity'), { min: 1 }),
          ask('number', 'active_grams', t('Tổng lượng hoạt chất (g)', 'Total active substance (g)'), {
            required: false,
            min: 0,
          }),
        ],
      },
      ask('radio', 'drug_origin', t('Nguồn gốc', 'Origin'), {
        options: choices({
          domestic: t('Sản xuất trong nước', 'Made in Việt Nam'),
          imported: t('Đã nhập khẩu', 'Imported before'),
        }),
      }),
    ),
    section(
      'destination',
      t('Bên nhận', 'Receiver'),
      ask('text', 'importer_name', t('Tên cơ sở nhập khẩu', 'Importer'), { maxLength: 255 }),
      ask('text', 'importer_address', t('Địa chỉ cơ sở nhập khẩu', "Importer's address"), { maxLength: 500 }),
      ask('country', 'importer_country', t('Nước nhập khẩu', 'Country of import')),
      ask('text', 'permit_number', t('Số giấy phép nhập khẩu nước nhận', 'Number of the import permit'), {
        maxLength: 100,
        when: { field: 'control_group', oneOf: ['narcotic', 'psychotropic', 'precursor'] },
      }),
      ask('date', 'permit_expiry', t('Giấy phép nhập khẩu có giá trị đến', 'Import permit valid until'), {
        notBefore: 'today',
        when: { field: 'control_group', oneOf: ['narcotic', 'psychotropic', 'precursor'] },
      }),
      ask('text', 'border_gate', t('Cửa khẩu xuất', 'Border gate'), { maxLength: 120 }),
      ask('textarea', 'purpose', t('Mục đích xuất khẩu', 'Purpose of the export'), { maxLength: 1_000 }),
    ),
    declarationSection,
  ],
  result: {
    kind: 'licence',
    title: t('Giấy phép xuất khẩu thuốc phải kiểm soát đặc biệt', 'Export licence'),
    validity: {
      kind: 'stated',
      text: t('Theo đơn hàng, tối đa 1 năm', 'For the order, at most 1 year'),
      source: decree,
    },
    template: 'licence',
    numberPattern: '{seq}/{yyyy}/GPXK-QLD',
    source: decree,
  },
  note: t(
    'Thuốc cổ truyền có độc tính do Cục Quản lý Y, Dược cổ truyền giải quyết.',
    'Toxic traditional drugs are handled by the Traditional Medicine Administration.',
  ),
});
