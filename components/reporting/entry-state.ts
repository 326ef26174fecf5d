import { inputOf, sameDraft } from '@/lib/reporting/entry/rules';
import type {
  Draft,
  Drafts,
  EntryCells,
  EntryFormState,
  EntryPart,
  KeptCell,
  Theirs,
} from '@/lib/reporting/entry/schema';
import type { CellInput } from '@/lib/reporting/schema';

/** Where a cell is on its way to the server. */
export type LineStatus =
  | { kind: 'still' }
  | { kind: 'saving' }
  | { kind: 'saved'; at: string }
  | { kind: 'failed' }
  | { kind: 'overtaken'; theirs: Theirs }
  | { kind: 'refused'; message: string };

export interface Line {
  /** What is in the control now, and what the server has. */
  draft: Draft;
  kept: Draft;
  status: LineStatus;
}

export interface EntryModel {
  lines: Readonly<Record<string, Line>>;
  /** What stood in the cells before the last block was pasted. */
  undo: Drafts | null;
  signedOut: boolean;
  savedAt: string | null;
}

export type EntryEvent =
  | { type: 'edited'; part: string; change: Partial<Draft> }
  | { type: 'pasted'; texts: Readonly<Record<string, string>> }
  | { type: 'undone' }
  | { type: 'sent'; parts: readonly string[] }
  | { type: 'kept'; at: string; sent: Drafts; cells: readonly KeptCell[] }
  | { type: 'failed'; parts: readonly string[]; signedOut: boolean }
  | { type: 'refused'; parts: readonly string[]; message: string }
  | { type: 'taken'; part: string; whose: 'mine' | 'theirs' }
  | { type: 'refreshed'; cells: EntryCells };

const still: LineStatus = { kind: 'still' };

/** A form that came back without a script brings what was typed; otherwise the server's cells are the start. */
export function openEntry(cells: EntryCells, sent: EntryFormState): EntryModel {
  const lines = Object.fromEntries(
    Object.entries(cells).map(([part, { draft }]): [string, Line] => {
      const theirs = sent.theirs[part];
      const fault = sent.faults[part];
      const status: LineStatus =
        theirs !== undefined
          ? { kind: 'overtaken', theirs }
          : fault !== undefined
            ? { kind: 'refused', message: fault }
            : sent.savedAt !== null && sent.saved.includes(part)
              ? { kind: 'saved', at: sent.savedAt }
              : still;
      return [part, { draft: sent.drafts[part] ?? draft, kept: draft, status }];
    }),
  );
  return { lines, undo: null, signedOut: false, savedAt: sent.savedAt };
}

export function nextEntry(model: EntryModel, event: EntryEvent): EntryModel {
  switch (event.type) {
    case 'edited':
      return withLines(model, [event.part], (line) => ({
        ...line,
        draft: { ...line.draft, ...event.change },
        status: line.status.kind === 'overtaken' ? line.status : still,
      }));
    case 'pasted':
      return pasted(model, event.texts);
    case 'undone':
      return {
        ...withLines(model, Object.keys(model.undo ?? {}), (line, part) => ({
          ...line,
          draft: { ...(model.undo?.[part] ?? line.draft), seen: line.draft.seen },
          status: still,
        })),
        undo: null,
      };
    case 'sent':
      return withLines(model, event.parts, (line) => ({ ...line, status: { kind: 'saving' } }));
    case 'kept':
      return event.cells.reduce<EntryModel>((now, cell) => kept(now, cell, event), {
        ...model,
        savedAt: event.at,
        signedOut: false,
      });
    case 'failed':
      return {
        ...withLines(model, event.parts, (line) => ({ ...line, status: { kind: 'failed' } })),
        signedOut: event.signedOut,
      };
    case 'refused':
      return withLines(model, event.parts, (line) => ({
        ...line,
        status: { kind: 'refused', message: event.message },
      }));
    case 'taken':
      return withLines(model, [event.part], (line) => taken(line, event.whose));
    case 'refreshed':
      return withLines(model, Object.keys(event.cells), (line, part) =>
        refreshed(line, event.cells[part]?.draft),
      );
  }
}

function withLines(
  model: EntryModel,
  parts: readonly string[],
  change: (line: Line, part: string) => Line,
): EntryModel {
  const lines = { ...model.lines };
  for (const part of parts) {
    const line = lines[part];
    if (line !== undefined) lines[part] = change(line, part);
  }
  return { ...model, lines };
}

function pasted(model: EntryModel, texts: Readonly<Record<string, string>>): EntryModel {
  const parts = Object.keys(texts);
  const undo = Object.fromEntries(
    parts.flatMap((part) => {
      const line = model.lines[part];
      return line === undefined ? [] : [[part, line.draft]];
    }),
  );
  return {
    ...withLines(model, parts, (line, part) => ({
      ...line,
      draft: { ...line.draft, text: texts[part] ?? '', state: 'value' },
      status: still,
    })),
    undo,
  };
}

function kept(model: EntryModel, cell: KeptCell, event: { at: string; sent: Drafts }): EntryModel {
  const sent = event.sent[cell.part];
  return withLines(model, [cell.part], (line) => {
    if (cell.outcome === 'overtaken') return { ...line, status: { kind: 'overtaken', theirs: cell.theirs } };
    if (cell.outcome === 'refused') return { ...line, status: { kind: 'refused', message: cell.message } };
    const seen = cell.revision;
    return {
      draft: { ...line.draft, seen },
      kept: { ...(sent ?? line.draft), seen },
      status: { kind: 'saved', at: event.at },
    };
  });
}

/** Choosing one's own value saves it over the other's, whose revision has now been seen. */
function taken(line: Line, whose: 'mine' | 'theirs'): Line {
  if (line.status.kind !== 'overtaken') return line;
  const { theirs } = line.status;
  return whose === 'theirs'
    ? { draft: theirs.draft, kept: theirs.draft, status: still }
    : { draft: { ...line.draft, seen: theirs.draft.seen }, kept: theirs.draft, status: still };
}

function refreshed(line: Line, draft: Draft | undefined): Line {
  if (draft === undefined || draft.seen < line.kept.seen) return line;
  return sameDraft(line.draft, line.kept) ? { ...line, draft, kept: draft } : line;
}

export const draftsOf = ({ lines }: EntryModel): Drafts =>
  Object.fromEntries(Object.entries(lines).map(([part, { draft }]) => [part, draft]));

export const isSaving = ({ status }: Line): boolean => status.kind === 'saving';

/** Cells that differ from what the server has, can be understood, and are not on their way already. */
export function unsent(model: EntryModel, parts: readonly EntryPart[]): CellInput[] {
  return parts.flatMap((part) => {
    const line = model.lines[part.id];
    if (line === undefined || sameDraft(line.draft, line.kept)) return [];
    if (isSaving(line) || line.status.kind === 'overtaken' || line.status.kind === 'refused') return [];
    const input = inputOf(part, line.draft);
    return input === null ? [] : [input];
  });
}
