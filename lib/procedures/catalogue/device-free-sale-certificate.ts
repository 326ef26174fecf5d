// Legal basis: Decree 69/2018/NĐ-CP (foreign trade), Decree 98/2021/NĐ-CP.
import {
  ask,
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

const decree = known('Nghị định 69/2018/NĐ-CP', { document: 'nd-69-2018' });

export const deviceFreeSaleCertificate = defineProcedure({
  ...common,
  id: 'SV11',
  slug: 'device-free-sale-certificate',
  code: null,
  title: t(
    'Cấp giấy chứng nhận lưu hành tự do (CFS) thiết bị y tế sản xuất trong nước',
    'Certificate of free sale (CFS), device made in Việt Nam',
  ),
  summary: t(
    'Giấy chứng nhận để thiết bị y tế sản xuất trong nước xuất khẩu ra nước ngoài.',
    'The certificate that a device made in Việt Nam needs for export markets.',
  ),
  field: fields.devices,
  unit: 'HTTB',
  applicant: ['business'],
  legalBasis: ['nd-69-2018', 'nd-98-2021', 'tt-59-2023-btc'],
  limit: { amount: 3, unit: 'working_day', source: decree },
  fee: {
    amount: 1_000_000,
    kind: 'phi',
    moment: 'receipt',
    source: known('Thông tư 59/2023/TT-BTC', { document: 'tt-59-2023-btc' }),
  },
  components: [
    component('application-form', t('Văn bản đề nghị cấp CFS', 'Application form'), ['FORM'], decree),
    component(
      'registration-number',
      t('Số lưu hành hoặc số công bố tiêu chuẩn áp dụng', 'Registration number'),
      ['PREV'],
      decree,
    ),
    component('iso-13485', t('Giấy chứng nhận ISO 13485', 'ISO 13485 certificate'), ['KHO', 'UP'], decree),
  ],
  form: [
    organisationSection,
    section(
      'device',
      t('Thiết bị', 'Device'),
      ask('text', 'device_name', t('Tên thiết bị', 'Device name'), { maxLength: 255 }),
      ask('text', 'device_name_en', t('Tên thiết bị bằng tiếng Anh', 'Device name in English'), {
        maxLength: 255,
      }),
      ask('text', 'registration_number', t('Số lưu hành', 'Registration number'), { maxLength: 60 }),
      ask('text', 'manufacturing_site', t('Nơi sản xuất', 'Place of manufacture'), { maxLength: 500 }),
      ask('text', 'iso_number', t('Số chứng nhận ISO 13485', 'ISO 13485 certificate number'), {
        maxLength: 100,
      }),
      ask('date', 'iso_expiry', t('ISO 13485 có giá trị đến', 'ISO 13485 valid until'), {
        notBefore: 'today',
      }),
      ask('country', 'destination', t('Nước nhập khẩu', 'Importing country')),
      ask('number', 'copies', t('Số bản đề nghị', 'Copies'), { integer: true, min: 1, max: 20 }),
    ),
    declarationSection,
  ],
  result: {
    kind: 'certificate',
    title: t('Giấy chứng nhận lưu hành tự do', 'Certificate of free sale'),
    validity: {
      kind: 'stated',
      text: t('Tối đa 3 năm, không quá hạn của số lưu hành', 'At most 3 years, not beyond the registration'),
      source: decree,
    },
    template: 'certificate',
    numberPattern: '{seq}/{yyyy}/CFS-HTTB',
    source: decree,
  },
});
