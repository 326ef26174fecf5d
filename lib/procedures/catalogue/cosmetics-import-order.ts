// Legal basis: Circular 06/2011/TT-BYT, Decree 155/2018/NĐ-CP.
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
import { derived, found, pages } from '@/lib/procedures/catalogue/sources';
import { defineProcedure } from '@/lib/procedures/define';

const listed = found(pages.cosmeticsOrder, { document: 'tt-06-2011-byt' });

export const cosmeticsImportOrder = defineProcedure({
  ...common,
  id: 'SV08',
  slug: 'cosmetics-import-order',
  code: '1.002238',
  codeSource: found(pages.cosmeticsOrder),
  title: t(
    'Đơn hàng nhập khẩu mỹ phẩm dùng cho nghiên cứu, kiểm nghiệm',
    'Import order for cosmetics used in research or testing',
  ),
  summary: t(
    'Đơn hàng được duyệt để nhập mẫu mỹ phẩm chưa công bố cho nghiên cứu, kiểm nghiệm.',
    'An approved order to import samples of cosmetics for research or testing.',
  ),
  field: fields.cosmetics,
  unit: 'QLD',
  levelSource: derived('Thiết kế của Cổng', {
    note: t(
      'Trang công bố hiện nêu nộp trực tiếp và bưu chính; Cổng thiết kế toàn trình.',
      'The public page names counter and post; this portal is designed for the full service.',
    ),
  }),
  applicant: ['business', 'organisation'],
  legalBasis: ['tt-06-2011-byt', 'nd-155-2018'],
  limit: {
    amount: 10,
    unit: 'calendar_day',
    source: derived(pages.cosmeticsOrder.ref, {
      note: t(
        'Trang công bố ghi 10, không nêu đơn vị; tạm hiểu là ngày.',
        'The page says 10 without a unit; read as days.',
      ),
    }),
  },
  fee: {
    amount: 0,
    kind: 'phi',
    moment: 'receipt',
    source: found(pages.cosmeticsOrder, {
      note: t('Trang công bố để trống mục phí.', 'The page leaves the fee blank.'),
    }),
  },
  components: [
    component('import-order', t('Đơn hàng nhập khẩu', 'Import order'), ['FORM'], listed),
    component('legal-status', t('Thông tin pháp nhân', 'Legal status of the applicant'), ['NBRD'], listed),
  ],
  form: [
    organisationSection,
    section(
      'order',
      t('Đơn hàng', 'Order'),
      ask('radio', 'purpose', t('Mục đích', 'Purpose'), {
        options: choices({ research: t('Nghiên cứu', 'Research'), testing: t('Kiểm nghiệm', 'Testing') }),
      }),
      ask('text', 'border_gate', t('Cửa khẩu nhập', 'Border gate'), { maxLength: 120 }),
      ask('date', 'expected_arrival', t('Ngày dự kiến nhập', 'Expected arrival'), { notBefore: 'today' }),
      {
        code: 'products',
        kind: 'list',
        label: t('Sản phẩm', 'Products'),
        hint: t('Mỗi sản phẩm tối đa 10 mẫu.', 'At most 10 samples of each product.'),
        required: true,
        min: 1,
        max: 50,
        fields: [
          ask('text', 'name', t('Tên sản phẩm', 'Product'), { maxLength: 255 }),
          ask('text', 'manufacturer', t('Nhà sản xuất', 'Manufacturer'), { maxLength: 255 }),
          ask('country', 'country', t('Nước sản xuất', 'Country')),
          ask('number', 'samples', t('Số mẫu', 'Samples'), { integer: true, min: 1, max: 10 }),
        ],
      },
    ),
    declarationSection,
  ],
  result: {
    kind: 'approval',
    title: t('Đơn hàng nhập khẩu được duyệt', 'Approved import order'),
    validity: { kind: 'stated', text: t('Theo đơn hàng', 'For this order'), source: listed },
    template: 'approval',
    numberPattern: '{seq}/{yyyy}/ĐH-QLD',
    source: listed,
  },
});
