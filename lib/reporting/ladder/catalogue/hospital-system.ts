/** The levels are those of Thông tư 54/2017/TT-BYT (1 to 7); a level is reported, no document is asked for it. */
import { defineLadder, type Rung } from '../define';

const level = (value: number): Rung => ({
  code: `level_${value}`,
  label: { vi: `HIS đạt mức ${value}`, en: `HIS at level ${value}` },
  claim: [{ kind: 'at_least', part: 'E08', value }],
  proof: null,
  missing: { vi: `HIS chưa đạt mức ${value} (E08).`, en: `The HIS is below level ${value} (E08).` },
});

export const hospitalSystem = defineLadder({
  id: 'hospital-system',
  title: { vi: 'Bậc thang hệ thống thông tin bệnh viện (HIS)', en: 'Hospital information system ladder' },
  rungs: [
    {
      code: 'in_use',
      label: { vi: 'Có HIS', en: 'HIS in use' },
      claim: [{ kind: 'is_true', part: 'E05' }],
      proof: null,
      missing: { vi: 'Chưa có HIS (E05).', en: 'No HIS yet (E05).' },
    },
    ...[3, 4, 5, 6, 7].map(level),
  ],
});
