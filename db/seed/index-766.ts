import 'server-only';
import type { Tx } from '@/db/client';
import { index766 } from '@/db/schema/indicators';
import { insertRows } from './rows';

type Row = typeof index766.$inferInsert;
type Pair = readonly [vi: string, en: string];
type Group = Pick<Row, 'group' | 'groupVi' | 'groupEn' | 'groupMaxPoints'>;

const group = (code: string, [groupVi, groupEn]: Pair, groupMaxPoints: number): Group => ({
  group: code,
  groupVi,
  groupEn,
  groupMaxPoints,
});

/** Five groups in law; the national board shows six, because payment is split from online services (12 + 10). */
const openness = group('1', ['Công khai, minh bạch', 'Openness'], 18);
const progress = group('2', ['Tiến độ, kết quả giải quyết', 'Progress and results'], 20);
const online = group('3a', ['Cung cấp dịch vụ công trực tuyến', 'Online services'], 12);
const payment = group('3b', ['Thanh toán trực tuyến', 'Online payment'], 10);
const digitisation = group('4', ['Số hóa hồ sơ', 'Digitisation'], 22);
const satisfaction = group('5', ['Mức độ hài lòng', 'Satisfaction'], 18);

type Score = Pick<Row, 'maxPoints' | 'pointsConfidence' | 'fullAt' | 'proportionalBelow'>;

const unscored: Score = { maxPoints: null, pointsConfidence: null, fullAt: null, proportionalBelow: 'none' };
const points = (
  maxPoints: number,
  fullAt: number | null,
  pointsConfidence: 'found' | 'knowledge' = 'knowledge',
): Score => ({
  maxPoints,
  pointsConfidence,
  fullAt,
  proportionalBelow: 'none',
});
const stated = (score: Score): Score => ({ ...score, proportionalBelow: 'stated' });
const convention = (score: Score): Score => ({ ...score, proportionalBelow: 'convention' });

function row(
  id: string,
  of: Group,
  [titleVi, titleEn]: Pair,
  [formulaVi, formulaEn]: Pair,
  score: Score,
): Omit<Row, 'position'> {
  return {
    id,
    ...of,
    titleVi,
    titleEn,
    formulaVi,
    formulaEn,
    ...score,
    validFrom: '2022-06-23',
    sourceRef: 'QĐ 766/QĐ-TTg; Mô tả công thức tính chỉ số 766',
    confidence: 'found',
  };
}

const declared = [
  row(
    '766-1.1',
    openness,
    ['Tỷ lệ TTHC công bố đúng hạn', 'Procedures published on time'],
    [
      'TTHC công bố đúng hạn / TTHC công bố trong kỳ. Bộ: ngày quyết định công bố ≤ ngày văn bản có hiệu lực − 20 ngày làm việc; tỉnh: − 5 ngày làm việc',
      'Procedures published on time / procedures published in the period. Ministry: date of the decision ≤ effective date of the legal text − 20 working days; province: − 5 working days',
    ],
    points(4, 100),
  ),
  row(
    '766-1.2',
    openness,
    ['Tỷ lệ TTHC được cập nhật, công khai đúng hạn', 'Procedures updated and made public on time'],
    [
      'TTHC công khai trên CSDL quốc gia trong ≤ 10 ngày làm việc (bộ) hoặc ≤ 5 (tỉnh) từ ngày quyết định / TTHC đến hạn',
      'Made public in the national database ≤ 10 working days (ministry) or ≤ 5 (province) after the decision / procedures due',
    ],
    points(4, 100, 'found'),
  ),
  row(
    '766-1.3',
    openness,
    ['Tỷ lệ TTHC công khai đầy đủ nội dung', 'Procedures with complete content'],
    [
      'TTHC có đủ tên, trình tự, cách thức, thành phần và số bộ hồ sơ, thời hạn, đối tượng, cơ quan / TTHC công khai',
      'Procedures with name, steps, method, components and number of sets, time limit, applicant, agency / all public procedures',
    ],
    points(4, 100),
  ),
  row(
    '766-1.4',
    openness,
    ['Tỷ lệ hồ sơ đồng bộ lên Cổng DVCQG', 'Dossiers synchronised to the national portal'],
    [
      'Hồ sơ đồng bộ tiếp nhận trong kỳ / số lớn hơn giữa hệ thống báo cáo quốc gia và Cổng; nếu thiếu: tổng năm trước ÷ 12 hoặc ÷ 4',
      "Synchronised dossiers received in the period / max(national report system, NPSP); fallback: last year's total ÷ 12 or ÷ 4",
    ],
    points(6, 100),
  ),
  row(
    '766-2.1',
    progress,
    ['Tỷ lệ hồ sơ xử lý trước hạn, đúng hạn', 'Dossiers handled before or on time'],
    [
      '(đã xong đúng hạn + đang xử lý trong hạn) / (tiếp nhận + xử lý trong kỳ)',
      '(done on time + running within time) / (received + processed in the period)',
    ],
    points(20, 100, 'found'),
  ),
  row(
    '766-2.2',
    progress,
    ['Thời gian giải quyết trung bình theo từng TTHC', 'Average handling time per procedure'],
    [
      'Tổng thời gian xử lý hồ sơ trạng thái 9/10 bắt đầu trong kỳ / số hồ sơ đó; đơn vị theo TTHC',
      'Sum of handling time of dossiers in status 9/10 that started in the period / their number; unit of the procedure',
    ],
    unscored,
  ),
  row(
    '766-3.1',
    online,
    ['Tỷ lệ TTHC cung cấp DVCTT', 'Procedures offered online'],
    [
      'TTHC có DVCTT toàn trình hoặc một phần / TTHC thuộc thẩm quyền (tính mức cao nhất); toàn trình và một phần hiển thị riêng',
      'Procedures with full or partial online service / procedures in competence (highest level counts); full and partial shown separately',
    ],
    stated(points(4, 80)),
  ),
  row(
    '766-3.2',
    online,
    ['Tỷ lệ DVCTT có phát sinh hồ sơ', 'Online services with dossiers'],
    [
      'DVCTT có ít nhất 1 hồ sơ trực tuyến / DVCTT',
      'Online services with at least one online dossier / online services',
    ],
    convention(points(4, 80)),
  ),
  row(
    '766-3.3',
    online,
    ['Tỷ lệ hồ sơ TTHC theo hình thức nộp', 'Dossiers by channel'],
    [
      'Hồ sơ trực tuyến (kênh 2 và có mã, đường dẫn kết quả điện tử khi kết quả là văn bản) / tiếp nhận × tỷ lệ đồng bộ',
      'Online dossiers (channel 2 and electronic result code and link when the result is a document) / received × synchronisation rate',
    ],
    stated(points(4, 50)),
  ),
  row(
    '766-3.5',
    payment,
    [
      'Tỷ lệ TTHC có nghĩa vụ tài chính được tích hợp thanh toán',
      'Fee-bearing procedures with payment integrated',
    ],
    [
      'TTHC có dữ liệu phí khác 0 đã đồng bộ / TTHC có phí trong CSDL',
      'Procedures with synchronised non-zero fee data / procedures with fees in the procedure database',
    ],
    points(4, 80),
  ),
  row(
    '766-3.6',
    payment,
    ['Tỷ lệ hồ sơ thanh toán trực tuyến', 'Dossiers paid online'],
    [
      'Hồ sơ có DuocThanhToanTrucTuyen ∈ {1, 2} / (hồ sơ của TTHC có phí − hồ sơ mọi khoản bằng 0)',
      'Dossiers with DuocThanhToanTrucTuyen ∈ {1, 2} / (dossiers of fee-bearing procedures − dossiers whose fees are all 0)',
    ],
    points(6, null),
  ),
  row(
    '766-4.1',
    digitisation,
    ['Tỷ lệ hồ sơ cấp kết quả điện tử', 'Dossiers with an electronic result'],
    [
      'Hồ sơ có đường dẫn tệp kết quả (TTHC có kết quả là văn bản) / hồ sơ loại này',
      'Dossiers with a result file link (document-result procedures) / such dossiers',
    ],
    points(8, 100),
  ),
  row(
    '766-4.2',
    digitisation,
    ['Tỷ lệ hồ sơ thực hiện số hóa', 'Dossiers digitised'],
    [
      'Hồ sơ có tệp thành phần và tệp kết quả / hồ sơ',
      'Dossiers with files for components and result file / dossiers',
    ],
    stated(points(6, 80)),
  ),
  row(
    '766-4.3',
    digitisation,
    ['Tỷ lệ khai thác, sử dụng lại dữ liệu số hóa', 'Reuse of digitised data'],
    [
      'Hồ sơ có ít nhất 1 thành phần dùng lại / hồ sơ tiếp nhận trong kỳ',
      'Dossiers with at least one reused component / dossiers with receipt date in the period',
    ],
    stated(points(4, 80)),
  ),
  row(
    '766-4.4',
    digitisation,
    ['Tỷ lệ hồ sơ số hóa có kết nối, chia sẻ để tái sử dụng', 'Digitised dossiers shared for reuse'],
    [
      'Hồ sơ có thành phần lấy từ Kho quốc gia hoặc có đường dẫn kết quả đồng bộ / hồ sơ',
      'Dossiers with a component from the national personal store or with a synchronised result link / dossiers',
    ],
    points(2, null),
  ),
  row(
    '766-4.5',
    digitisation,
    ['Ứng dụng dữ liệu dân cư', 'Use of population data'],
    [
      '(a) TTHC công dân dùng dữ liệu dân cư / TTHC công dân; (b) hồ sơ có TaiKhoanDuocXacThucVoiVNeID = 1 hoặc MaCSDL dân cư / hồ sơ',
      '(a) citizen procedures using population data / citizen procedures; (b) dossiers with TaiKhoanDuocXacThucVoiVNeID = 1 or population MaCSDL / dossiers',
    ],
    points(2, null),
  ),
  row(
    '766-5.1',
    satisfaction,
    ['Tỷ lệ phản ánh, kiến nghị (PAKN) theo phân loại', 'Complaints by type'],
    [
      'Theo loại: quy định, thủ tục hoặc hành vi của cán bộ',
      'By type: rules and procedures, or conduct of officials',
    ],
    unscored,
  ),
  row(
    '766-5.2',
    satisfaction,
    ['Tiến độ xử lý PAKN', 'Complaints handled on time'],
    [
      'Đúng hạn: từ chối ≤ 2 ngày làm việc; yêu cầu bổ sung ≤ 5; trả lời ≤ 15; công khai ≤ 2',
      'On time: reject ≤ 2 working days; ask supplement ≤ 5; answer ≤ 15; publish ≤ 2',
    ],
    points(6, 100),
  ),
  row(
    '766-5.3',
    satisfaction,
    ['Tỷ lệ hài lòng trong xử lý PAKN', 'Satisfaction with complaint handling'],
    [
      '(tất cả − không hài lòng, lặp lại hoặc quá hạn) / tất cả',
      '(all − unsatisfied or repeated or late) / all',
    ],
    points(6, null),
  ),
  row(
    '766-5.4',
    satisfaction,
    ['Tỷ lệ hài lòng trong tiếp nhận, giải quyết TTHC', 'Satisfaction with procedures'],
    [
      '100% − (tỷ lệ quá hạn + tỷ lệ hồ sơ có phản ánh hoặc không hài lòng)',
      '100% − (late share + share of dossiers with complaints or dislikes)',
    ],
    stated(points(6, 90, 'found')),
  ),
];

export const index766Rows: readonly Row[] = declared.map((one, at) => ({ ...one, position: at + 1 }));

export const seedIndex766 = (tx: Tx) => insertRows(tx, index766, index766Rows);
