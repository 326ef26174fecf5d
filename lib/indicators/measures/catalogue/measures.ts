/**
 * How a figure is computed from locked reports, as data: the only place a formula is written.
 * The targets are those of Quyết định 2491/QĐ-BYT and 1710/QĐ-BYT; how an element of the report answers a target is
 * this portal's reading and is printed with the figure.
 */
import type { Words } from '../../define';
import type { CellCondition, Measure, MembersRule, RatioMeasure, ShareMeasure } from '../define';
import {
  allHospitals,
  anyFacility,
  driverChecks,
  firstClass,
  hospitalsAndCentres,
  insured,
  ministryHospitals,
  obstetrics,
  publicFacilities,
  secondLevel,
} from './members';

const words = (vi: string, en: string): Words => ({ vi, en });
const yes = (part: string): CellCondition => ({ kind: 'is_true', part });

type Share = Omit<ShareMeasure, 'kind' | 'id' | 'frequency' | 'answeredBy'> & {
  readonly answeredBy?: readonly string[];
};

function share(id: string, frequency: 'month' | 'quarter', rest: Share): ShareMeasure {
  const parts = [...new Set(rest.counts.map(({ part }) => part))];
  return { kind: 'share', id, frequency, answeredBy: parts, ...rest };
}

const monthly = (id: string, rest: Share) => share(id, 'month', rest);
const quarterly = (id: string, rest: Share) => share(id, 'quarter', rest);

function ratio(id: string, [numerator, denominator]: readonly [string, string], rest: Rest): RatioMeasure {
  return { kind: 'ratio', id, frequency: 'month', numerator, denominator, ...rest };
}

type Rest = { readonly members: MembersRule; readonly formula: Words; readonly frequency?: 'quarter' };

const digitised = (id: string, part: string, vi: string, en: string) =>
  quarterly(id, {
    members: publicFacilities,
    counts: [{ kind: 'at_least', part, value: 95 }],
    formula: words(
      `Cơ sở công lập báo cáo ${vi} số hóa từ 95% trở lên, chia cho cơ sở công lập có trả lời`,
      `Public facilities that report at least 95% of ${en} digitised, over public facilities that answered`,
    ),
  });

const published = (id: string, part: string, vi: string, en: string) =>
  monthly(id, {
    members: anyFacility,
    counts: [yes(part), { kind: 'within_months', part: 'E49e', months: 12 }],
    answeredBy: [part],
    formula: words(
      `Cơ sở công khai ${vi}, cập nhật trong 12 tháng tính đến cuối kỳ, chia cho cơ sở có trả lời`,
      `Facilities that publish ${en}, updated within 12 months of the period's end, over facilities that answered`,
    ),
  });

const cashless = (id: string, members: MembersRule, vi: string, en: string) =>
  monthly(id, {
    members,
    counts: [yes('E34')],
    formula: words(
      `${vi} chấp nhận thanh toán không dùng tiền mặt, chia cho cơ sở có trả lời`,
      `${en} that accept cashless payment, over those that answered`,
    ),
  });

const inUse = (id: string, part: string, vi: string, en: string) =>
  monthly(id, {
    members: allHospitals,
    counts: [yes(part)],
    formula: words(
      `Bệnh viện đang dùng ${vi}, chia cho bệnh viện có trả lời`,
      `Hospitals that use ${en}, over hospitals that answered`,
    ),
  });

const sent = (id: string, parts: readonly [string, string], members: MembersRule, formula: Words) =>
  ratio(id, parts, { members, formula });

export const measures: readonly Measure[] = [
  monthly('T06', {
    members: ministryHospitals,
    counts: [{ kind: 'above', part: 'E33', value: 0 }],
    formula: words(
      'Bệnh viện thuộc Bộ có gửi dữ liệu người bệnh lên Sổ sức khỏe điện tử trong kỳ, chia cho bệnh viện thuộc Bộ có trả lời',
      'Ministry hospitals that sent patient data to the electronic health book in the period, over those that answered',
    ),
  }),
  digitised('T15', 'E42', 'hồ sơ nhân lực', 'staff records'),
  digitised('T16', 'E43', 'hồ sơ cơ sở vật chất', 'premises data'),
  digitised('T17', 'E44', 'dữ liệu dược', 'pharmacy data'),
  digitised('T18', 'E45', 'dữ liệu giường bệnh', 'bed data'),
  digitised('T19', 'E46', 'dữ liệu thiết bị y tế', 'equipment data'),
  monthly('T31', {
    members: anyFacility,
    counts: [yes('E30a')],
    formula: words(
      'Cơ sở đã kết nối theo Quyết định 3074/QĐ-BYT, chia cho cơ sở có trả lời',
      'Facilities connected under Decision 3074/QĐ-BYT, over facilities that answered',
    ),
  }),
  monthly('T32', {
    members: anyFacility,
    counts: [yes('E28')],
    formula: words(
      'Cơ sở đã kết nối Hệ thống thông tin giám định BHYT, chia cho cơ sở có trả lời',
      'Facilities connected to the health-insurance appraisal system, over facilities that answered',
    ),
  }),
  sent(
    'T33',
    ['E39b', 'E39a'],
    obstetrics,
    words(
      'Giấy chứng sinh gửi điện tử, chia cho giấy chứng sinh đã cấp trong kỳ',
      'Birth certificates sent electronically, over those issued in the period',
    ),
  ),
  sent(
    'T34',
    ['E40b', 'E40a'],
    anyFacility,
    words(
      'Giấy báo tử gửi điện tử, chia cho giấy báo tử đã cấp trong kỳ',
      'Death notices sent electronically, over those issued in the period',
    ),
  ),
  sent(
    'T35',
    ['E41b', 'E41a'],
    driverChecks,
    words(
      'Giấy khám sức khỏe lái xe gửi điện tử, chia cho giấy đã cấp trong kỳ',
      'Driver health certificates sent electronically, over those issued in the period',
    ),
  ),
  sent(
    'T37',
    ['E31b', 'E31a'],
    insured,
    words(
      'Lượt khám tra cứu bằng CCCD gắn chip hoặc VNeID, chia cho tổng lượt khám trong kỳ',
      'Visits identified by chip ID or VNeID, over all visits in the period',
    ),
  ),
  quarterly('T50', {
    members: allHospitals,
    counts: [{ kind: 'at_least', part: 'E04', value: 1 }],
    proof: 'E04',
    formula: words(
      'Bệnh viện có ít nhất 1 cán bộ CNTT có chứng chỉ an toàn thông tin còn hạn, chia cho bệnh viện có trả lời',
      'Hospitals with at least one IT staff member holding a valid security certificate, over hospitals that answered',
    ),
  }),
  ratio('T51', ['E56a', 'E02'], {
    frequency: 'quarter',
    members: anyFacility,
    formula: words(
      'Nhân viên đã tập huấn chuyển đổi số, chia cho tổng số nhân viên y tế',
      'Staff trained in digital transformation, over all health staff',
    ),
  }),
  monthly('T53', {
    members: firstClass,
    counts: [yes('E21'), yes('E22')],
    formula: words(
      'Cơ sở hạng I trở lên khám bệnh không giấy và không sử dụng bệnh án giấy, chia cho cơ sở hạng I trở lên có trả lời',
      'Class I and above with paperless examination and without paper records, over those that answered',
    ),
  }),
  monthly('T54', {
    members: hospitalsAndCentres,
    counts: [yes('E15'), { kind: 'present', part: 'E16' }],
    answeredBy: ['E15'],
    proof: 'E16',
    formula: words(
      'Cơ sở có phần mềm bệnh án điện tử và đã có ngày chính thức dùng thay bệnh án giấy, chia cho cơ sở có trả lời',
      'Facilities with electronic record software and a date it officially replaced paper, over those that answered',
    ),
  }),
  cashless(
    'T55',
    hospitalsAndCentres,
    'Bệnh viện, trung tâm y tế công lập',
    'Hospitals and public health centres',
  ),
  cashless('T56', secondLevel, 'Bệnh viện tuyến 2', 'Level 2 hospitals'),
  sent(
    'T57',
    ['E27b', 'E27a'],
    hospitalsAndCentres,
    words(
      'Đơn thuốc ngoại trú đã gửi Hệ thống đơn thuốc quốc gia, chia cho tổng số đơn trong kỳ',
      'Outpatient prescriptions sent to the national system, over all prescriptions in the period',
    ),
  ),
  published('T58', 'E49a', 'giá thuốc', 'drug prices'),
  published('T60', 'E49c', 'giá dịch vụ khám chữa bệnh', 'examination and treatment prices'),
  {
    kind: 'sum',
    id: 'T61',
    frequency: 'month',
    part: 'E50b',
    members: anyFacility,
    formula: words(
      'Tổng số ca khám chữa bệnh từ xa trong kỳ',
      'Telemedicine sessions in the period, added up',
    ),
  },
  inUse('HIS', 'E05', 'hệ thống thông tin bệnh viện (HIS)', 'a hospital information system (HIS)'),
  inUse('LIS', 'E09', 'hệ thống thông tin xét nghiệm (LIS)', 'a laboratory information system (LIS)'),
  inUse('PACS', 'E11', 'hệ thống lưu trữ, truyền hình ảnh (RIS-PACS)', 'an imaging system (RIS-PACS)'),
  inUse('EPRESC', 'E26', 'đơn thuốc điện tử', 'electronic prescriptions'),
  quarterly('FILMLESS', {
    members: allHospitals,
    counts: [yes('E12a')],
    proof: 'E12',
    formula: words(
      'Bệnh viện không in phim, chia cho bệnh viện có trả lời',
      'Hospitals without film, over hospitals that answered',
    ),
  }),
  sent(
    'ERECORDS',
    ['E19', 'E18'],
    hospitalsAndCentres,
    words(
      'Hồ sơ bệnh án điện tử ký số đầy đủ, chia cho tổng số hồ sơ bệnh án trong kỳ',
      'Fully signed electronic records, over all medical records in the period',
    ),
  ),
  sent(
    'CASHLESS',
    ['E37b', 'E37a'],
    hospitalsAndCentres,
    words(
      'Số tiền thu không dùng tiền mặt, chia cho tổng thu trong kỳ',
      'Cashless receipts, over all receipts in the period',
    ),
  ),
  quarterly('EDOCS', {
    members: allHospitals,
    counts: [yes('E47')],
    formula: words(
      'Bệnh viện có phần mềm quản lý văn bản và thư điện tử, chia cho bệnh viện có trả lời',
      'Hospitals with e-document and mail software, over hospitals that answered',
    ),
  }),
  quarterly('SOC', {
    members: allHospitals,
    counts: [yes('E53')],
    formula: words(
      'Bệnh viện được giám sát bởi SOC, chia cho bệnh viện có trả lời',
      'Hospitals monitored by a SOC, over hospitals that answered',
    ),
  }),
];
