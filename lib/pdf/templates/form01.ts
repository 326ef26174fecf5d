import { formatDateTime, formatDuration, type LimitUnit } from '@/lib/i18n/format';
import type { Block, PaperDocument } from '@/lib/pdf/paper';
import { type DueStep, explainDue } from '@/lib/pdf/templates/due-steps';
import { applicantFacts, fact, procedureFacts } from '@/lib/pdf/templates/facts';
import {
  type Applicant,
  type FormFrame,
  formOf,
  frameOf,
  type ProcedureName,
} from '@/lib/pdf/templates/form-set';

export interface Form01 extends FormFrame {
  applicant: Applicant;
  procedure: ProcedureName;
  components: readonly { name: string; originals: number; copies: number; electronic: number }[];
  sets: number;
  limit: { amount: number; unit: LimitUnit };
  receivedAt: Date;
  dueAt: Date;
  dueSteps: readonly DueStep[];
  /** How and where the result is returned. */
  channel: string;
}

/** Giấy tiếp nhận hồ sơ và hẹn trả kết quả. */
export function form01(form: Form01): PaperDocument {
  return {
    ...frameOf(form),
    ...formOf('receipt', form.formSet),
    title: `Giấy tiếp nhận hồ sơ và hẹn trả kết quả – ${form.dossierCode}`,
    heading: { title: 'GIẤY TIẾP NHẬN HỒ SƠ VÀ HẸN TRẢ KẾT QUẢ' },
    blocks: [
      { kind: 'paragraph', text: `${form.issuer.name} đã tiếp nhận hồ sơ sau đây:` },
      dossierFacts(form),
      { kind: 'heading', text: `Thành phần hồ sơ (số lượng: ${form.sets} bộ)` },
      componentTable(form.components),
      ...(form.dueSteps.length === 0
        ? []
        : ([
            { kind: 'heading', text: 'Cách tính ngày trả kết quả' },
            { kind: 'list', items: explainDue(form.dueSteps) },
          ] as const)),
      {
        kind: 'paragraph',
        style: 'small',
        text: 'Thời gian chờ bổ sung hồ sơ, thực hiện nghĩa vụ tài chính không tính vào thời hạn giải quyết.',
      },
    ],
    recipients: ['Tổ chức, cá nhân nộp hồ sơ;', 'Lưu: hồ sơ điện tử.'],
    signatory: { place: 'officer', authority: [form.officer.title.toUpperCase()], name: form.officer.name },
  };
}

function dossierFacts(form: Form01): Block {
  return {
    kind: 'facts',
    caption: 'Thông tin hồ sơ',
    rows: [
      ...fact('Mã hồ sơ', form.dossierCode, true),
      ...applicantFacts(form.applicant),
      ...procedureFacts(form.procedure),
      ...fact('Thời hạn giải quyết', formatDuration(form.limit)),
      ...fact('Thời gian nhận hồ sơ', formatDateTime(form.receivedAt)),
      ...fact('Thời gian trả kết quả', formatDateTime(form.dueAt), true),
      ...fact('Hình thức trả kết quả', form.channel),
    ],
  };
}

function componentTable(components: Form01['components']): Block {
  return {
    kind: 'table',
    caption: 'Thành phần hồ sơ',
    columns: [
      { title: 'STT', share: 0.08, align: 'center' },
      { title: 'Tên giấy tờ', share: 0.53 },
      { title: 'Bản chính', share: 0.13, align: 'center' },
      { title: 'Bản sao', share: 0.12, align: 'center' },
      { title: 'Bản điện tử', share: 0.14, align: 'center' },
    ],
    rows: components.map((component, index) => [
      String(index + 1),
      component.name,
      String(component.originals),
      String(component.copies),
      String(component.electronic),
    ]),
  };
}
