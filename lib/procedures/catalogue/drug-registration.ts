// Legal basis: Law on Pharmacy 105/2016/QH13 as amended by Law 44/2024/QH15, Decree 163/2025/NĐ-CP, Circular 12/2025/TT-BYT.
import {
  ask,
  choices,
  common,
  component,
  declarationSection,
  drugSupplement,
  fields,
  organisationSection,
  section,
  standardRoute,
  t,
  yesNo,
} from '@/lib/procedures/catalogue/parts';
import { found, known, pages } from '@/lib/procedures/catalogue/sources';
import { defineProcedure } from '@/lib/procedures/define';

const law = known('Luật Dược 105/2016/QH13', { document: 'luat-105-2016' });
const circular = known('Thông tư 12/2025/TT-BYT', { document: 'tt-12-2025-byt' });

export const drugRegistration = defineProcedure({
  ...common,
  id: 'SV01',
  slug: 'drug-registration',
  code: '1.001111',
  codeSource: found(pages.drugRegistration, {
    note: t('Mã thấy trên trang có căn cứ pháp lý cũ.', 'Seen on a page with the old legal basis.'),
  }),
  title: t(
    'Cấp giấy đăng ký lưu hành thuốc (hóa dược, vắc xin, sinh phẩm)',
    'Drug marketing authorisation, new',
  ),
  summary: t(
    'Giấy đăng ký để đưa một thuốc hóa dược, vắc xin hoặc sinh phẩm ra thị trường.',
    'The authorisation that lets a chemical drug, vaccine or biological be marketed.',
  ),
  field: fields.drugs,
  unit: 'QLD',
  applicant: ['business'],
  legalBasis: ['luat-105-2016', 'luat-44-2024', 'nd-163-2025', 'tt-12-2025-byt'],
  limit: {
    amount: 12,
    unit: 'month',
    source: known('Luật Dược 105/2016/QH13', {
      document: 'luat-105-2016',
      note: t(
        'Trang công bố theo căn cứ cũ ghi 6 tháng.',
        'The page with the old legal basis says 6 months.',
      ),
    }),
  },
  supplement: drugSupplement,
  fee: {
    amount: null,
    kind: 'phi',
    moment: 'receipt',
    source: known('Thông tư 41/2023/TT-BTC', {
      document: 'tt-41-2023-btc',
      note: t(
        'Chưa đối chiếu biểu phí; trang cũ ghi 4.500.000 đồng.',
        'Tariff not compared; the old page says 4,500,000 đồng.',
      ),
    }),
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
    component(
      'cpp',
      t('Giấy chứng nhận sản phẩm dược (CPP)', 'Certificate of pharmaceutical product (CPP)'),
      ['UP', 'KHO'],
      circular,
      {
        when: { field: 'origin', equals: 'imported' },
      },
    ),
    component(
      'gmp',
      t('Giấy chứng nhận thực hành tốt sản xuất (GMP)', 'GMP certificate'),
      ['UP', 'SEC'],
      circular,
    ),
    component(
      'label-and-leaflet',
      t('Mẫu nhãn và tờ hướng dẫn sử dụng', 'Label and leaflet'),
      ['UP'],
      circular,
    ),
    component('quality', t('Hồ sơ chất lượng', 'Quality dossier'), ['UP'], circular, { maxFiles: 50 }),
    component(
      'non-clinical-clinical',
      t('Hồ sơ tiền lâm sàng và lâm sàng', 'Non-clinical and clinical dossier'),
      ['UP'],
      circular,
      {
        maxFiles: 50,
        when: { field: 'drug_type', oneOf: ['new_chemical', 'vaccine', 'biological'] },
      },
    ),
    component(
      'authorisation-letter',
      t('Giấy ủy quyền', 'Letter of authorisation'),
      ['UP', 'KHO'],
      circular,
      {
        when: { field: 'applicant_is_owner', equals: 'no' },
      },
    ),
  ],
  form: [
    organisationSection,
    section(
      'drug',
      t('Thuốc đăng ký', 'Drug'),
      ask('text', 'drug_name', t('Tên thuốc', 'Name of the drug'), { maxLength: 255 }),
      ask('select', 'drug_type', t('Loại thuốc', 'Type'), {
        options: choices({
          generic: t('Thuốc generic', 'Generic'),
          new_chemical: t('Thuốc hóa dược mới', 'New chemical entity'),
          vaccine: t('Vắc xin', 'Vaccine'),
          biological: t('Sinh phẩm', 'Biological'),
        }),
      }),
      ask('text', 'active_substance', t('Hoạt chất, hàm lượng', 'Active substance and strength'), {
        maxLength: 500,
      }),
      ask('text', 'dosage_form', t('Dạng bào chế', 'Dosage form'), { maxLength: 120 }),
      ask('text', 'pack', t('Quy cách đóng gói', 'Pack'), { maxLength: 255 }),
      ask('number', 'shelf_life_months', t('Hạn dùng (tháng)', 'Shelf life (months)'), {
        integer: true,
        min: 1,
        max: 120,
      }),
      ask('radio', 'origin', t('Nguồn gốc', 'Origin'), {
        options: choices({
          domestic: t('Sản xuất trong nước', 'Made in Việt Nam'),
          imported: t('Nước ngoài', 'Foreign'),
        }),
      }),
      ask('text', 'manufacturer_name', t('Cơ sở sản xuất', 'Manufacturer'), { maxLength: 255 }),
      ask('country', 'manufacturer_country', t('Nước sản xuất', 'Country of manufacture')),
      ask(
        'radio',
        'applicant_is_owner',
        t('Cơ sở đăng ký là chủ sở hữu thuốc', 'The applicant owns the drug'),
        { options: yesNo },
      ),
    ),
    declarationSection,
  ],
  route: standardRoute(['consulting', 'council']),
  result: {
    kind: 'licence',
    title: t('Giấy đăng ký lưu hành thuốc', 'Drug marketing authorisation'),
    validity: {
      kind: 'term',
      amount: 5,
      unit: 'year',
      text: t('3 năm trong trường hợp đặc biệt', '3 years in special cases'),
      source: law,
    },
    template: 'licence',
    numberPattern: '{seq}/{yyyy}/GĐKLH-QLD',
    source: circular,
  },
});
