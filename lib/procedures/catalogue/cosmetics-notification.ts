// Legal basis: Circular 06/2011/TT-BYT and Decree 93/2016/NĐ-CP (cosmetics), Circular 41/2023/TT-BTC (charges).
// The fields follow the public ASEAN cosmetic notification form.
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
import { found, known, pages } from '@/lib/procedures/catalogue/sources';
import { defineProcedure } from '@/lib/procedures/define';
import type { Section } from '@/lib/procedures/fields/define';

const circular = known('Thông tư 06/2011/TT-BYT', { document: 'tt-06-2011-byt' });

const product: Section = section(
  'product',
  t('Sản phẩm', 'Product'),
  ask('text', 'brand', t('Nhãn hàng', 'Brand'), { maxLength: 120 }),
  ask('text', 'product_name', t('Tên sản phẩm', 'Product name'), {
    maxLength: 255,
    hint: t('Ghi đúng như trên nhãn gốc.', 'Exactly as on the original label.'),
  }),
  ask('text', 'variants', t('Danh sách dạng hoặc màu', 'List of variants or shades'), {
    required: false,
    maxLength: 500,
  }),
  ask('checkbox', 'product_type', t('Dạng sản phẩm', 'Product type'), {
    options: choices({
      skin_cream: t(
        'Kem, nhũ tương, sữa, gel hoặc dầu dùng trên da',
        'Creams, emulsions, lotions, gels, oils for the skin',
      ),
      face_mask: t('Mặt nạ', 'Face masks'),
      tinted_base: t('Chất phủ màu (lỏng, nhão, bột)', 'Tinted bases'),
      powder: t('Phấn trang điểm, phấn dùng sau khi tắm', 'Make-up and after-bath powders'),
      soap: t('Xà phòng tắm, xà phòng khử mùi', 'Toilet and deodorant soaps'),
      perfume: t('Nước hoa, nước thơm', 'Perfumes, toilet waters'),
      bath: t('Sản phẩm dùng để tắm, gội', 'Bath or shower preparations'),
      depilatory: t('Sản phẩm tẩy lông', 'Depilatories'),
      deodorant: t('Sản phẩm khử mùi, chống mùi', 'Deodorants and anti-perspirants'),
      hair: t('Sản phẩm chăm sóc tóc', 'Hair care products'),
      shaving: t('Sản phẩm dùng khi cạo râu', 'Shaving products'),
      eye_face_makeup: t(
        'Sản phẩm trang điểm và tẩy trang mặt, mắt',
        'Make-up and its removal for face and eyes',
      ),
      lips: t('Sản phẩm dùng cho môi', 'Products for the lips'),
      oral: t('Sản phẩm chăm sóc răng, miệng', 'Products for teeth and mouth'),
      nails: t('Sản phẩm chăm sóc và trang điểm móng', 'Nail care and make-up'),
      intimate: t('Sản phẩm vệ sinh cá nhân bên ngoài', 'External intimate hygiene'),
      sunscreen: t('Sản phẩm chống nắng', 'Sunbathing products'),
      self_tanning: t('Sản phẩm làm sạm da không cần tắm nắng', 'Self-tanning products'),
      whitening: t('Sản phẩm làm trắng da', 'Skin whitening products'),
      anti_wrinkle: t('Sản phẩm chống nhăn da', 'Anti-wrinkle products'),
      other: t('Dạng khác', 'Other'),
    }),
  }),
  ask('text', 'product_type_other', t('Dạng khác (ghi rõ)', 'Other type (state)'), {
    maxLength: 255,
    when: { field: 'product_type', equals: 'other' },
  }),
  ask('textarea', 'intended_use', t('Mục đích sử dụng', 'Intended use'), {
    maxLength: 1_000,
    hint: t('Không ghi công dụng chữa bệnh.', 'No therapeutic claim.'),
  }),
  ask('radio', 'presentation', t('Dạng trình bày', 'Product presentation'), {
    options: choices({
      single: t('Dạng đơn lẻ', 'Single product'),
      range: t('Một nhóm các màu', 'A range of colours'),
      palette: t('Bảng màu trong một dạng sản phẩm', 'Palette in one product type'),
      kit: t('Sản phẩm phối hợp trong một bộ', 'Combination products in a kit'),
      other: t('Dạng khác', 'Other'),
    }),
  }),
  ask('text', 'presentation_other', t('Dạng trình bày khác (ghi rõ)', 'Other presentation (state)'), {
    maxLength: 255,
    when: { field: 'presentation', equals: 'other' },
  }),
);

const manufacture: Section = section(
  'manufacture',
  t('Nhà sản xuất và chủ sở hữu', 'Manufacturer and owner'),
  ask('country', 'country', t('Nước sản xuất', 'Country of manufacture')),
  ask('text', 'manufacturer_name', t('Tên nhà sản xuất', 'Manufacturer'), { maxLength: 255 }),
  ask('text', 'manufacturer_address', t('Địa chỉ nhà sản xuất', "Manufacturer's address"), {
    maxLength: 500,
  }),
  ask('radio', 'has_assembler', t('Có cơ sở đóng gói khác', 'Another company assembles'), {
    options: choices({ yes: t('Có', 'Yes'), no: t('Không', 'No') }),
  }),
  ask('text', 'assembler_name', t('Tên cơ sở đóng gói', 'Assembler'), {
    maxLength: 255,
    when: { field: 'has_assembler', equals: 'yes' },
  }),
  ask('text', 'assembler_address', t('Địa chỉ cơ sở đóng gói', "Assembler's address"), {
    maxLength: 500,
    when: { field: 'has_assembler', equals: 'yes' },
  }),
  ask('text', 'owner_name', t('Chủ sở hữu sản phẩm', 'Product owner'), { maxLength: 255 }),
  ask('text', 'owner_address', t('Địa chỉ chủ sở hữu', "Product owner's address"), { maxLength: 500 }),
);

const documents: Section = section(
  'documents',
  t('Ủy quyền và lưu hành tự do', 'Authorisation and free sale'),
  ask('text', 'authorisation_number', t('Số giấy ủy quyền', 'Number of the authorisation letter'), {
    required: false,
    maxLength: 100,
  }),
  ask('date', 'authorisation_date', t('Ngày ký giấy ủy quyền', 'Date of the authorisation letter'), {
    notAfter: 'today',
  }),
  ask('date', 'authorisation_expiry', t('Ngày hết hạn ủy quyền', 'Expiry of the authorisation'), {
    notBefore: 'today',
  }),
  ask('radio', 'cfs_status', t('Giấy chứng nhận lưu hành tự do (CFS)', 'Certificate of free sale (CFS)'), {
    options: choices({
      attached: t('Có nộp CFS', 'CFS attached'),
      exempt: t('Thuộc trường hợp được miễn', 'Exempt'),
    }),
  }),
  ask('text', 'cfs_number', t('Số CFS', 'CFS number'), {
    maxLength: 100,
    when: { field: 'cfs_status', equals: 'attached' },
  }),
  ask('country', 'cfs_country', t('Nước cấp CFS', 'Country issuing the CFS'), {
    when: { field: 'cfs_status', equals: 'attached' },
  }),
  ask('date', 'cfs_date', t('Ngày cấp CFS', 'Date of the CFS'), {
    notAfter: 'today',
    when: { field: 'cfs_status', equals: 'attached' },
  }),
  ask('textarea', 'cfs_exemption_ground', t('Căn cứ được miễn CFS', 'Ground of the exemption'), {
    maxLength: 1_000,
    when: { field: 'cfs_status', equals: 'exempt' },
  }),
);

const ingredients: Section = section('ingredients', t('Công thức', 'Formula'), {
  code: 'ingredients',
  kind: 'list',
  label: t('Danh sách thành phần', 'Ingredients'),
  hint: t(
    'Ghi đầy đủ theo tên danh pháp quốc tế (INCI), thành phần có hàm lượng cao trước.',
    'All ingredients by INCI name, the largest share first.',
  ),
  required: true,
  min: 1,
  max: 200,
  fields: [
    ask('text', 'name', t('Tên INCI', 'INCI name'), { maxLength: 255 }),
    ask('number', 'percentage', t('Tỷ lệ (%)', 'Share (%)'), {
      required: false,
      min: 0,
      max: 100,
      hint: t('Bắt buộc với chất có giới hạn hàm lượng.', 'Needed for substances with a limit.'),
    }),
  ],
});

const importer: Section = section(
  'importer',
  t('Nhập khẩu', 'Import'),
  ask(
    'radio',
    'importer_is_applicant',
    t('Đơn vị công bố trực tiếp nhập khẩu', 'The notifier imports the product'),
    {
      options: choices({ yes: t('Có', 'Yes'), no: t('Không', 'No') }),
    },
  ),
  ask('text', 'importer_name', t('Tên công ty nhập khẩu', 'Importer'), {
    maxLength: 255,
    when: { field: 'importer_is_applicant', equals: 'no' },
  }),
  ask('tax_code', 'importer_tax_code', t('Mã số doanh nghiệp nhập khẩu', "Importer's enterprise code"), {
    when: { field: 'importer_is_applicant', equals: 'no' },
  }),
);

export const cosmeticsNotification = defineProcedure({
  ...common,
  id: 'SV07',
  slug: 'cosmetics-notification',
  code: null,
  title: t(
    'Cấp số tiếp nhận Phiếu công bố sản phẩm mỹ phẩm nhập khẩu',
    'Cosmetics notification, imported products',
  ),
  summary: t(
    'Số tiếp nhận để đưa một mỹ phẩm nhập khẩu ra thị trường Việt Nam.',
    'The receipt number that lets an imported cosmetic be sold in Việt Nam.',
  ),
  field: fields.cosmetics,
  unit: 'QLD',
  applicant: ['business'],
  legalBasis: ['tt-06-2011-byt', 'nd-93-2016', 'tt-41-2023-btc'],
  limit: {
    amount: 3,
    unit: 'working_day',
    source: found(pages.cosmetics, {
      document: 'tt-06-2011-byt',
      note: t(
        '3 ngày làm việc khi hồ sơ đầy đủ; 5 ngày làm việc khi phải yêu cầu bổ sung.',
        '3 working days when complete; 5 working days when a supplement is needed.',
      ),
    }),
  },
  fee: {
    amount: 500_000,
    kind: 'phi',
    moment: 'receipt',
    source: found(pages.cosmetics, { document: 'tt-41-2023-btc' }),
  },
  components: [
    component(
      'notification-form',
      t('Phiếu công bố sản phẩm mỹ phẩm', 'Cosmetic notification form'),
      ['FORM'],
      circular,
    ),
    component(
      'authorisation-letter',
      t('Giấy ủy quyền của nhà sản xuất hoặc chủ sở hữu', "Owner's letter of authorisation"),
      ['UP', 'KHO'],
      circular,
    ),
    component(
      'cfs',
      t('Giấy chứng nhận lưu hành tự do (CFS)', 'Certificate of free sale (CFS)'),
      ['UP', 'KHO'],
      circular,
      {
        when: { field: 'cfs_status', equals: 'attached' },
      },
    ),
    component(
      'business-registration',
      t('Thông tin đăng ký doanh nghiệp', 'Business registration'),
      ['NBRD'],
      circular,
    ),
  ],
  form: [organisationSection, product, manufacture, documents, ingredients, importer, declarationSection],
  result: {
    kind: 'receipt_number',
    title: t('Số tiếp nhận Phiếu công bố sản phẩm mỹ phẩm', 'Cosmetics notification number'),
    validity: { kind: 'term', amount: 5, unit: 'year', source: circular },
    template: 'cosmetics-notification',
    numberPattern: '{seq}/{yy}/CBMP-QLD',
    source: circular,
  },
  note: t(
    'Việc phân cấp cho cấp tỉnh theo các nghị định năm 2025 cần kiểm tra.',
    'A delegation to provinces by the decrees of 2025 is to be checked.',
  ),
});
