import { formatDateTime } from '@/lib/i18n/format';
import type { Block, PaperDocument } from '@/lib/pdf/paper';
import { fact, procedureFacts } from '@/lib/pdf/templates/facts';
import {
  type FormSet,
  formOf,
  frameOf,
  type PaperFrame,
  type ProcedureName,
} from '@/lib/pdf/templates/form-set';

export interface Form06 extends PaperFrame {
  formSet: FormSet;
  applicantName: string;
  procedure: ProcedureName;
  receivedAt: Date;
  dueAt: Date;
  handovers: readonly Handover[];
}

export interface Handover {
  from: { unit: string; person: string };
  to: { unit: string; person: string };
  at: Date;
  timeliness: 'early' | 'on_time' | 'late';
  note: string;
}

const timelinessNames: Record<Handover['timeliness'], string> = {
  early: 'Trước hạn',
  on_time: 'Đúng hạn',
  late: 'Quá hạn',
};

/** Phiếu kiểm soát quá trình giải quyết hồ sơ: one row for each hand-over. */
export function form06(form: Form06): PaperDocument {
  return {
    ...frameOf(form),
    ...formOf('control', form.formSet),
    title: `Phiếu kiểm soát quá trình giải quyết hồ sơ – ${form.dossierCode}`,
    heading: { title: 'PHIẾU KIỂM SOÁT QUÁ TRÌNH GIẢI QUYẾT HỒ SƠ' },
    blocks: [
      {
        kind: 'facts',
        caption: 'Thông tin hồ sơ',
        rows: [
          ...fact('Mã hồ sơ', form.dossierCode, true),
          ...fact('Tổ chức, cá nhân', form.applicantName),
          ...procedureFacts(form.procedure),
          ...fact('Thời gian nhận hồ sơ', formatDateTime(form.receivedAt)),
          ...fact('Thời gian trả kết quả', formatDateTime(form.dueAt), true),
        ],
      },
      handoverTable(form.handovers),
    ],
    recipients: [],
    signatory: null,
  };
}

function handoverTable(handovers: readonly Handover[]): Block {
  return {
    kind: 'table',
    caption: 'Các lần giao, nhận hồ sơ',
    columns: [
      { title: 'STT', share: 0.08, align: 'center' },
      { title: 'Bên giao', share: 0.23 },
      { title: 'Bên nhận', share: 0.23 },
      { title: 'Thời điểm', share: 0.15, align: 'center' },
      { title: 'Kết quả', share: 0.12, align: 'center' },
      { title: 'Ghi chú', share: 0.19 },
    ],
    rows: handovers.map((handover, index) => [
      String(index + 1),
      `${handover.from.person}, ${handover.from.unit}`,
      `${handover.to.person}, ${handover.to.unit}`,
      formatDateTime(handover.at),
      timelinessNames[handover.timeliness],
      handover.note,
    ]),
  };
}
