/** From storing images to giving up film. */
import { defineLadder } from '../define';

export const imaging = defineLadder({
  id: 'imaging',
  title: { vi: 'Bậc thang chẩn đoán hình ảnh (RIS-PACS)', en: 'Imaging ladder (RIS-PACS)' },
  rungs: [
    {
      code: 'in_use',
      label: { vi: 'Có RIS-PACS', en: 'RIS-PACS in use' },
      claim: [{ kind: 'is_true', part: 'E11' }],
      proof: null,
      missing: { vi: 'Chưa có RIS-PACS (E11).', en: 'No RIS-PACS yet (E11).' },
    },
    {
      code: 'linked',
      label: { vi: 'RIS-PACS kết nối HIS', en: 'RIS-PACS linked to the HIS' },
      claim: [{ kind: 'is_true', part: 'E14' }],
      proof: null,
      missing: { vi: 'RIS-PACS chưa kết nối HIS (E14).', en: 'RIS-PACS is not linked to the HIS (E14).' },
    },
    {
      code: 'filmless',
      label: { vi: 'Không in phim', en: 'Filmless' },
      claim: [{ kind: 'is_true', part: 'E12a' }],
      proof: 'E12',
      missing: { vi: 'Còn in phim (E12).', en: 'Film is still printed (E12).' },
      document: {
        vi: 'văn bản công bố không in phim',
        en: 'the document announcing that film is no longer printed',
      },
    },
  ],
});
