import type { EReceipt } from '@/lib/pdf/templates/e-receipt';
import type { FormFrame } from '@/lib/pdf/templates/form-set';
import type { Form01 } from '@/lib/pdf/templates/form01';
import type { Form02 } from '@/lib/pdf/templates/form02';
import type { Form03 } from '@/lib/pdf/templates/form03';
import type { Form04 } from '@/lib/pdf/templates/form04';
import type { Form05 } from '@/lib/pdf/templates/form05';
import type { Form06 } from '@/lib/pdf/templates/form06';
import type { Refusal, Result } from '@/lib/pdf/templates/result';
import type { SubmissionReceipt } from '@/lib/pdf/templates/submission-receipt';

/** One record for each template, with the longest real names: for tests and for looking at the pages. */
const frame: FormFrame = {
  dossierCode: 'G18.02-20261120-0000017',
  issuer: { parent: 'BỘ Y TẾ', name: 'CỤC QUẢN LÝ DƯỢC' },
  place: 'Hà Nội',
  number: { kind: 'given', text: '17/TNHS-QLD', date: '2026-11-20' },
  verifyUrl: 'http://localhost:3000/verify/3f9a1c0b7d5e4f6a8b2c1d0e9f8a7b6c',
  sample: true,
  at: new Date('2026-11-20T09:15:00+07:00'),
  formSet: '2025',
  officer: { name: 'Nguyễn Thị Thu Hương', title: 'Cán bộ tiếp nhận hồ sơ' },
};

const applicant = {
  name: 'Công ty Trách nhiệm hữu hạn Một thành viên Thương mại và Phát triển Mỹ phẩm Thiên nhiên Hoàng Liên Sơn',
  identifier: '0109876543',
  representative: 'Trần Quốc Vượng, Giám đốc',
  address: 'Số 12, ngõ 45, đường Nguyễn Chí Thanh, phường Láng, thành phố Hà Nội',
  phone: '024 3846 0000',
  email: 'phaply@hoanglienson.example',
};

const procedure = {
  name: 'Cấp số tiếp nhận Phiếu công bố sản phẩm mỹ phẩm nhập khẩu',
  code: null,
};

const signatory = { authority: ['KT. CỤC TRƯỞNG', 'PHÓ CỤC TRƯỞNG'], name: 'Lê Hoàng Minh' };
const digest = '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08';

export const form01Sample: Form01 = {
  ...frame,
  applicant,
  procedure,
  components: [
    { name: 'Phiếu công bố sản phẩm mỹ phẩm', originals: 0, copies: 0, electronic: 1 },
    {
      name: 'Giấy ủy quyền của nhà sản xuất hoặc chủ sở hữu sản phẩm',
      originals: 0,
      copies: 0,
      electronic: 1,
    },
    {
      name: 'Giấy chứng nhận lưu hành tự do (CFS) đối với sản phẩm nhập khẩu',
      originals: 0,
      copies: 1,
      electronic: 1,
    },
  ],
  sets: 1,
  limit: { amount: 3, unit: 'working_day' },
  receivedAt: new Date('2026-11-20T09:15:00+07:00'),
  dueAt: new Date('2026-11-25T17:00:00+07:00'),
  dueSteps: [
    { date: '2026-11-21', counted: false, note: 'nghỉ hằng tuần' },
    { date: '2026-11-22', counted: false, note: 'nghỉ hằng tuần' },
    { date: '2026-11-23', counted: true, note: '' },
    { date: '2026-11-24', counted: true, note: '' },
    { date: '2026-11-25', counted: true, note: '' },
  ],
  channel: 'Trực tuyến, tại kho dữ liệu điện tử của tổ chức, cá nhân',
};

export const form02Sample: Form02 = {
  ...frame,
  number: { kind: 'given', text: '18/YCBS-QLD', date: '2026-11-23' },
  applicant,
  procedure,
  items: [
    {
      name: 'Giấy chứng nhận lưu hành tự do (CFS)',
      request: 'Nộp bản được hợp pháp hóa lãnh sự còn thời hạn.',
      reason: 'Bản đã nộp cấp ngày 02/10/2024, quá hai năm kể từ ngày cấp.',
      ground: 'Thông tư 06/2011/TT-BYT, Điều 4',
    },
    {
      name: 'Mục 7: thành phần công thức',
      request: 'Ghi tên quốc tế INCI và tỷ lệ phần trăm của chất bảo quản Phenoxyethanol.',
      reason: 'Chưa có tỷ lệ nên chưa đối chiếu được với giới hạn cho phép.',
      ground: 'Thông tư 06/2011/TT-BYT, Phụ lục 01',
    },
  ],
  respondBy: '2027-02-23',
  guidance: 'Mở hồ sơ trên Cổng, chọn Bổ sung hồ sơ rồi sửa từng mục nêu trên.',
  contact: { name: 'Phòng Quản lý mỹ phẩm', phone: '024 3736 0000', email: 'mypham@qld.example' },
};

export const form03Sample: Form03 = {
  ...frame,
  number: { kind: 'given', text: '19/TCTN-QLD', date: '2026-11-20' },
  applicant,
  procedure,
  reasons: [
    {
      text: 'Sản phẩm sản xuất trong nước không thuộc thẩm quyền giải quyết của Cục Quản lý Dược.',
      ground: 'Thông tư 06/2011/TT-BYT, Điều 7',
    },
  ],
  guidance: 'Nộp hồ sơ tại Sở Y tế nơi đặt nhà máy sản xuất.',
};

export const form04Sample: Form04 = {
  ...frame,
  number: { kind: 'by_seal' },
  applicant,
  procedure,
  receivedAt: form01Sample.receivedAt,
  promisedAt: form01Sample.dueAt,
  newDueAt: new Date('2026-11-27T17:00:00+07:00'),
  reason: 'Chờ ý kiến của Viện Kiểm nghiệm thuốc Trung ương từ ngày 23/11/2026.',
  signatory,
};

export const form05Sample: Form05 = {
  ...frame,
  number: { kind: 'by_seal' },
  applicant,
  procedure,
  reason: 'Tổ chức đề nghị rút hồ sơ ngày 24/11/2026.',
  decision: 'Dừng giải quyết hồ sơ kể từ ngày 24/11/2026.',
  settlement: 'Hoàn trả phí đã nộp 500.000 ₫ vì hồ sơ chưa được thẩm định.',
  signatory,
};

export const form06Sample: Form06 = {
  ...frame,
  number: { kind: 'none', date: '2026-11-25' },
  applicantName: applicant.name,
  procedure,
  receivedAt: form01Sample.receivedAt,
  dueAt: form01Sample.dueAt,
  handovers: Array.from({ length: 24 }, (_, index) => ({
    from: { unit: 'Bộ phận Một cửa', person: 'Nguyễn Thị Thu Hương' },
    to: { unit: 'Phòng Quản lý mỹ phẩm', person: 'Phạm Đức Anh' },
    at: new Date(Date.UTC(2026, 10, 20, 2, 15 + index)),
    timeliness: (['early', 'on_time', 'late'] as const)[index % 3] ?? 'on_time',
    note: index % 2 === 0 ? '' : `Giao lần ${index + 1}, đủ thành phần hồ sơ`,
  })),
};

export const submissionReceiptSample: SubmissionReceipt = {
  ...frame,
  number: { kind: 'none', date: '2026-11-20' },
  applicantName: applicant.name,
  procedure,
  submittedAt: form01Sample.receivedAt,
  sequence: 48213,
  fields: [
    { key: 'product.name', label: 'Tên sản phẩm', digest },
    { key: 'product.brand', label: 'Nhãn hàng', digest },
    { key: 'manufacturer.name', label: 'Tên nhà sản xuất', digest },
  ],
  files: [
    { name: 'giay-uy-quyen-nha-san-xuat.pdf', mime: 'application/pdf', size: 1_482_113, sha256: digest },
    { name: 'CFS trang 1.jpg', mime: 'image/jpeg', size: 3_400_120, sha256: digest },
  ],
};

export const resultSample: Result = {
  ...frame,
  number: { kind: 'by_seal' },
  name: 'Số tiếp nhận Phiếu công bố sản phẩm mỹ phẩm',
  subtitle: 'Sản phẩm mỹ phẩm nhập khẩu',
  authorityLine: 'CỤC TRƯỞNG CỤC QUẢN LÝ DƯỢC',
  legalBasis: [
    'Thông tư số 06/2011/TT-BYT ngày 25/01/2011 của Bộ trưởng Bộ Y tế quy định về quản lý mỹ phẩm',
    'Nghị định số 93/2016/NĐ-CP ngày 01/7/2016 của Chính phủ quy định về điều kiện sản xuất mỹ phẩm',
    `hồ sơ ${frame.dossierCode} và kết quả thẩm định`,
  ],
  granted: `Cấp số tiếp nhận 284517/26/CBMP-QLD cho ${applicant.name}.`,
  facts: [
    { label: 'Số tiếp nhận', value: '284517/26/CBMP-QLD', strong: true },
    { label: 'Tên sản phẩm', value: 'Kem dưỡng ẩm chiết xuất rau má Centella Recovery Cream 50 ml' },
    {
      label: 'Nhà sản xuất',
      value: 'Laboratoires Beauté Naturelle S.A.S., 12 rue des Lilas, 69003 Lyon, Pháp',
    },
    { label: 'Tổ chức chịu trách nhiệm đưa sản phẩm ra thị trường', value: applicant.name },
  ],
  conditions: [
    'Chịu trách nhiệm về an toàn, chất lượng và ghi nhãn của sản phẩm.',
    'Lưu giữ hồ sơ thông tin sản phẩm (PIF) và xuất trình khi cơ quan có thẩm quyền yêu cầu.',
  ],
  validity: '05 năm kể từ ngày cấp',
  signatory,
  recipients: ['Tổ chức đề nghị;', 'Sở Y tế Thành phố Hồ Chí Minh;', 'Lưu: VT, MP.'],
};

export const refusalSample: Refusal = {
  ...frame,
  number: { kind: 'by_seal' },
  authorityLine: resultSample.authorityLine,
  legalBasis: resultSample.legalBasis,
  asked: procedure.name,
  applicantName: applicant.name,
  reasons: [
    {
      requirement: 'Sản phẩm không chứa chất thuộc danh mục cấm dùng trong mỹ phẩm',
      finding: 'Công thức có Hydroquinone 2 %',
      ground: 'Thông tư 06/2011/TT-BYT, Điều 13; Hiệp định mỹ phẩm ASEAN, Phụ lục II',
    },
  ],
  signatory,
  recipients: resultSample.recipients,
};

export const eReceiptSample: EReceipt = {
  ...frame,
  number: { kind: 'given', text: '0000213', date: '2026-11-20' },
  symbol: '01BLP0-26E',
  receiptNumber: '0000213',
  kind: 'charge',
  feeName: 'Phí thẩm định hồ sơ công bố sản phẩm mỹ phẩm',
  amount: 500_000,
  payer: { name: applicant.name, identifier: applicant.identifier, address: applicant.address },
  procedure,
  transaction: {
    id: 'TT-20261120-000000213',
    channel: 'Nền tảng thanh toán trực tuyến (mô phỏng)',
    paidAt: new Date('2026-11-20T09:02:00+07:00'),
  },
  beneficiary: 'Cục Quản lý Dược, tài khoản 3511.0.1057000 tại Kho bạc Nhà nước (mẫu)',
};
