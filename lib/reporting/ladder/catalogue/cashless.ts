/** Accepting cashless payment is what the plans ask; how much of the receipts it covers is measured beside it. */
import { defineLadder, type Rung } from '../define';

const share = (value: number): Rung => ({
  code: `share_${value}`,
  label: { vi: `Từ ${value}% số thu không dùng tiền mặt`, en: `At least ${value}% of receipts cashless` },
  claim: [{ kind: 'at_least', part: 'E38', value }],
  proof: null,
  missing: {
    vi: `Tỷ lệ thu không dùng tiền mặt chưa đến ${value}% (E38).`,
    en: `Cashless receipts are below ${value}% (E38).`,
  },
});

export const cashless = defineLadder({
  id: 'cashless',
  title: { vi: 'Bậc thang thanh toán không dùng tiền mặt', en: 'Cashless payment ladder' },
  rungs: [
    {
      code: 'accepted',
      label: { vi: 'Chấp nhận thanh toán không dùng tiền mặt', en: 'Accepts cashless payment' },
      claim: [{ kind: 'is_true', part: 'E34' }],
      proof: null,
      missing: {
        vi: 'Chưa chấp nhận thanh toán không dùng tiền mặt (E34).',
        en: 'Cashless payment is not accepted yet (E34).',
      },
    },
    ...[50, 80].map(share),
  ],
});
