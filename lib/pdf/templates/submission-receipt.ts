import { formatBytes, formatDateTime } from '@/lib/i18n/format';
import type { Block, PaperDocument } from '@/lib/pdf/paper';
import { fact, procedureFacts } from '@/lib/pdf/templates/facts';
import { frameOf, type PaperFrame, type ProcedureName } from '@/lib/pdf/templates/form-set';

export interface SubmissionReceipt extends PaperFrame {
  applicantName: string;
  procedure: ProcedureName;
  submittedAt: Date;
  /** Place of this submission in the portal's sequence of submissions. */
  sequence: number;
  /** SHA-256 over each answer as it was read back from the database. */
  fields: readonly { key: string; label: string; digest: string }[];
  /** Files as they were read back from storage. */
  files: readonly { name: string; mime: string; size: number; sha256: string }[];
}

/** The machine-readable twin, carried inside the PDF: enough to check a submission without the portal. */
export function manifestOf(receipt: SubmissionReceipt): string {
  const { dossierCode, sequence, fields, files } = receipt;
  const manifest = {
    version: 1,
    dossierCode,
    sequence,
    submittedAt: receipt.submittedAt.toISOString(),
    fields: fields.map(({ key, digest }) => ({ key, sha256: digest })),
    files: files.map(({ name, mime, size, sha256 }) => ({ name, mime, size, sha256 })),
  };
  return `${JSON.stringify(manifest, null, 2)}\n`;
}

/** Giấy xác nhận nộp hồ sơ trực tuyến: says what arrived, not what was sent. */
export function submissionReceipt(receipt: SubmissionReceipt): PaperDocument {
  return {
    ...frameOf(receipt),
    title: `Giấy xác nhận nộp hồ sơ trực tuyến – ${receipt.dossierCode}`,
    heading: { title: 'GIẤY XÁC NHẬN NỘP HỒ SƠ TRỰC TUYẾN' },
    blocks: [
      {
        kind: 'paragraph',
        text: 'Cổng đã lưu đầy đủ nội dung và các tệp dưới đây. Mã băm được tính lại từ dữ liệu đã lưu.',
      },
      {
        kind: 'facts',
        caption: 'Thông tin nộp hồ sơ',
        rows: [
          ...fact('Mã hồ sơ', receipt.dossierCode, true),
          ...fact('Tổ chức, cá nhân', receipt.applicantName),
          ...procedureFacts(receipt.procedure),
          ...fact('Thời điểm nộp', formatDateTime(receipt.submittedAt), true),
          ...fact('Số thứ tự nộp', String(receipt.sequence)),
        ],
      },
      ...keptTables(receipt),
      {
        kind: 'paragraph',
        style: 'small',
        text: 'Giấy này xác nhận việc nộp, chưa phải giấy tiếp nhận hồ sơ. Bản kê dạng máy đọc (manifest.json) được đính kèm trong tệp PDF này.',
      },
    ],
    recipients: [],
    signatory: null,
    attachment: {
      name: 'manifest.json',
      mime: 'application/json',
      description: 'Bản kê nội dung và tệp đã nộp',
      bytes: new TextEncoder().encode(manifestOf(receipt)),
    },
  };
}

function keptTables(receipt: SubmissionReceipt): Block[] {
  return [
    { kind: 'heading', text: 'Tệp đã lưu' },
    {
      kind: 'table',
      caption: 'Tệp đã lưu và mã băm SHA-256',
      columns: [
        { title: 'Tên tệp', share: 0.35 },
        { title: 'Dung lượng', share: 0.15, align: 'right' },
        { title: 'Mã băm SHA-256', share: 0.5 },
      ],
      rows: receipt.files.map((file) => [file.name, formatBytes(file.size), file.sha256]),
    },
    { kind: 'heading', text: 'Nội dung đã khai' },
    {
      kind: 'table',
      caption: 'Nội dung đã khai và mã băm SHA-256',
      columns: [
        { title: 'Mục', share: 0.5 },
        { title: 'Mã băm SHA-256', share: 0.5 },
      ],
      rows: receipt.fields.map((field) => [field.label, field.digest]),
    },
  ];
}
