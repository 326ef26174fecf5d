import { formatDate, formatDateTime } from '@/lib/i18n/format';
import type { PaperDocument } from '@/lib/pdf/paper';
import { fact, procedureFacts } from '@/lib/pdf/templates/facts';
import {
  type Applicant,
  type FormSet,
  formOf,
  frameOf,
  type PaperFrame,
  type ProcedureName,
} from '@/lib/pdf/templates/form-set';

export interface Form04 extends PaperFrame {
  formSet: FormSet;
  applicant: Applicant;
  procedure: ProcedureName;
  receivedAt: Date;
  promisedAt: Date;
  newDueAt: Date;
  reason: string;
  signatory: { authority: readonly string[]; name: string };
}

/** Văn bản xin lỗi và đề nghị gia hạn: must leave before the promised date passes. */
export function form04(form: Form04): PaperDocument {
  return {
    ...frameOf(form),
    ...formOf('apology', form.formSet),
    title: `Văn bản xin lỗi và gia hạn thời gian giải quyết – ${form.dossierCode}`,
    heading: {
      title: 'THƯ XIN LỖI',
      subtitle: 'Về việc chậm trả kết quả và đề nghị gia hạn thời gian giải quyết hồ sơ',
    },
    blocks: [
      { kind: 'paragraph', style: 'strong', text: `Kính gửi: ${form.applicant.name}` },
      {
        kind: 'paragraph',
        text: `Ngày ${formatDate(form.receivedAt)}, ${form.issuer.name} đã tiếp nhận hồ sơ của quý tổ chức, cá nhân với thông tin sau:`,
      },
      {
        kind: 'facts',
        caption: 'Thông tin hồ sơ và thời hạn mới',
        rows: [
          ...fact('Mã hồ sơ', form.dossierCode, true),
          ...procedureFacts(form.procedure),
          ...fact('Đã hẹn trả kết quả', formatDateTime(form.promisedAt)),
          ...fact('Lý do chưa trả đúng hẹn', form.reason),
          ...fact('Thời gian trả kết quả mới', formatDateTime(form.newDueAt), true),
        ],
      },
      {
        kind: 'paragraph',
        text: `${form.issuer.name} xin lỗi quý tổ chức, cá nhân về sự chậm trễ này, đề nghị được gia hạn thời gian giải quyết đến thời điểm nêu trên và mong nhận được sự thông cảm.`,
      },
    ],
    recipients: ['Như trên;', 'Bộ phận Một cửa;', 'Lưu: VT, hồ sơ điện tử.'],
    signatory: { place: 'approver', ...form.signatory },
  };
}
