import { type Html, html, layout } from '@/lib/integrations/simulators/page';

export const PAYMENT_BRAND = 'Nền tảng thanh toán trực tuyến (mô phỏng)';

const money = new Intl.NumberFormat('vi-VN');

interface ShownBill {
  billId: string;
  reference: string;
  amount: number;
  description: string;
  payer: string;
  returnUrl: string;
  state: 'open' | 'paid' | 'declined' | 'expired' | 'refunded';
}

const stateText = {
  open: 'Chờ thanh toán',
  paid: 'Đã thanh toán',
  declined: 'Ngân hàng từ chối',
  expired: 'Hết hạn thanh toán',
  refunded: 'Đã hoàn tiền',
} as const satisfies Record<ShownBill['state'], string>;

export function paymentPage(bill: ShownBill): Html {
  const details = html`<dl><dt>Số tiền</dt><dd class="amount">${money.format(bill.amount)} ₫</dd>
<dt>Nội dung</dt><dd>${bill.description}</dd>
<dt>Người nộp</dt><dd>${bill.payer}</dd>
<dt>Mã khoản nộp</dt><dd>${bill.reference}</dd>
<dt>Mã hóa đơn</dt><dd>${bill.billId}</dd>
<dt>Tình trạng</dt><dd>${stateText[bill.state]}</dd></dl>`;
  const choices = html`<form method="post"><div class="actions">
<button class="act" name="choice" value="paid">Thanh toán</button>
<button class="act quiet" name="choice" value="declined">Ngân hàng từ chối</button>
</div></form>`;
  const back = html`<p><a href="${bill.returnUrl}">Quay lại cổng của Bộ Y tế</a></p>`;
  const body = html`<h1>Nộp phí, lệ phí</h1>
<p class="lead">Đây là trang mô phỏng: không có khoản tiền nào được chuyển.</p>
${details}${bill.state === 'open' ? choices : back}`;
  return layout({ title: 'Nộp phí, lệ phí', brand: PAYMENT_BRAND, body });
}

export function unknownBillPage(portal: string): Html {
  const body = html`<h1>Không có hóa đơn này</h1>
<p class="lead">Hóa đơn không tồn tại hoặc trang mô phỏng vừa được khởi động lại. Hãy quay lại hồ sơ và bấm nộp phí lần nữa.</p>
<p><a href="${portal}">Về cổng của Bộ Y tế</a></p>`;
  return layout({ title: 'Không có hóa đơn này', brand: PAYMENT_BRAND, body });
}
