// Legal basis: Decree 15/2018/NĐ-CP, article 27. Decree 46/2026/NĐ-CP, article 34 was suspended until 16 April 2026 and
// its state since then is not verified, so it is a note here and not a version.
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

const decree = known('Nghị định 15/2018/NĐ-CP, điều 27', { document: 'nd-15-2018' });

export const foodAdvertisingConfirmation = defineProcedure({
  ...common,
  id: 'SV13',
  slug: 'food-advertising-confirmation',
  code: null,
  title: t('Cấp giấy xác nhận nội dung quảng cáo thực phẩm', 'Confirmation of food advertising content'),
  summary: t(
    'Giấy xác nhận để quảng cáo thực phẩm bảo vệ sức khỏe và thực phẩm phải xác nhận nội dung.',
    'The confirmation needed before advertising health supplements and similar foods.',
  ),
  field: fields.food,
  unit: 'ATTP',
  applicant: ['business'],
  legalBasis: ['nd-15-2018', 'tt-67-2021-btc'],
  limit: {
    amount: 10,
    unit: 'working_day',
    source: known('Nghị định 15/2018/NĐ-CP, điều 27', {
      document: 'nd-15-2018',
      note: t(
        'Nghị định 46/2026/NĐ-CP, điều 34: 10 ngày, bổ sung trong 60 ngày, tối đa 2 lần; hiệu lực sau 16/4/2026 chưa xác minh.',
        'Decree 46/2026/NĐ-CP, article 34: 10 days, supplement within 60 days, at most 2 rounds; its force after 16 April 2026 is not verified.',
      ),
    }),
  },
  fee: {
    amount: 1_100_000,
    kind: 'phi',
    moment: 'receipt',
    source: known('Thông tư 67/2021/TT-BTC', { document: 'tt-67-2021-btc' }),
  },
  components: [
    component(
      'application-form',
      t('Đơn đề nghị xác nhận nội dung quảng cáo', 'Application form'),
      ['FORM'],
      decree,
    ),
    component(
      'script',
      t('Kịch bản hoặc ma-két quảng cáo', 'Script or layout of the advertisement'),
      ['UP'],
      decree,
      {
        accept: ['application/pdf', 'image/jpeg', 'image/png', 'video/mp4', 'audio/mpeg'],
        maxFiles: 10,
      },
    ),
    component(
      'declaration-receipt',
      t('Giấy tiếp nhận đăng ký bản công bố sản phẩm', 'Receipt of the product declaration'),
      ['PREV'],
      decree,
    ),
    component('authorisation', t('Văn bản ủy quyền', 'Authorisation'), ['UP', 'KHO'], decree, {
      when: { field: 'applicant_role', equals: 'authorised' },
    }),
  ],
  form: [
    organisationSection,
    section(
      'product',
      t('Sản phẩm', 'Product'),
      ask('radio', 'product_group', t('Nhóm sản phẩm', 'Product group'), {
        options: choices({
          health_supplement: t('Thực phẩm bảo vệ sức khỏe', 'Health supplement'),
          medical_nutrition: t('Thực phẩm dinh dưỡng y học', 'Medical nutrition'),
          special_diet: t('Thực phẩm dùng cho chế độ ăn đặc biệt', 'Food for special diets'),
        }),
      }),
      {
        code: 'products',
        kind: 'list',
        label: t('Sản phẩm quảng cáo', 'Advertised products'),
        required: true,
        min: 1,
        max: 20,
        fields: [
          ask('text', 'name', t('Tên sản phẩm', 'Product'), { maxLength: 255 }),
          ask(
            'text',
            'declaration_number',
            t('Số giấy tiếp nhận đăng ký bản công bố', 'Declaration number'),
            { maxLength: 100 },
          ),
          ask('date', 'declaration_date', t('Ngày cấp', 'Date'), { notAfter: 'today' }),
        ],
      },
      ask('radio', 'applicant_role', t('Tư cách đề nghị', 'Capacity'), {
        options: choices({
          owner: t('Tổ chức, cá nhân công bố sản phẩm', 'Declarant of the product'),
          authorised: t('Được ủy quyền', 'Authorised party'),
        }),
      }),
      ask('text', 'authorisation_number', t('Số văn bản ủy quyền', 'Number of the authorisation'), {
        maxLength: 100,
        when: { field: 'applicant_role', equals: 'authorised' },
      }),
    ),
    section(
      'advertisement',
      t('Quảng cáo', 'Advertisement'),
      ask('checkbox', 'media', t('Phương tiện quảng cáo', 'Media'), {
        options: choices({
          television: t('Truyền hình', 'Television'),
          radio: t('Phát thanh', 'Radio'),
          press: t('Báo in, báo điện tử', 'Press'),
          website: t('Trang thông tin điện tử', 'Website'),
          social: t('Mạng xã hội', 'Social network'),
          outdoor: t('Bảng, pa-nô ngoài trời', 'Outdoor boards'),
          event: t('Hội nghị, hội thảo, sự kiện', 'Conference or event'),
          other: t('Phương tiện khác', 'Other'),
        }),
      }),
      ask('text', 'website_address', t('Địa chỉ trang, kênh', 'Address of the site or channel'), {
        maxLength: 500,
        when: { field: 'media', oneOf: ['website', 'social'] },
      }),
      ask('text', 'media_other', t('Phương tiện khác (ghi rõ)', 'Other medium (state)'), {
        maxLength: 255,
        when: { field: 'media', equals: 'other' },
      }),
      ask('number', 'duration_seconds', t('Thời lượng (giây)', 'Duration (seconds)'), {
        integer: true,
        min: 1,
        max: 36_000,
        when: { field: 'media', oneOf: ['television', 'radio'] },
      }),
      ask('textarea', 'content', t('Nội dung quảng cáo', 'Text of the advertisement'), { maxLength: 5_000 }),
      ask(
        'checkbox',
        'not_a_medicine',
        t(
          'Quảng cáo có câu: Thực phẩm này không phải là thuốc và không có tác dụng thay thế thuốc chữa bệnh.',
          'The advertisement says that the food is not a medicine and does not replace one.',
        ),
        { when: { field: 'product_group', equals: 'health_supplement' } },
      ),
    ),
    declarationSection,
  ],
  result: {
    kind: 'confirmation',
    title: t('Giấy xác nhận nội dung quảng cáo', 'Confirmation of advertising content'),
    validity: {
      kind: 'stated',
      text: t('Trong thời gian công bố sản phẩm còn giá trị', 'While the product declaration is valid'),
      source: decree,
    },
    template: 'confirmation',
    numberPattern: '{seq}/{yyyy}/XNQC-ATTP',
    source: decree,
  },
});
