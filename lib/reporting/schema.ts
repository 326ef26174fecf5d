import { z } from 'zod';
import type { valueStates as states } from '@/db/schema/reporting';
import type { Cells, CellValue, Finding } from './checks';
import type { Activity, Check, Element, ReportForm, Words } from './define';
import type { EvidenceFinding } from './evidence/define';
import { PeriodId, type PeriodView } from './periods/schema';
import type { ReportGuard, ReportMoveName, ReportState } from './workflow';

export { type Completeness, ListReports, type OwnReport, type ReportLine } from './lists/schema';
export { PeriodId, type PeriodView } from './periods/schema';

export const cellStates = [
  'value',
  'not_applicable',
  'unknown',
  'withdrawn',
] as const satisfies typeof states;
export const CellState = z.enum(cellStates);
export type CellState = z.infer<typeof CellState>;
export type CellSource = 'manual' | 'import' | 'feed' | 'carried' | 'computed';

export const CellInput = z.strictObject({
  part: z.string().regex(/^E\d{2}[a-e]?$/),
  state: CellState.default('value'),
  value: z.union([z.boolean(), z.number(), z.string(), z.array(z.string()), z.null()]).default(null),
  /** Why it is unknown or not applicable, or the explanation a warning asks for. */
  reason: z.string().trim().max(1000).optional(),
  /** The revision the person saw, 0 for an empty cell: whoever saves over another's change is told. */
  seen: z.int().min(0),
});
export type CellInput = z.infer<typeof CellInput>;

export const SaveCells = z.strictObject({
  reportId: z.uuid(),
  cells: z.array(CellInput).min(1).max(200),
  source: z.enum(['manual', 'import', 'feed', 'carried']).default('manual'),
});
export type SaveCells = z.infer<typeof SaveCells>;

/** What became of each cell: saved, unchanged, overtaken by somebody else (both values are shown), or refused. */
export type CellOutcome =
  | { part: string; outcome: 'saved' | 'unchanged'; revision: number }
  | { part: string; outcome: 'overtaken'; revision: number; theirs: CellView }
  | { part: string; outcome: 'refused'; code: string };

export interface CellVersion {
  revision: number;
  state: CellState;
  value: CellValue;
  reason: string | null;
  source: CellSource;
  recordedAt: Date;
  /** Name of the person or of the system; null when the reader may not know it. */
  recordedBy: string | null;
}

export interface CellView {
  part: string;
  element: string;
  /** null: nobody has said anything yet — never shown as zero. */
  current: CellVersion | null;
  editable: boolean;
  /** Values of the two periods before, oldest first; the value of a period without report is null. */
  before: readonly { periodId: string; value: CellValue; state: CellState | null }[];
}

export interface RemarkView {
  id: number;
  element: string;
  text: string;
  state: 'open' | 'answered' | 'settled';
  answer: string | null;
  raisedAt: Date;
  raisedBy: string | null;
}

export interface EvidenceView {
  id: string;
  element: string;
  documentId: string;
  name: string;
  sha256: string;
  numberSymbol: string;
  issuedOn: string;
  issuingUnit: string;
  signer: string;
  findings: readonly EvidenceFinding[];
  state: 'offered' | 'accepted' | 'refused' | 'withdrawn';
  offeredAt: Date;
  decidedAt: Date | null;
  decisionReason: string | null;
  sample: boolean;
}

export interface ReportEventView {
  id: number;
  move: ReportMoveName | 'open';
  from: ReportState | null;
  to: ReportState;
  reason: string | null;
  at: Date;
  by: string | null;
}

export interface ReportFacility {
  id: string;
  name: Words;
  class: string;
  hospital: boolean;
  placeId: string;
  place: Words;
  unitCode: string | null;
  sample: boolean;
}

/**
 * What the checks look at besides the cells of the form itself. Plain data: the page checks while somebody types
 * with the same `reportedOf` and `findingsOf` (rules.ts) as the server.
 */
export interface CheckContext {
  /** Last values before the period: of the neighbouring period for flows, of the last 12 months for the rest. */
  previous: Cells;
  /** Parts of the facility's other forms: the last value in force at the end of the period. */
  others: Cells;
  /** Elements that have an evidence file which was not refused. */
  evidence: readonly string[];
  facility: { class: string; hospital: boolean; activities: readonly Activity[] };
  periodEnd: string;
}

/** One facility's form of one period as one person may see and change it. */
export interface ReportView {
  id: string;
  version: number;
  state: ReportState;
  facility: ReportFacility;
  period: PeriodView;
  form: ReportForm;
  /** Elements of the form that are asked of this facility, in the order of the form. */
  elements: readonly Element[];
  cells: Readonly<Record<string, CellView>>;
  checks: readonly Check[];
  context: CheckContext;
  findings: readonly Finding[];
  /** Parts that must be answered before the report can be submitted and are not yet. */
  missing: readonly string[];
  /** Empty cells whose last state or stock may be taken over with one tap. */
  carriable: readonly string[];
  filled: number;
  asked: number;
  late: boolean;
  onBehalf: boolean;
  remarks: readonly RemarkView[];
  evidence: readonly EvidenceView[];
  events: readonly ReportEventView[];
  /** Lawful moves of this person now, and the moves held back with what they wait for. */
  moves: readonly ReportMoveName[];
  blocked: readonly { name: ReportMoveName; unmet: readonly ReportGuard[] }[];
  /** Moves this person has the right to but did the earlier duty for: somebody else must make them. */
  barred: readonly ReportMoveName[];
  canEnter: boolean;
  lastLock: { sequence: number; at: Date; contentHash: string | null } | null;
}

export const OpenReport = z.strictObject({
  facilityId: z.uuid(),
  periodId: PeriodId,
  formId: z.string().max(40),
});
export type OpenReport = z.infer<typeof OpenReport>;

export const CarryForward = z.strictObject({
  reportId: z.uuid(),
  parts: z
    .array(z.string().regex(/^E\d{2}[a-e]?$/))
    .min(1)
    .max(200),
});
export type CarryForward = z.infer<typeof CarryForward>;

export const AnswerRemark = z.strictObject({
  remarkId: z.coerce.number().int().positive(),
  text: z.string().trim().min(3).max(1000),
});
export type AnswerRemark = z.infer<typeof AnswerRemark>;

/** All verified reports of a form and period in the unit, or the named ones; at most 100 at once. */
export const LockReports = z.strictObject({
  periodId: PeriodId,
  formId: z.string().max(40),
  unitCode: z.string().max(20).optional(),
  ids: z.array(z.uuid()).max(100).optional(),
});
export type LockReports = z.infer<typeof LockReports>;

export interface LockOutcome {
  locked: number;
  refused: { id: string; code: string }[];
  /** More verified reports wait for the next call. */
  more: boolean;
}

export interface CellHistory {
  /** Every version of the cell, newest first. */
  versions: readonly CellVersion[];
  /** Up to 12 earlier periods, oldest first. */
  before: readonly { periodId: string; value: CellValue; state: CellState | null }[];
  /** Median of the facilities of the same class in the period before; null with fewer than five. */
  peersMedian: number | null;
  peers: { periodId: string | null; count: number };
}

export const MoveReport = z.discriminatedUnion('move', [
  z.strictObject({ move: z.literal('submit'), reportId: z.uuid(), version: z.coerce.number().int() }),
  z.strictObject({
    move: z.literal('return'),
    reportId: z.uuid(),
    version: z.coerce.number().int(),
    reason: z.string().trim().min(10).max(2000),
    remarks: z
      .array(
        z.strictObject({ element: z.string().regex(/^E\d{2}$/), text: z.string().trim().min(3).max(1000) }),
      )
      .max(60),
  }),
  z.strictObject({ move: z.literal('verify'), reportId: z.uuid(), version: z.coerce.number().int() }),
  z.strictObject({ move: z.literal('lock'), reportId: z.uuid(), version: z.coerce.number().int() }),
  z.strictObject({
    move: z.literal('reopen'),
    reportId: z.uuid(),
    version: z.coerce.number().int(),
    reason: z.string().trim().min(10).max(2000),
  }),
]);
export type MoveReport = z.input<typeof MoveReport>;
