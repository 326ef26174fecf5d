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

export interface Form05 extends PaperFrame {
  formSet: FormSet;
  applicant: Applicant;
  procedure: ProcedureName;
  /** At the applicant's request, or the authority's decision with its ground. */
  reason: string;
  decision: string;
  /** What becomes of fees already paid. */
  settlement: string;
  signatory: { authority: readonly string[]; name: string };
}

/** Thông báo dừng giải quyết hồ sơ. */
export function form05(form: Form05): PaperDocument {
  return {
    ...frameOf(form),
    ...formOf('stop', form.formSet),
    title: `Thông báo dừng giải quyết hồ sơ – ${form.dossierCode}`,
    heading: { title: 'THÔNG BÁO', subtitle: 'Về việc dừng giải quyết hồ sơ' },
    blocks: [
      { kind: 'paragraph', style: 'strong', text: `Kính gửi: ${form.applicant.name}` },
      { kind: 'paragraph', text: `${form.issuer.name} thông báo dừng giải quyết hồ sơ sau đây:` },
      {
        kind: 'facts',
        caption: 'Hồ sơ dừng giải quyết',
        rows: [
          ...fact('Mã hồ sơ', form.dossierCode, true),
          ...procedureFacts(form.procedure),
          ...fact('Lý do dừng', form.reason),
          ...fact('Quyết định', form.decision, true),
          ...fact('Nghĩa vụ tài chính', form.settlement),
        ],
      },
      {
        kind: 'paragraph',
        style: 'small',
        text: 'Tổ chức, cá nhân có quyền nộp hồ sơ mới hoặc khiếu nại theo quy định của pháp luật.',
      },
    ],
    recipients: ['Như trên;', 'Bộ phận Một cửa;', 'Lưu: VT, hồ sơ điện tử.'],
    signatory: { place: 'approver', ...form.signatory },
  };
}
