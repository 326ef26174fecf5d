import { z } from 'zod';
import type { Check, Element, ElementType } from '@/lib/reporting/define';
import { type CellSource, CellState, type CheckContext } from '@/lib/reporting/schema';

/** One cell's question in the reader's language. */
export interface EntryPart {
  id: string;
  element: string;
  type: ElementType;
  label: string;
  /** Names the part when an element has several. */
  detail: string | null;
  options: readonly { code: string; label: string }[];
  computedFrom: { numerator: string; denominator: string } | null;
}

export interface EntrySection {
  code: string;
  title: string;
  parts: readonly EntryPart[];
}

/** What a person has typed into one cell, and over which revision. */
export const keptDraft = z.strictObject({
  text: z.string(),
  state: CellState,
  reason: z.string(),
  seen: z.int().min(0),
});
export type Draft = z.infer<typeof keptDraft>;

export interface EntryCell {
  draft: Draft;
  editable: boolean;
  source: CellSource | null;
  savedAt: string | null;
  savedBy: string | null;
  /** The two periods before as words, oldest first. */
  before: readonly string[];
}

export type EntryCells = Readonly<Record<string, EntryCell>>;
export type Drafts = Readonly<Record<string, Draft>>;

export interface EntryRemark {
  id: number;
  element: string;
  text: string;
  state: 'open' | 'answered' | 'settled';
  answer: string | null;
  raisedAt: string;
  raisedBy: string | null;
}

/** What the rules need to speak in the browser. */
export interface EntryRules {
  elements: readonly Element[];
  checks: readonly Check[];
  context: CheckContext;
}

/** The value somebody else saved meanwhile. */
export interface Theirs {
  draft: Draft;
  at: string;
  by: string | null;
}

export type KeptCell =
  | { part: string; outcome: 'saved' | 'unchanged'; revision: number }
  | { part: string; outcome: 'overtaken'; theirs: Theirs }
  | { part: string; outcome: 'refused'; message: string };

export type KeptCells =
  | { kind: 'kept'; at: string; cells: readonly KeptCell[] }
  | { kind: 'signed_out' }
  | { kind: 'refused'; message: string };

/** What the form knows after it was sent as a whole. */
export interface EntryFormState {
  status: 'idle' | 'ok' | 'invalid';
  summary: readonly { field: string; message: string }[];
  drafts: Drafts;
  faults: Readonly<Record<string, string>>;
  theirs: Readonly<Record<string, Theirs>>;
  /** Cells that were saved, by the time of the server. */
  saved: readonly string[];
  savedAt: string | null;
}

export const untouched: EntryFormState = {
  status: 'idle',
  summary: [],
  drafts: {},
  faults: {},
  theirs: {},
  saved: [],
  savedAt: null,
};

/** One point of a cell's history over the periods, oldest first. */
export interface SeriesPoint {
  periodId: string;
  value: number | null;
  /** The value in words: a number, "Có", "Không áp dụng", or a dash. */
  text: string;
}
