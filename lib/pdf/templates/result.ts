import type { Block, Fact, PaperDocument } from '@/lib/pdf/paper';
import { frameOf, type PaperFrame } from '@/lib/pdf/templates/form-set';

interface Decision extends PaperFrame {
  /** Who decides, in capitals: "CỤC TRƯỞNG CỤC QUẢN LÝ DƯỢC". */
  authorityLine: string;
  legalBasis: readonly string[];
  signatory: { authority: readonly string[]; name: string };
  recipients: readonly string[];
}

export interface Result extends Decision {
  /** The name of the result as the procedure defines it. */
  name: string;
  subtitle: string | null;
  /** What is granted, in one sentence. */
  granted: string;
  facts: readonly Fact[];
  conditions: readonly string[];
  validity: string;
}

/** The result of a procedure: number and date stay open until the records office seals it. */
export function result(paper: Result): PaperDocument {
  return {
    ...opening(paper),
    title: `${paper.name} – ${paper.dossierCode}`,
    heading: { title: paper.name.toUpperCase(), ...(paper.subtitle ? { subtitle: paper.subtitle } : {}) },
    blocks: [
      ...grounds(paper),
      { kind: 'paragraph', style: 'lead', text: paper.granted },
      {
        kind: 'facts',
        caption: 'Nội dung được cấp',
        rows: [...paper.facts, { label: 'Hiệu lực', value: paper.validity, strong: true }],
      },
      ...(paper.conditions.length === 0
        ? []
        : ([
            { kind: 'heading', text: 'Trách nhiệm của tổ chức, cá nhân' },
            { kind: 'list', items: paper.conditions },
          ] as const)),
    ],
  };
}

export interface Refusal extends Decision {
  /** What was asked for: "Cấp số tiếp nhận Phiếu công bố sản phẩm mỹ phẩm nhập khẩu". */
  asked: string;
  applicantName: string;
  /** Each reason is an unmet requirement with its ground. */
  reasons: readonly { requirement: string; finding: string; ground: string }[];
}

/** Văn bản từ chối: it says which requirement is not met and where the law states it. */
export function refusal(paper: Refusal): PaperDocument {
  return {
    ...opening(paper),
    title: `Thông báo không chấp thuận – ${paper.dossierCode}`,
    heading: { title: 'THÔNG BÁO', subtitle: `Không chấp thuận đề nghị: ${paper.asked}` },
    blocks: [
      ...grounds(paper),
      {
        kind: 'paragraph',
        text: `Sau khi xem xét hồ sơ ${paper.dossierCode} của ${paper.applicantName}, ${paper.issuer.name} không chấp thuận đề nghị nêu trên vì hồ sơ không đáp ứng các yêu cầu sau:`,
      },
      {
        kind: 'table',
        caption: 'Yêu cầu không được đáp ứng',
        columns: [
          { title: 'STT', share: 0.08, align: 'center' },
          { title: 'Yêu cầu', share: 0.31 },
          { title: 'Kết quả xem xét', share: 0.34 },
          { title: 'Căn cứ', share: 0.27 },
        ],
        rows: paper.reasons.map((reason, index) => [
          String(index + 1),
          reason.requirement,
          reason.finding,
          reason.ground,
        ]),
      },
      {
        kind: 'paragraph',
        text: 'Tổ chức, cá nhân có quyền nộp hồ sơ mới khi đã đáp ứng yêu cầu, khiếu nại hoặc khởi kiện theo quy định của pháp luật.',
      },
    ],
  };
}

function opening(paper: Decision) {
  return {
    ...frameOf(paper),
    recipients: paper.recipients,
    signatory: { place: 'approver', ...paper.signatory } as const,
  };
}

function grounds({ authorityLine, legalBasis }: Decision): Block[] {
  return [
    { kind: 'paragraph', style: 'centred', text: authorityLine },
    ...legalBasis.map((basis, index): Block => {
      const end = index === legalBasis.length - 1 ? '.' : ';';
      return { kind: 'paragraph', style: 'italic', text: `Căn cứ ${basis}${end}` };
    }),
  ];
}
