import { formatDate } from '@/lib/i18n/format';
import type { Block, PaperDocument } from '@/lib/pdf/paper';
import { applicantFacts, fact, procedureFacts } from '@/lib/pdf/templates/facts';
import {
  type Applicant,
  type FormFrame,
  formOf,
  frameOf,
  type ProcedureName,
} from '@/lib/pdf/templates/form-set';

export interface Form02 extends FormFrame {
  applicant: Applicant;
  procedure: ProcedureName;
  items: readonly { name: string; request: string; reason: string; ground: string }[];
  respondBy: string;
  guidance: string | null;
  contact: { name: string; phone: string | null; email: string | null };
}

/** Phiếu yêu cầu bổ sung, hoàn thiện hồ sơ: every reason with its legal ground, all in one request. */
export function form02(form: Form02): PaperDocument {
  const { contact } = form;
  return {
    ...frameOf(form),
    ...formOf('supplement', form.formSet),
    title: `Phiếu yêu cầu bổ sung, hoàn thiện hồ sơ – ${form.dossierCode}`,
    heading: { title: 'PHIẾU YÊU CẦU BỔ SUNG, HOÀN THIỆN HỒ SƠ' },
    blocks: [
      {
        kind: 'facts',
        caption: 'Thông tin hồ sơ',
        rows: [
          ...fact('Mã hồ sơ', form.dossierCode, true),
          ...applicantFacts(form.applicant),
          ...procedureFacts(form.procedure),
        ],
      },
      {
        kind: 'paragraph',
        text: 'Để có đủ cơ sở giải quyết, đề nghị tổ chức, cá nhân bổ sung, hoàn thiện những nội dung sau:',
      },
      itemTable(form.items),
      {
        kind: 'facts',
        caption: 'Thời hạn và liên hệ',
        rows: [
          ...fact('Bổ sung chậm nhất', formatDate(form.respondBy), true),
          ...fact('Hướng dẫn', form.guidance),
          ...fact('Liên hệ', [contact.name, contact.phone, contact.email].filter(Boolean).join(' · ')),
        ],
      },
      {
        kind: 'paragraph',
        style: 'small',
        text: 'Thời hạn giải quyết tạm dừng từ khi phát hành phiếu này và tiếp tục khi hồ sơ được bổ sung. Quá thời hạn nêu trên mà không bổ sung, hồ sơ hết giá trị.',
      },
    ],
    recipients: ['Tổ chức, cá nhân nộp hồ sơ;', 'Lưu: hồ sơ điện tử.'],
    signatory: { place: 'officer', authority: [form.officer.title.toUpperCase()], name: form.officer.name },
  };
}

function itemTable(items: Form02['items']): Block {
  return {
    kind: 'table',
    caption: 'Nội dung cần bổ sung, hoàn thiện',
    columns: [
      { title: 'STT', share: 0.08, align: 'center' },
      { title: 'Giấy tờ, nội dung', share: 0.25 },
      { title: 'Yêu cầu', share: 0.31 },
      { title: 'Lý do và căn cứ', share: 0.36 },
    ],
    rows: items.map((item, index) => [
      String(index + 1),
      item.name,
      item.request,
      `${item.reason} (${item.ground})`,
    ]),
  };
}
