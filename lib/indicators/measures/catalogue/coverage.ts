/** Coverage measures: watched beside the targets, without a target in Quyết định 2491/QĐ-BYT or 1710/QĐ-BYT. */
import type { Words } from '../../define';
import type { Definition } from '../define';

type Pair = readonly [vi: string, en: string];

const words = ([vi, en]: Pair): Words => ({ vi, en });
const hospitals: Pair = ['Mọi bệnh viện', 'All hospitals'];

interface Draft {
  readonly title: Pair;
  readonly top: Pair;
  readonly bottom: Pair;
  readonly elements: string;
  readonly every?: 'quarter';
  readonly pillar?: 'P5' | 'P6';
}

const coverage = (id: string, { title, top, bottom, elements, every, pillar }: Draft): Definition => ({
  id,
  version: 1,
  title: words(title),
  pillars: [pillar ?? 'P7'],
  unit: 'percent',
  better: 'higher',
  numerator: words(top),
  denominator: words(bottom),
  scope: words(hospitals),
  sources: ['FR'],
  frequency: every ?? 'month',
  checklist: [],
  elements: elements.split(' '),
  owner: 'TTYQG',
});

const answered: Pair = ['Bệnh viện có trả lời', 'Hospitals that answered'];

export const coverageMeasures: readonly Definition[] = [
  coverage('HIS', {
    title: [
      'Bệnh viện có hệ thống thông tin bệnh viện (HIS)',
      'Hospitals with a hospital information system (HIS)',
    ],
    top: ['Bệnh viện có HIS', 'Hospitals with HIS'],
    bottom: answered,
    elements: 'E05',
  }),
  coverage('LIS', {
    title: [
      'Bệnh viện có hệ thống thông tin xét nghiệm (LIS)',
      'Hospitals with a laboratory information system (LIS)',
    ],
    top: ['Bệnh viện có LIS', 'Hospitals with LIS'],
    bottom: answered,
    elements: 'E09',
  }),
  coverage('PACS', {
    title: [
      'Bệnh viện có hệ thống lưu trữ, truyền hình ảnh (RIS-PACS)',
      'Hospitals with an imaging system (RIS-PACS)',
    ],
    top: ['Bệnh viện có RIS-PACS', 'Hospitals with RIS-PACS'],
    bottom: answered,
    elements: 'E11',
  }),
  coverage('FILMLESS', {
    title: ['Bệnh viện không in phim', 'Hospitals without film'],
    top: ['Bệnh viện không in phim', 'Hospitals without film'],
    bottom: answered,
    elements: 'E12a',
    every: 'quarter',
  }),
  coverage('ERECORDS', {
    title: ['Hồ sơ bệnh án điện tử ký số đầy đủ', 'Fully signed electronic records'],
    top: ['Hồ sơ bệnh án điện tử ký số đầy đủ', 'Fully signed electronic records'],
    bottom: ['Hồ sơ bệnh án trong kỳ', 'Medical records in the period'],
    elements: 'E19 E18',
  }),
  coverage('EPRESC', {
    title: ['Bệnh viện dùng đơn thuốc điện tử', 'Hospitals with electronic prescriptions'],
    top: ['Bệnh viện dùng đơn thuốc điện tử', 'Hospitals with electronic prescriptions'],
    bottom: answered,
    elements: 'E26',
  }),
  coverage('CASHLESS', {
    title: ['Tỷ trọng tiền viện phí thu không dùng tiền mặt', 'Cashless share of hospital receipts'],
    top: ['Số tiền thu không dùng tiền mặt (đồng)', 'Cashless receipts (VND)'],
    bottom: ['Tổng thu trong kỳ (đồng)', 'All receipts in the period (VND)'],
    elements: 'E37b E37a',
  }),
  coverage('EDOCS', {
    title: ['Bệnh viện có phần mềm văn bản và thư điện tử', 'Hospitals with e-document and mail software'],
    top: ['Bệnh viện có phần mềm', 'Hospitals with the software'],
    bottom: answered,
    elements: 'E47',
    every: 'quarter',
    pillar: 'P6',
  }),
  coverage('SOC', {
    title: ['Bệnh viện được giám sát bởi SOC', 'Hospitals monitored by a SOC'],
    top: ['Bệnh viện được giám sát', 'Hospitals monitored'],
    bottom: answered,
    elements: 'E53',
    every: 'quarter',
    pillar: 'P5',
  }),
];
