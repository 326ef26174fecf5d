import type { PaperDocument } from '@/lib/pdf/paper';
import { applicantFacts, fact, procedureFacts } from '@/lib/pdf/templates/facts';
import {
  type Applicant,
  type FormFrame,
  formOf,
  frameOf,
  type ProcedureName,
} from '@/lib/pdf/templates/form-set';

export interface Form03 extends FormFrame {
  applicant: Applicant;
  procedure: ProcedureName;
  reasons: readonly { text: string; ground: string }[];
  guidance: string | null;
}

/** Phiếu từ chối tiếp nhận giải quyết hồ sơ. */
export function form03(form: Form03): PaperDocument {
  return {
    ...frameOf(form),
    ...formOf('refusal', form.formSet),
    title: `Phiếu từ chối tiếp nhận giải quyết hồ sơ – ${form.dossierCode}`,
    heading: { title: 'PHIẾU TỪ CHỐI TIẾP NHẬN GIẢI QUYẾT HỒ SƠ' },
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
      { kind: 'paragraph', text: `${form.issuer.name} không tiếp nhận hồ sơ nêu trên vì các lý do sau:` },
      { kind: 'list', items: form.reasons.map((reason) => `${reason.text} Căn cứ: ${reason.ground}.`) },
      ...(form.guidance
        ? ([
            { kind: 'heading', text: 'Hướng dẫn' },
            { kind: 'paragraph', text: form.guidance },
          ] as const)
        : []),
      {
        kind: 'paragraph',
        style: 'small',
        text: 'Tổ chức, cá nhân có quyền khiếu nại, phản ánh, kiến nghị về việc từ chối này theo quy định của pháp luật.',
      },
    ],
    recipients: ['Tổ chức, cá nhân nộp hồ sơ;', 'Lưu: hồ sơ điện tử.'],
    signatory: { place: 'officer', authority: [form.officer.title.toUpperCase()], name: form.officer.name },
  };
}
