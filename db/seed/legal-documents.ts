// Legal texts the portal rests on, with what replaced them. A date nobody has read is null; "found" means that a public
// register or page says so, not that the text itself was re-read. Titles are short descriptions of the subject.
import type { Confidence } from '@/lib/procedures/define';

type Kind = 'law' | 'resolution' | 'decree' | 'decision' | 'circular' | 'directive' | 'standard' | 'letter';

export interface LegalDocument {
  id: string;
  number: string;
  title: { vi: string; en: string };
  kind: Kind;
  issuer: string;
  issuedOn: string | null;
  validFrom: string | null;
  validTo: string | null;
  successorId: string | null;
  statusNote: string | null;
  sourceRef: string;
  confidence: Confidence;
}

const register = 'Danh mục văn bản pháp luật về y tế số, cập nhật 05/10/2026';
const oneStopStudy = 'Tổng hợp quy định một cửa còn hiệu lực, 02/10/2026';
const decree224 = 'https://datafiles.chinhphu.vn/cpp/files/vbpq/2026/7/224-ndcp.signed.pdf';
const decree46 =
  'https://github.com/diepxuan/diepxuan.github.io/blob/main/van-ban/y-te-duoc/nghi-dinh-46-2026-nd-cp-an-toan-thuc-pham.md';
const decree98 =
  'https://github.com/diepxuan/diepxuan.github.io/blob/main/van-ban/y-te-duoc/quan-ly-trang-thiet-bi-y-te.md';
const fees =
  'https://github.com/diepxuan/diepxuan.github.io/blob/main/van-ban/thue-phi-le-phi-cac-khoan-thu-khac/phi-va-le-phi.md';
const cyberTemplates = 'Bộ biểu mẫu thi hành Nghị định 331/2026/NĐ-CP và TCVN 14423:2026';
const memory = 'Kiến thức chuyên môn, chưa đối chiếu văn bản';

interface Facts {
  issuedOn?: string;
  validFrom?: string;
  /** Last day in force. */
  validTo?: string;
  successorId?: string;
  statusNote?: string;
  /** Where it was found; without it the row is professional knowledge. */
  source?: string;
  confidence?: Confidence;
}

type Row = [id: string, number: string, vi: string, en: string, facts?: Facts];

const kinds: Record<string, { kind: Kind; issuer: string }> = {
  luat: { kind: 'law', issuer: 'Quốc hội' },
  nq: { kind: 'resolution', issuer: 'Quốc hội' },
  nd: { kind: 'decree', issuer: 'Chính phủ' },
};

const rows: Row[] = [
  // Administrative procedures
  [
    'nd-61-2018',
    '61/2018/NĐ-CP',
    'Cơ chế một cửa, một cửa liên thông',
    'One-stop mechanism',
    { validTo: '2025-06-30', successorId: 'nd-118-2025', source: decree224 },
  ],
  [
    'nd-107-2021',
    '107/2021/NĐ-CP',
    'Sửa đổi Nghị định 61/2018/NĐ-CP',
    'Amending Decree 61/2018',
    { validTo: '2025-06-30', successorId: 'nd-118-2025', source: decree224 },
  ],
  [
    'nd-118-2025',
    '118/2025/NĐ-CP',
    'Thực hiện thủ tục hành chính theo cơ chế một cửa, một cửa liên thông',
    'One-stop handling of administrative procedures',
    {
      issuedOn: '2025-06-09',
      validFrom: '2025-07-01',
      statusNote: 'Được sửa đổi bởi Nghị định 367/2025/NĐ-CP',
      source: oneStopStudy,
    },
  ],
  [
    'nd-367-2025',
    '367/2025/NĐ-CP',
    'Sửa đổi Nghị định 118/2025/NĐ-CP',
    'Amending Decree 118/2025',
    {
      issuedOn: '2025-12-31',
      statusNote: 'Khoản 9 Điều 1 bị bãi bỏ bởi Điều 89 Nghị định 224/2026/NĐ-CP',
      source: decree224,
    },
  ],
  [
    'tt-01-2018-vpcp',
    '01/2018/TT-VPCP',
    'Hướng dẫn cơ chế một cửa, sáu biểu mẫu',
    'One-stop guidance with six forms',
    { successorId: 'tt-03-2025-vpcp', statusNote: 'Biểu mẫu được ban hành lại', source: oneStopStudy },
  ],
  [
    'tt-01-2023-vpcp',
    '01/2023/TT-VPCP',
    'Số hóa hồ sơ, kết quả giải quyết thủ tục hành chính',
    'Digitisation of dossiers and results',
    { statusNote: 'Chưa xác minh đã bị bãi bỏ toàn bộ hay chưa', source: oneStopStudy },
  ],
  [
    'tt-03-2025-vpcp',
    '03/2025/TT-VPCP',
    'Tổ chức một cửa, biểu mẫu, mã hồ sơ, mã lĩnh vực',
    'One-stop organisation, forms, dossier and sector codes',
    { issuedOn: '2025-09-15', source: oneStopStudy },
  ],
  [
    'nd-45-2020',
    '45/2020/NĐ-CP',
    'Thực hiện thủ tục hành chính trên môi trường điện tử',
    'Procedures in the electronic environment',
    { statusNote: 'Áp dụng cùng Nghị định 137/2024/NĐ-CP', source: register },
  ],
  [
    'nd-137-2024',
    '137/2024/NĐ-CP',
    'Giao dịch điện tử của cơ quan nhà nước',
    'Electronic transactions of state bodies',
    { source: register },
  ],
  [
    'nd-42-2022',
    '42/2022/NĐ-CP',
    'Cung cấp thông tin và dịch vụ công trực tuyến',
    'Online information and public services',
    { validTo: '2026-06-30', successorId: 'nd-224-2026', source: decree224 },
  ],
  [
    'nd-224-2026',
    '224/2026/NĐ-CP',
    'Quy định chi tiết Luật Chuyển đổi số',
    'Details of the Law on Digital Transformation',
    { issuedOn: '2026-06-24', source: decree224 },
  ],
  [
    'luat-148-2025',
    '148/2025/QH15',
    'Luật Chuyển đổi số',
    'Law on Digital Transformation',
    { source: decree224 },
  ],
  [
    'qd-31-2021-ttg',
    '31/2021/QĐ-TTg',
    'Quy chế Cổng Dịch vụ công quốc gia',
    'Regulation of the National Public Service Portal',
    {
      validTo: '2026-07-19',
      successorId: 'qd-29-2026-ttg',
      source:
        'https://baochinhphu.vn/chi-dao-dieu-hanh-cua-chinh-phu-thu-tuong-chinh-phu-ngay-5-6-2026-102260605181532652.htm',
    },
  ],
  [
    'qd-29-2026-ttg',
    '29/2026/QĐ-TTg',
    'Quy chế Cổng Dịch vụ công quốc gia (thay thế)',
    'Regulation of the National Public Service Portal (new)',
    {
      issuedOn: '2026-06-04',
      validFrom: '2026-07-20',
      source:
        'https://baochinhphu.vn/chi-dao-dieu-hanh-cua-chinh-phu-thu-tuong-chinh-phu-ngay-5-6-2026-102260605181532652.htm',
    },
  ],
  [
    'qd-766-2022-ttg',
    '766/QĐ-TTg',
    'Bộ chỉ số phục vụ người dân, doanh nghiệp trong thực hiện thủ tục hành chính',
    'Index of service quality in administrative procedures',
    { issuedOn: '2022-06-23', source: 'https://vietjack.me/phap-luat/quyet-dinh-766-qd-ttg-2271.html' },
  ],
  [
    'tt-21-2023-btttt',
    '21/2023/TT-BTTTT',
    'Chức năng, tính năng kỹ thuật của hệ thống thông tin giải quyết thủ tục hành chính',
    'Functions of the procedure-handling system',
    { statusNote: 'Được sửa đổi bởi Thông tư 11/2025/TT-BKHCN', source: oneStopStudy },
  ],
  [
    'tt-11-2025-bkhcn',
    '11/2025/TT-BKHCN',
    'Sửa đổi Thông tư 21/2023/TT-BTTTT',
    'Amending Circular 21/2023',
    { validFrom: '2025-08-01', source: oneStopStudy },
  ],
  [
    'qd-20-2020-ttg',
    '20/2020/QĐ-TTg',
    'Mã định danh điện tử của cơ quan',
    'Electronic identifiers of agencies',
  ],
  ['nd-30-2020', '30/2020/NĐ-CP', 'Công tác văn thư', 'Records management'],

  // Data, identification, security
  [
    'nd-13-2023',
    '13/2023/NĐ-CP',
    'Bảo vệ dữ liệu cá nhân',
    'Personal data protection',
    { validTo: '2025-12-31', successorId: 'nd-356-2025', source: register },
  ],
  [
    'luat-91-2025',
    '91/2025/QH15',
    'Luật Bảo vệ dữ liệu cá nhân',
    'Law on Personal Data Protection',
    { validFrom: '2026-01-01', source: register },
  ],
  [
    'nd-356-2025',
    '356/2025/NĐ-CP',
    'Quy định chi tiết Luật Bảo vệ dữ liệu cá nhân',
    'Details of the Law on Personal Data Protection',
    { validFrom: '2026-01-01', source: register },
  ],
  [
    'nd-330-2026',
    '330/2026/NĐ-CP',
    'Xử phạt vi phạm về dữ liệu cá nhân',
    'Sanctions on personal data',
    { source: register },
  ],
  [
    'luat-86-2015',
    '86/2015/QH13',
    'Luật An toàn thông tin mạng',
    'Law on Network Information Security',
    { validTo: '2026-06-30', successorId: 'luat-116-2025', source: register },
  ],
  [
    'nd-85-2016',
    '85/2016/NĐ-CP',
    'Bảo đảm an toàn hệ thống thông tin theo cấp độ',
    'Security of information systems by level',
    {
      successorId: 'nd-331-2026',
      statusNote: 'Chỉ còn áp dụng cho thẩm định cấp độ chuyển tiếp',
      source: register,
    },
  ],
  [
    'tt-12-2022-btttt',
    '12/2022/TT-BTTTT',
    'Hướng dẫn Nghị định 85/2016/NĐ-CP',
    'Guidance on Decree 85/2016',
    { successorId: 'nd-331-2026', statusNote: 'Căn cứ pháp lý hết hiệu lực từ 01/7/2026', source: register },
  ],
  [
    'tcvn-11930-2017',
    'TCVN 11930:2017',
    'Yêu cầu cơ bản an toàn hệ thống thông tin theo cấp độ',
    'Baseline security requirements by level',
    { successorId: 'tcvn-14423-2026', source: register },
  ],
  ['luat-116-2025', '116/2025/QH15', 'Luật An ninh mạng', 'Law on Cybersecurity', { source: register }],
  [
    'nd-331-2026',
    '331/2026/NĐ-CP',
    'Bảo đảm an ninh hệ thống thông tin theo cấp độ',
    'Security of information systems by level',
    { issuedOn: '2026-08-19', source: cyberTemplates },
  ],
  [
    'nd-333-2026',
    '333/2026/NĐ-CP',
    'Trách nhiệm của doanh nghiệp cung cấp dịch vụ trực tuyến, lưu nhật ký',
    'Duties of online service providers, log retention',
    { source: cyberTemplates },
  ],
  [
    'tcvn-14423-2026',
    'TCVN 14423:2026',
    'Yêu cầu an ninh hệ thống thông tin theo cấp độ',
    'Security requirements by level',
    { source: cyberTemplates },
  ],
  [
    'nd-59-2022',
    '59/2022/NĐ-CP',
    'Định danh và xác thực điện tử',
    'Electronic identification',
    { validTo: '2024-06-30', successorId: 'nd-69-2024', source: register },
  ],
  [
    'nd-69-2024',
    '69/2024/NĐ-CP',
    'Định danh và xác thực điện tử (thay thế)',
    'Electronic identification (new)',
    { validFrom: '2024-07-01', source: register },
  ],
  [
    'nd-23-2025',
    '23/2025/NĐ-CP',
    'Chữ ký điện tử và dịch vụ tin cậy',
    'Electronic signature and trust services',
    { source: register },
  ],
  ['luat-20-2023', '20/2023/QH15', 'Luật Giao dịch điện tử', 'Law on E-Transactions', { source: register }],
  [
    'tt-41-2017-btttt',
    '41/2017/TT-BTTTT',
    'Chữ ký số cho văn bản điện tử trong cơ quan nhà nước',
    'Digital signatures on documents of state bodies',
    { validTo: '2026-11-14', statusNote: 'Bị bãi bỏ từ 15/11/2026', source: register },
  ],
  [
    'qd-20-2025-ttg',
    '20/2025/QĐ-TTg',
    'Danh mục dữ liệu quan trọng, dữ liệu cốt lõi',
    'List of important and core data',
    { source: register },
  ],
  [
    'tt-22-2023-btttt',
    '22/2023/TT-BTTTT',
    'Cấu trúc, bố cục, tiếp cận của cổng thông tin điện tử',
    'Structure and accessibility of state portals',
    { source: 'Nghĩa vụ tiếp cận, bản tổng hợp công khai' },
  ],
  ['luat-33-2024', '33/2024/QH15', 'Luật Lưu trữ', 'Law on Archives'],
  ['tt-10-2022-bnv', '10/2022/TT-BNV', 'Thời hạn bảo quản tài liệu', 'Retention periods of documents'],
  [
    'qd-06-2022-ttg',
    '06/QĐ-TTg',
    'Đề án 06 giai đoạn 2022–2025',
    'Scheme 06, 2022–2025',
    { successorId: 'qd-826-2026-ttg', source: register },
  ],
  [
    'qd-826-2026-ttg',
    '826/QĐ-TTg',
    'Đề án 06 giai đoạn 2026–2030',
    'Scheme 06, 2026–2030',
    { issuedOn: '2026-05-11', source: register },
  ],

  // Ministry structure, digital health programmes
  [
    'nd-42-2025',
    '42/2025/NĐ-CP',
    'Chức năng, nhiệm vụ, cơ cấu tổ chức Bộ Y tế',
    'Structure of the Ministry of Health',
    { validTo: '2026-08-17', successorId: 'nd-313-2026', source: register },
  ],
  [
    'nd-313-2026',
    '313/2026/NĐ-CP',
    'Chức năng, nhiệm vụ, cơ cấu tổ chức Bộ Y tế (thay thế)',
    'Structure of the Ministry of Health (new)',
    {
      issuedOn: '2026-08-08',
      validFrom: '2026-08-18',
      statusNote: 'Cơ cấu chưa đối chiếu',
      source: register,
    },
  ],
  [
    'qd-1928-2023-byt',
    '1928/QĐ-BYT',
    'Kiến trúc Chính phủ điện tử Bộ Y tế 2.1',
    'e-Government architecture 2.1 of the Ministry',
    { successorId: 'qd-2146-2026-byt', statusNote: 'Văn bản thay thế theo một nguồn', source: register },
  ],
  [
    'qd-2146-2026-byt',
    '2146/QĐ-BYT',
    'Kiến trúc số Bộ Y tế',
    'Digital architecture of the Ministry',
    { issuedOn: '2026-07-15', statusNote: 'Một nguồn', source: register },
  ],
  [
    'qd-2491-2023-byt',
    '2491/QĐ-BYT',
    'Nhiệm vụ trọng tâm về chuyển đổi số y tế 2023–2025',
    'Key tasks of digital transformation 2023–2025',
    { issuedOn: '2023-06-13', source: 'Thông tấn xã Việt Nam, 06/2023', confidence: 'seed' },
  ],
  [
    'qd-1710-2023-byt',
    '1710/QĐ-BYT',
    'Kế hoạch thực hiện Nghị quyết 157-NQ/BCSĐ về chuyển đổi số',
    'Plan for Resolution 157-NQ/BCSD on digital transformation',
    { issuedOn: '2023-04-05', source: 'LawNet', confidence: 'seed' },
  ],
  [
    'nq-157-2023-bcsd',
    '157-NQ/BCSĐ',
    'Chuyển đổi số y tế (Ban Cán sự đảng Bộ Y tế)',
    'Digital transformation of health',
    { issuedOn: '2023-02-03', source: 'LawNet', confidence: 'seed' },
  ],
  [
    'qd-3516-2025-byt',
    '3516/QĐ-BYT',
    'Chiến lược chuyển đổi số y tế 2025–2030',
    'Digital transformation strategy 2025–2030',
    { issuedOn: '2025-11-12', source: register },
  ],
  [
    'qd-586-2026-byt',
    '586/QĐ-BYT',
    'Kế hoạch bệnh án điện tử năm 2026',
    'EMR plan 2026',
    { issuedOn: '2026-03-09', source: register },
  ],
  [
    'qd-965-2026-byt',
    '965/QĐ-BYT',
    'Kế hoạch bệnh án điện tử 2026–2030',
    'EMR plan 2026–2030',
    { issuedOn: '2026-04-10', source: register },
  ],
  [
    'ct-04-2026-byt',
    '04/CT-BYT',
    'Chỉ thị về chuyển đổi số y tế',
    'Directive on digital health',
    { issuedOn: '2026-04-07', source: register },
  ],
  [
    'ct-07-2026-byt',
    '07/CT-BYT',
    'Chỉ thị về chuyển đổi số y tế',
    'Directive on digital health',
    { issuedOn: '2026-09-15', source: register },
  ],
  [
    'qd-31-2026-byt',
    '31/QĐ-BYT',
    'Sử dụng dữ liệu Sổ sức khỏe điện tử thay giấy tờ',
    'Electronic health book data instead of papers',
    { issuedOn: '2026-01-06', source: register },
  ],
  [
    'qd-1551-2026-byt',
    '1551/QĐ-BYT',
    'Dữ liệu khám sức khỏe trong 24 giờ',
    'Health-check data within 24 hours',
    { issuedOn: '2026-05-31', source: register },
  ],
  ['nd-102-2025', '102/2025/NĐ-CP', 'Quản lý dữ liệu y tế', 'Health data management', { source: register }],
  [
    'nd-90-2026',
    '90/2026/NĐ-CP',
    'Xử phạt vi phạm hành chính trong lĩnh vực y tế',
    'Sanctions in health',
    { validFrom: '2026-05-15', source: register },
  ],

  // Hospitals, records, data standards
  [
    'tt-54-2017-byt',
    '54/2017/TT-BYT',
    'Bộ tiêu chí ứng dụng công nghệ thông tin tại cơ sở khám bệnh, chữa bệnh',
    'IT criteria for facilities',
    {
      issuedOn: '2017-12-29',
      statusNote: 'Còn hiệu lực một phần: mục VIII Phụ lục I và tiêu chí bệnh án điện tử bị bãi bỏ',
      source: register,
    },
  ],
  [
    'tt-46-2018-byt',
    '46/2018/TT-BYT',
    'Hồ sơ bệnh án điện tử',
    'Electronic medical records',
    { validTo: '2025-06-05', successorId: 'tt-13-2025-byt', source: register },
  ],
  [
    'tt-13-2025-byt',
    '13/2025/TT-BYT',
    'Hướng dẫn triển khai bệnh án điện tử',
    'Electronic medical records (new)',
    { issuedOn: '2025-06-06', validFrom: '2025-07-21', source: register },
  ],
  [
    'tt-48-2017-byt',
    '48/2017/TT-BYT',
    'Trích chuyển dữ liệu điện tử bảo hiểm y tế',
    'Electronic health insurance data',
    { statusNote: 'Dự thảo thay thế dự kiến từ 01/01/2027', source: register },
  ],
  [
    'qd-4210-2017-byt',
    '4210/QĐ-BYT',
    'Chuẩn dữ liệu đầu ra XML',
    'XML output standard',
    { successorId: 'qd-130-2023-byt', source: register },
  ],
  [
    'qd-130-2023-byt',
    '130/QĐ-BYT',
    'Chuẩn và định dạng dữ liệu đầu ra khám bệnh, chữa bệnh',
    'Output data standard',
    {
      issuedOn: '2023-01-18',
      validFrom: '2023-09-01',
      statusNote: 'Được sửa đổi bởi 4750/QĐ-BYT, 3176/QĐ-BYT, 1931/QĐ-BYT',
      source: register,
    },
  ],
  [
    'qd-4750-2023-byt',
    '4750/QĐ-BYT',
    'Sửa đổi Quyết định 130/QĐ-BYT',
    'Amending Decision 130',
    { issuedOn: '2023-12-29', validFrom: '2024-07-01', source: register },
  ],
  [
    'qd-3176-2024-byt',
    '3176/QĐ-BYT',
    'Sửa đổi Quyết định 4750/QĐ-BYT',
    'Amending Decision 4750',
    { issuedOn: '2024-10-29', validFrom: '2025-01-01', source: register },
  ],
  [
    'qd-1931-2026-byt',
    '1931/QĐ-BYT',
    'Sửa đổi trường dữ liệu của Quyết định 130/QĐ-BYT',
    'Amending data fields of Decision 130',
    { issuedOn: '2026-06-29', validFrom: '2026-07-01', statusNote: 'Một nguồn', source: register },
  ],
  [
    'qd-7603-2018-byt',
    '7603/QĐ-BYT',
    'Bộ mã danh mục dùng chung',
    'Shared code lists',
    { statusNote: 'Còn hiệu lực một phần, sửa đổi gần nhất 1804/QĐ-BYT năm 2026', source: register },
  ],
  [
    'qd-1804-2026-byt',
    '1804/QĐ-BYT',
    'Mã loại hình khám, mã khoa',
    'Visit-type and department codes',
    { validFrom: '2026-08-01', source: register },
  ],
  [
    'qd-697-2026-byt',
    '697/QĐ-BYT',
    'Mẫu bảng kê chi phí khám bệnh, chữa bệnh',
    'Cost statement form',
    { source: register },
  ],
  [
    'qd-3074-2022-byt',
    '3074/QĐ-BYT',
    'Kết nối dữ liệu cơ sở khám bệnh, chữa bệnh',
    'Connection of facility data',
    { statusNote: 'Nội dung chưa tìm thấy', source: 'LawNet', confidence: 'seed' },
  ],
  [
    'qd-1332-2024-byt',
    '1332/QĐ-BYT',
    'Sổ sức khỏe điện tử trên VNeID',
    'Electronic health book on VNeID',
    { source: register },
  ],
  [
    'qd-2733-2024-byt',
    '2733/QĐ-BYT',
    'Sổ sức khỏe điện tử trên VNeID',
    'Electronic health book on VNeID',
    { source: register },
  ],
  [
    'qd-1227-2025-byt',
    '1227/QĐ-BYT',
    'Danh mục mã dùng chung chỉ số cận lâm sàng đợt 1',
    'Shared paraclinical indicator codes, batch 1',
    { issuedOn: '2025-04-11', source: register },
  ],
  [
    'tt-06-2026-byt',
    '06/2026/TT-BYT',
    'Mã hóa bệnh ICD-10',
    'ICD-10 coding',
    { validFrom: '2026-07-01', source: register },
  ],
  [
    'tt-23-2025-byt',
    '23/2025/TT-BYT',
    'Chế độ báo cáo thống kê y tế',
    'Health statistics reporting',
    { validTo: '2027-02-28', statusNote: 'Hết hiệu lực từ 01/3/2027', source: register },
  ],
  [
    'tt-33-2025-byt',
    '33/2025/TT-BYT',
    'Thời hạn lưu trữ hồ sơ ngành y tế',
    'Retention periods in health',
    { source: register },
  ],
  [
    'tt-38-2024-byt',
    '38/2024/TT-BYT',
    'Hệ thống thông tin về khám bệnh, chữa bệnh',
    'Information system on examination and treatment',
    { validFrom: '2027-01-01', source: register },
  ],
  [
    'luat-51-2024',
    '51/2024/QH15',
    'Luật sửa đổi Luật Bảo hiểm y tế',
    'Law amending the Health Insurance Law',
    { source: register },
  ],
  [
    'nd-188-2025',
    '188/2025/NĐ-CP',
    'Quy định chi tiết Luật Bảo hiểm y tế',
    'Details of the Health Insurance Law',
    { source: register },
  ],
  [
    'qd-1813-2021-ttg',
    '1813/QĐ-TTg',
    'Thanh toán không dùng tiền mặt 2021–2025',
    'Non-cash payment 2021–2025',
    { source: register },
  ],
  ['nd-52-2024', '52/2024/NĐ-CP', 'Thanh toán không dùng tiền mặt', 'Non-cash payment', { source: register }],

  // Fees, receipts
  [
    'nd-123-2020',
    '123/2020/NĐ-CP',
    'Hóa đơn, chứng từ',
    'Invoices and receipts',
    { validTo: '2026-06-30', successorId: 'nd-254-2026', source: register },
  ],
  [
    'nd-70-2025',
    '70/2025/NĐ-CP',
    'Sửa đổi Nghị định 123/2020/NĐ-CP',
    'Amending Decree 123/2020',
    { validTo: '2026-06-30', successorId: 'nd-254-2026', source: register },
  ],
  [
    'nd-254-2026',
    '254/2026/NĐ-CP',
    'Hóa đơn, chứng từ (thay thế)',
    'Invoices and receipts (new)',
    { statusNote: 'Biên lai giấy dùng đến 31/12/2026; biên lai điện tử từ 01/01/2027', source: register },
  ],
  [
    'tt-41-2023-btc',
    '41/2023/TT-BTC',
    'Phí trong lĩnh vực dược, mỹ phẩm',
    'Charges in pharmacy and cosmetics',
    { validFrom: '2023-08-01', source: fees },
  ],
  [
    'tt-59-2023-btc',
    '59/2023/TT-BTC',
    'Phí trong lĩnh vực y tế',
    'Charges in health',
    { validFrom: '2023-10-16', source: fees },
  ],
  [
    'tt-278-2016-btc',
    '278/2016/TT-BTC',
    'Phí trong lĩnh vực y tế (cũ)',
    'Charges in health (old)',
    { validTo: '2023-10-15', successorId: 'tt-59-2023-btc', source: fees },
  ],
  ['tt-67-2021-btc', '67/2021/TT-BTC', 'Phí trong lĩnh vực an toàn thực phẩm', 'Charges in food safety'],
  [
    'tt-74-2022-btc',
    '74/2022/TT-BTC',
    'Hình thức, thời hạn thu, nộp, kê khai phí, lệ phí',
    'Payment and declaration of charges',
    { source: fees },
  ],
  [
    'tt-243-2016-btc',
    '243/2016/TT-BTC',
    'Phí giám định y khoa',
    'Charges for medical assessment',
    { statusNote: 'Có thể đã có văn bản thay thế' },
  ],

  // Pharmacy, cosmetics
  [
    'luat-105-2016',
    '105/2016/QH13',
    'Luật Dược',
    'Law on Pharmacy',
    { statusNote: 'Được sửa đổi bởi Luật 44/2024/QH15' },
  ],
  ['luat-44-2024', '44/2024/QH15', 'Luật sửa đổi Luật Dược', 'Law amending the Law on Pharmacy'],
  [
    'nd-54-2017',
    '54/2017/NĐ-CP',
    'Quy định chi tiết Luật Dược (cũ)',
    'Details of the Law on Pharmacy (old)',
    { validTo: '2025-06-30', successorId: 'nd-163-2025', source: register },
  ],
  [
    'nd-163-2025',
    '163/2025/NĐ-CP',
    'Quy định chi tiết Luật Dược',
    'Details of the Law on Pharmacy',
    { validFrom: '2025-07-01', source: register },
  ],
  [
    'tt-12-2025-byt',
    '12/2025/TT-BYT',
    'Đăng ký lưu hành thuốc, nguyên liệu làm thuốc',
    'Registration of drugs',
  ],
  [
    'tt-29-2025-byt',
    '29/2025/TT-BYT',
    'Đăng ký lưu hành thuốc cổ truyền, dược liệu',
    'Registration of traditional medicines and herbs',
  ],
  [
    'luat-quang-cao',
    'Luật Quảng cáo (sửa đổi năm 2025)',
    'Luật Quảng cáo',
    'Law on Advertising',
    { statusNote: 'Số hiệu văn bản chưa đối chiếu' },
  ],
  [
    'tt-06-2011-byt',
    '06/2011/TT-BYT',
    'Quản lý mỹ phẩm',
    'Management of cosmetics',
    {
      source: 'https://dichvucong.gov.vn/p/home/dvc-tthc-thu-tuc-hanh-chinh-chi-tiet.html?ma_thu_tuc=175941',
    },
  ],
  [
    'nd-93-2016',
    '93/2016/NĐ-CP',
    'Điều kiện sản xuất mỹ phẩm',
    'Conditions of cosmetics production',
    {
      source: 'https://dichvucong.gov.vn/p/home/dvc-tthc-thu-tuc-hanh-chinh-chi-tiet.html?ma_thu_tuc=175941',
    },
  ],
  [
    'nd-155-2018',
    '155/2018/NĐ-CP',
    'Sửa đổi quy định về điều kiện đầu tư kinh doanh thuộc Bộ Y tế',
    'Amending business conditions under the Ministry',
    { source: 'Cổng dịch vụ công Bộ Y tế, thủ tục 1.002238' },
  ],

  // Devices
  [
    'nd-98-2021',
    '98/2021/NĐ-CP',
    'Quản lý trang thiết bị y tế',
    'Management of medical devices',
    { statusNote: 'Được sửa đổi bởi các Nghị định 07/2023, 96/2023, 85/2024, 04/2025', source: decree98 },
  ],
  [
    'nd-07-2023',
    '07/2023/NĐ-CP',
    'Sửa đổi Nghị định 98/2021/NĐ-CP',
    'Amending Decree 98/2021',
    { source: decree98 },
  ],
  [
    'nd-85-2024',
    '85/2024/NĐ-CP',
    'Sửa đổi Nghị định 98/2021/NĐ-CP',
    'Amending Decree 98/2021',
    { source: decree98 },
  ],
  [
    'nd-04-2025',
    '04/2025/NĐ-CP',
    'Sửa đổi Nghị định 98/2021/NĐ-CP',
    'Amending Decree 98/2021',
    { source: decree98 },
  ],
  ['nd-69-2018', '69/2018/NĐ-CP', 'Quản lý ngoại thương', 'Foreign trade management'],
  [
    'qd-3830-2025-byt',
    '3830/QĐ-BYT',
    'Quy trình nội bộ, điện tử giải quyết thủ tục về thiết bị y tế',
    'Internal processes, medical devices',
    {
      issuedOn: '2025-12-11',
      source:
        'https://nhansu.vn/van-ban-phap-luat/Quyet-dinh-3830-QD-BYT-2025-quy-trinh-noi-bo-giai-quyet-thu-tuc-hanh-chinh-Thiet-bi-y-te-684205.html',
    },
  ],

  // Food safety
  [
    'nd-15-2018',
    '15/2018/NĐ-CP',
    'Quy định chi tiết Luật An toàn thực phẩm',
    'Details of the Law on Food Safety',
    {
      statusNote: 'Nghị định 46/2026/NĐ-CP dự kiến thay thế; tình trạng sau 16/4/2026 chưa xác minh',
      source: decree46,
    },
  ],
  [
    'nd-46-2026',
    '46/2026/NĐ-CP',
    'Quy định chi tiết Luật An toàn thực phẩm (mới)',
    'Details of the Law on Food Safety (new)',
    {
      issuedOn: '2026-01-26',
      statusNote: 'Tạm ngưng đến 16/4/2026 theo Nghị quyết 09/2026/NQ-CP; tình trạng sau đó chưa xác minh',
      source: decree46,
    },
  ],
  [
    'nq-09-2026-cp',
    '09/2026/NQ-CP',
    'Tạm ngưng hiệu lực Nghị định 46/2026/NĐ-CP',
    'Suspending Decree 46/2026',
    { source: decree46 },
  ],

  // Examination and treatment, prevention, training, assessment
  [
    'luat-15-2023',
    '15/2023/QH15',
    'Luật Khám bệnh, chữa bệnh',
    'Law on Examination and Treatment',
    { source: register },
  ],
  [
    'nd-96-2023',
    '96/2023/NĐ-CP',
    'Quy định chi tiết Luật Khám bệnh, chữa bệnh',
    'Details of the Law on Examination and Treatment',
    { source: decree98 },
  ],
  [
    'luat-03-2007',
    '03/2007/QH12',
    'Luật Phòng, chống bệnh truyền nhiễm',
    'Law on Infectious Diseases',
    { validTo: '2026-06-30', successorId: 'luat-114-2025', source: register },
  ],
  [
    'luat-114-2025',
    '114/2025/QH15',
    'Luật Phòng bệnh',
    'Law on Disease Prevention',
    { validFrom: '2026-07-01', source: register },
  ],
  [
    'nd-165-2026',
    '165/2026/NĐ-CP',
    'Quy định chi tiết Luật Phòng bệnh',
    'Details of the Law on Disease Prevention',
    { statusNote: 'Nội dung chưa đối chiếu', source: register },
  ],
  [
    'tt-15-2026-byt',
    '15/2026/TT-BYT',
    'Hướng dẫn Luật Phòng bệnh',
    'Guidance on the Law on Disease Prevention',
    { source: register },
  ],
  [
    'nd-103-2016',
    '103/2016/NĐ-CP',
    'An toàn sinh học tại phòng xét nghiệm',
    'Laboratory biosafety',
    { statusNote: 'Căn cứ thay đổi theo Nghị định 165/2026/NĐ-CP từ 01/7/2026; chưa đối chiếu' },
  ],
  [
    'nd-91-2016',
    '91/2016/NĐ-CP',
    'Quản lý hóa chất, chế phẩm diệt côn trùng, diệt khuẩn',
    'Insecticidal and disinfectant preparations',
    {
      source:
        'https://dichvucong.gov.vn/p/home/dvc-tthc-thu-tuc-hanh-chinh-chi-tiet.html?ma_thu_tuc=5483&open_popup=1',
    },
  ],
  [
    'nd-129-2024',
    '129/2024/NĐ-CP',
    'Sửa đổi Nghị định 91/2016/NĐ-CP',
    'Amending Decree 91/2016',
    { source: 'https://dichvucong.bentre.gov.vn/block/phieu-huong-dan/thu-tuc/70246' },
  ],
  [
    'nd-111-2017',
    '111/2017/NĐ-CP',
    'Tổ chức đào tạo thực hành khối ngành sức khỏe',
    'Practice training in health',
  ],
  [
    'tt-56-2017-byt',
    '56/2017/TT-BYT',
    'Giám định y khoa',
    'Medical assessment',
    { statusNote: 'Đã được sửa đổi' },
  ],

  // Birth, death, driver health
  [
    'nd-63-2024',
    '63/2024/NĐ-CP',
    'Liên thông điện tử nhóm thủ tục khai sinh, khai tử',
    'Linked procedures of birth and death',
    { statusNote: 'Được sửa đổi bởi Nghị định 301/2026/NĐ-CP', source: register },
  ],
  [
    'nd-301-2026',
    '301/2026/NĐ-CP',
    'Sửa đổi Nghị định 63/2024/NĐ-CP',
    'Amending Decree 63/2024',
    { statusNote: 'Biểu mẫu mới từ 01/9/2026', source: register },
  ],
  [
    'qd-1898-2025-byt',
    '1898/QĐ-BYT',
    'Chuẩn dữ liệu giấy chứng sinh',
    'Data standard of birth certificates',
    { issuedOn: '2025-06-09', source: register },
  ],
  [
    'tt-17-2012-byt',
    '17/2012/TT-BYT',
    'Cấp và sử dụng giấy chứng sinh',
    'Issue and use of birth certificates',
    { source: register },
  ],
  ['tt-24-2020-byt', '24/2020/TT-BYT', 'Giấy báo tử', 'Death notices', { source: register }],
  [
    'qd-1996-2025-byt',
    '1996/QĐ-BYT',
    'Dữ liệu giấy báo tử',
    'Death notice data',
    { statusNote: 'Tình trạng hiệu lực chưa rõ', source: register },
  ],
  [
    'tt-36-2024-byt',
    '36/2024/TT-BYT',
    'Tiêu chuẩn, khám sức khỏe lái xe',
    'Health standards and checks of drivers',
    { validFrom: '2025-01-01', source: register },
  ],

  // Territory, calendar
  [
    'qd-19-2025-ttg',
    '19/2025/QĐ-TTg',
    'Bảng danh mục và mã số đơn vị hành chính',
    'Codes of administrative units',
    { source: 'https://datafiles.chinhphu.vn/cpp/files/vbpq/2025/7/19ttg.signed.pdf' },
  ],
  ['nq-202-2025', '202/2025/QH15', 'Sắp xếp đơn vị hành chính cấp tỉnh', 'Rearrangement of provinces'],
  [
    'nq-30-2026',
    '30/2026/QH16',
    'Thành lập thành phố Đồng Nai',
    'Foundation of Đồng Nai city',
    {
      source:
        'https://xaydungchinhsach.chinhphu.vn/nghi-quyet-so-30-2026-qh16-thanh-lap-thanh-pho-dong-nai-119260430102336551.htm',
    },
  ],
  [
    'nq-80-2026-tw',
    '80-NQ/TW',
    'Phát triển văn hóa (chọn 24/11 là ngày nghỉ)',
    'Culture (24 November a day off)',
    {
      issuedOn: '2026-01-07',
      source:
        'https://vneconomy.vn/nguoi-lao-dong-dong-tinh-khi-chon-2411-la-ngay-van-hoa-viet-nam-duoc-nghi-le.htm',
    },
  ],
];

const issuers: Record<string, string> = {
  byt: 'Bộ Y tế',
  btc: 'Bộ Tài chính',
  vpcp: 'Văn phòng Chính phủ',
  btttt: 'Bộ Thông tin và Truyền thông',
  bkhcn: 'Bộ Khoa học và Công nghệ',
  bnv: 'Bộ Nội vụ',
  ttg: 'Thủ tướng Chính phủ',
  bcsd: 'Ban Cán sự đảng Bộ Y tế',
  cp: 'Chính phủ',
  tw: 'Bộ Chính trị',
};

const kindByPrefix: Record<string, Kind> = {
  tt: 'circular',
  qd: 'decision',
  ct: 'directive',
  nq: 'resolution',
  tcvn: 'standard',
};

function kindAndIssuer(id: string): { kind: Kind; issuer: string } {
  const parts = id.split('-');
  const [prefix = ''] = parts;
  const issuer = issuers[parts.at(-1) ?? ''];
  const fixed = kinds[prefix];
  if (fixed && !issuer) return fixed;
  return { kind: kindByPrefix[prefix] ?? 'standard', issuer: issuer ?? 'Bộ Khoa học và Công nghệ' };
}

function documentOf([id, number, vi, en, facts = {}]: Row): LegalDocument {
  return {
    id,
    number,
    title: { vi, en },
    ...kindAndIssuer(id),
    issuedOn: facts.issuedOn ?? null,
    validFrom: facts.validFrom ?? null,
    validTo: facts.validTo ?? null,
    successorId: facts.successorId ?? null,
    statusNote: facts.statusNote ?? null,
    sourceRef: facts.source ?? memory,
    confidence: facts.confidence ?? (facts.source ? 'found' : 'knowledge'),
  };
}

export const legalDocuments: readonly LegalDocument[] = rows.map(documentOf);
