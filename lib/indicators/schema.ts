import { z } from 'zod';
import type { CellVersion } from '@/lib/reporting/schema';
import type { IndicatorUnit, Pillar, Words } from './define';

/** Achieved and missed are facts; on track, at risk and off track compare the pace with the pace that is needed. */
export const statuses = ['achieved', 'on_track', 'at_risk', 'off_track', 'unknown', 'no_target'] as const;
export type Status = (typeof statuses)[number];

/** Where a value comes from, best first: locked reports, other figures, dossiers, its owner, a publication. */
export const provenances = ['reports', 'computed', 'dossiers', 'entry', 'published', 'none'] as const;
export type Provenance = (typeof provenances)[number];

/** An indicator of the plans (T01–T72) or a coverage measure without a target of its own (HIS, LIS, PACS …). */
export const MeasureId = z.string().regex(/^(T\d{2}|[A-Z]{3,8})$/);

export const BoardInput = z.object({
  /** `p34-01` or, in the world before 1 July 2025, `p63-01`; absent: the nation. */
  place: z
    .string()
    .regex(/^p(34|63)-\d{2}$/)
    .optional(),
  /** Known up to the end of this civil date; absent: now. */
  asOf: z.iso.date().optional(),
  /** The reporting period that is looked at; absent: the latest one with a locked report. */
  period: z
    .string()
    .regex(/^\d{6}$/)
    .optional(),
  world: z.enum(['34', '63']).default('34'),
});
export type BoardInput = z.infer<typeof BoardInput>;

export const GetIndicator = BoardInput.extend({ id: MeasureId });
export type GetIndicator = z.infer<typeof GetIndicator>;

export const outcomes = ['counts', 'does_not', 'no_answer'] as const;
export type Outcome = (typeof outcomes)[number];

export const ListFacilityFigures = GetIndicator.extend({
  outcome: z.enum(outcomes).optional(),
  /** Part of the name, without tone marks too. */
  search: z.string().trim().max(100).optional(),
  after: z.string().max(400).optional(),
  before: z.string().max(400).optional(),
});
export type ListFacilityFigures = z.infer<typeof ListFacilityFigures>;

export const GetCellProof = BoardInput.extend({
  measure: MeasureId,
  facilityId: z.uuid(),
  part: z.string().regex(/^E\d{2}[a-e]?$/),
});
export type GetCellProof = z.infer<typeof GetCellProof>;

/** One number with everything that must stand beside it. Shares are 0–100; `null` means unknown, never zero. */
export interface Figure {
  measure: string;
  title: Words;
  unit: IndicatorUnit;
  place: { id: string; name: Words } | null;
  /** Reporting period the value stands for, null when it does not come from reports. */
  period: string | null;
  /** Civil date the value speaks of. */
  asOf: string | null;
  value: number | null;
  numerator: number | null;
  denominator: number | null;
  /** Of the numerator, how many have an accepted written proof; null when no proof is asked for this measure. */
  proven: number | null;
  /** Who should have answered, who did, and how the answers came about. */
  members: number | null;
  answered: number | null;
  fresh: number | null;
  carried: number | null;
  target: TargetView | null;
  status: Status;
  /** True when the deadline passed and the target had not been reached by then. */
  missed: boolean;
  /** How many more are needed; null when there are no parts or nothing is missing. */
  gap: number | null;
  pace: Pace | null;
  provenance: Provenance;
  source: { ref: string; confidence: string } | null;
  sample: boolean;
  /** Number of the last lock this figure knows: equal numbers mean equal figures, on every process. */
  sequence: number;
}

export interface TargetView {
  value: number | null;
  text: Words;
  deadline: string | null;
  deadlineText: Words;
  legalDocument: string;
  revision: number;
  successor: {
    id: string;
    title: Words;
    value: number | null;
    deadline: string;
    deadlineText: Words;
    legalDocument: string;
    /** What is uncertain about it, when something is. */
    note: Words | null;
  } | null;
}

export interface Pace {
  /** Points per month (or units, for counts): robust slope of the last closed months, and what would be needed. */
  actual: number | null;
  required: number | null;
  ratio: number | null;
  /** The horizon the required pace is for: the deadline, or the successor's once that has passed. */
  horizon: string | null;
  months: number;
  /** When the target is reached at the actual pace, with the range of the plausible; null when never. */
  reachedOn: { median: string; early: string; late: string | null } | null;
}

export interface TrendPoint {
  period: string;
  endsOn: string;
  value: number | null;
  numerator: number | null;
  denominator: number | null;
  proven: number | null;
  /** Fewer than the required share had answered: drawn dashed. */
  provisional: boolean;
  source: Exclude<Provenance, 'none'>;
}

/** The first board: one row a measure. */
export interface Board {
  asOf: string;
  knownAt: Date;
  sequence: number;
  period: string | null;
  periods: readonly string[];
  place: { id: string; name: Words } | null;
  places: readonly { id: string; name: Words }[];
  world: '34' | '63';
  rows: readonly (Figure & { trend: readonly TrendPoint[] })[];
}

/** One indicator opened: its figure, its course, the provinces, the reason, the definition. */
export interface IndicatorView {
  figure: Figure;
  definition: {
    version: number;
    pillars: readonly Pillar[];
    numerator: Words;
    denominator: Words | null;
    scope: Words;
    /** The formula in words and the elements it reads, so that a reader can follow it. */
    formula: Words | null;
    elements: readonly { id: string; label: Words }[];
    members: Words | null;
    owner: { code: string; name: Words };
    frequency: string;
    sources: readonly string[];
    checklist: readonly { code: string; label: Words; done: boolean | null }[];
  };
  trend: readonly TrendPoint[];
  provinces: readonly Figure[];
  atDeadline: {
    period: string | null;
    value: number | null;
    numerator: number | null;
    denominator: number | null;
    source: Words | null;
  } | null;
  reachedIn: string | null;
  /** The groups that hold most of what is missing (provinces, ownership, class), largest first. */
  missingBy: readonly {
    dimension: 'province' | 'ownership' | 'class';
    key: string;
    label: Words;
    missing: number;
    of: number;
  }[];
  /** What moved the figure since the period before, exactly adding up. */
  change: { from: string; numerator: number; denominator: number; cross: number; total: number } | null;
  restatements: readonly {
    at: Date;
    period: string;
    before: number | null;
    after: number | null;
    reason: string | null;
    by: string | null;
  }[];
  observations: readonly { id: string; title: Words; text: Words; asOf: string; source: string }[];
  entries: readonly {
    asOf: string;
    value: number | null;
    note: string | null;
    recordedAt: Date;
    by: string | null;
  }[];
}

/** One facility behind a figure, with the cells the formula read and the lock that fixed them. */
export interface FacilityFigure {
  facility: {
    id: string;
    name: Words;
    class: string;
    ownership: string;
    placeId: string;
    place: Words;
    sample: boolean;
  };
  /** counts: in the numerator; does_not: in the denominator only; no_answer: in neither. */
  outcome: Outcome;
  proven: boolean | null;
  numerator: number | null;
  denominator: number | null;
  period: string | null;
  carried: boolean;
  /** The answer is made up, though the facility may be a real one. */
  sample: boolean;
  reportId: string | null;
  sequence: number | null;
  cells: readonly {
    part: string;
    value: boolean | number | string | readonly string[] | null;
    revision: number;
  }[];
}

/** One cell a figure was read from: what it says, who said it when, and which lock fixed it. */
export interface CellProof {
  measure: { id: string; title: Words; formula: Words };
  part: { id: string; label: Words };
  row: FacilityFigure;
  /** The versions of the cell, newest first; drafts and names only for who may read the report. */
  versions: readonly (CellVersion & {
    /** The version the figure was read from. */
    fixed: boolean;
  })[];
  /** Every lock of the report up to the reader's day, newest first; the first one speaks. */
  locks: readonly { sequence: number; at: Date; by: string | null; contentHash: string | null }[];
}
