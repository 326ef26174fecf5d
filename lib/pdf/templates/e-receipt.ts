import { formatDateTime, formatMoney } from '@/lib/i18n/format';
import type { PaperDocument } from '@/lib/pdf/paper';
import { amountInWords, fact, procedureFacts } from '@/lib/pdf/templates/facts';
import { frameOf, type PaperFrame, type ProcedureName } from '@/lib/pdf/templates/form-set';

export interface EReceipt extends PaperFrame {
  /** Template symbol and running number of the receipt. */
  symbol: string;
  receiptNumber: string;
  kind: 'charge' | 'fee';
  feeName: string;
  amount: number;
  payer: { name: string; identifier: string | null; address: string };
  procedure: ProcedureName;
  transaction: { id: string; channel: string; paidAt: Date };
  beneficiary: string;
}

/** Biên lai điện tử thu phí (charge) or lệ phí (fee), Decree 254/2026/NĐ-CP. */
export function eReceipt(receipt: EReceipt): PaperDocument {
  const kind = receipt.kind === 'charge' ? 'PHÍ' : 'LỆ PHÍ';
  return {
    ...frameOf(receipt),
    title: `Biên lai điện tử ${receipt.receiptNumber} – ${receipt.dossierCode}`,
    heading: {
      title: `BIÊN LAI THU ${kind} ĐIỆN TỬ`,
      subtitle: `Ký hiệu: ${receipt.symbol} – Số: ${receipt.receiptNumber}`,
    },
    blocks: [
      {
        kind: 'facts',
        caption: 'Nội dung biên lai',
        rows: [
          ...fact('Người nộp', receipt.payer.name, true),
          ...fact('Mã số thuế, số định danh', receipt.payer.identifier),
          ...fact('Địa chỉ', receipt.payer.address),
          ...fact('Mã hồ sơ', receipt.dossierCode),
          ...procedureFacts(receipt.procedure),
          ...fact('Khoản thu', receipt.feeName),
          ...fact('Số tiền', formatMoney(receipt.amount), true),
          ...fact('Số tiền bằng chữ', amountInWords(receipt.amount)),
          ...fact('Hình thức thanh toán', receipt.transaction.channel),
          ...fact('Mã giao dịch', receipt.transaction.id),
          ...fact('Thời điểm thanh toán', formatDateTime(receipt.transaction.paidAt)),
          ...fact('Đơn vị thụ hưởng', receipt.beneficiary),
        ],
      },
    ],
    recipients: [],
    signatory: null,
  };
}
