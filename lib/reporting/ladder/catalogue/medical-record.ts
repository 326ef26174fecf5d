/**
 * From software to paperless examination. Thông tư 13/2025/TT-BYT asks for electronic records in place of paper,
 * Quyết định 1710/QĐ-BYT for paperless examination; the order of the steps and the 90 % are this portal's.
 */
import { defineLadder } from '../define';

export const medicalRecord = defineLadder({
  id: 'medical-record',
  title: { vi: 'Bậc thang bệnh án điện tử', en: 'Electronic medical record ladder' },
  rungs: [
    {
      code: 'software',
      label: { vi: 'Có phần mềm bệnh án điện tử', en: 'Electronic record software' },
      claim: [{ kind: 'is_true', part: 'E15' }],
      proof: null,
      missing: {
        vi: 'Chưa có phần mềm bệnh án điện tử (E15).',
        en: 'No electronic record software yet (E15).',
      },
    },
    {
      code: 'signed',
      label: { vi: 'Ký số đầy đủ từ 90% hồ sơ', en: 'At least 90% of records fully signed' },
      claim: [{ kind: 'at_least', part: 'E20', value: 90 }],
      proof: null,
      missing: {
        vi: 'Tỷ lệ hồ sơ ký số đầy đủ chưa đến 90% (E20).',
        en: 'Fewer than 90% of records are fully signed (E20).',
      },
    },
    {
      code: 'replaces_paper',
      label: { vi: 'Thay bệnh án giấy', en: 'Replaces paper records' },
      claim: [
        { kind: 'present', part: 'E16' },
        { kind: 'not_after_period', part: 'E16' },
        { kind: 'is_true', part: 'E21' },
      ],
      proof: 'E16',
      missing: {
        vi: 'Chưa khai ngày thay bệnh án giấy (E16) hoặc còn dùng bệnh án giấy (E21).',
        en: 'No date of replacing paper (E16), or paper records are still used (E21).',
      },
      document: {
        vi: 'văn bản công bố dùng bệnh án điện tử thay bệnh án giấy',
        en: 'the document announcing that electronic records replace paper',
      },
    },
    {
      code: 'paperless',
      label: { vi: 'Khám bệnh không giấy', en: 'Paperless examination' },
      claim: [{ kind: 'is_true', part: 'E22' }],
      proof: null,
      missing: { vi: 'Chưa khám bệnh không giấy (E22).', en: 'Examination still uses paper (E22).' },
    },
  ],
});
