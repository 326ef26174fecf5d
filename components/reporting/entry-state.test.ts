import { describe, expect, it } from 'vitest';
import { entryParts } from '@/lib/reporting/entry/rules';
import { type Draft, type EntryCells, untouched } from '@/lib/reporting/entry/schema';
import { elements } from '@/lib/reporting/forms/elements';
import { type EntryEvent, nextEntry, openEntry, unsent } from './entry-state';

const parts = entryParts(
  elements.filter(({ id }) => id === 'E18' || id === 'E19'),
  'vi',
);
const draft = (text: string, seen: number): Draft => ({ text, state: 'value', reason: '', seen });
const cell = (text: string, seen: number) => ({
  draft: draft(text, seen),
  editable: true,
  source: null,
  savedAt: null,
  savedBy: null,
  before: [],
});
const cells: EntryCells = { E18: cell('4.120', 1), E19: cell('', 0) };
const modelAfter = (...events: EntryEvent[]) => events.reduce(nextEntry, openEntry(cells, untouched));
const at = '2026-11-22T07:05:00.000Z';

describe('the state of a grid', () => {
  it('sends what was changed and can be understood, once', () => {
    const typed = modelAfter(
      { type: 'edited', part: 'E18', change: { text: '4.200' } },
      { type: 'edited', part: 'E19', change: { text: 'nhiều' } },
    );
    expect(unsent(typed, parts)).toEqual([{ part: 'E18', state: 'value', value: 4200, seen: 1 }]);
    const sending = nextEntry(typed, { type: 'sent', parts: ['E18'] });
    expect(unsent(sending, parts)).toEqual([]);
    const kept = nextEntry(sending, {
      type: 'kept',
      at,
      sent: { E18: draft('4.200', 1) },
      cells: [{ part: 'E18', outcome: 'saved', revision: 2 }],
    });
    expect(unsent(kept, parts)).toEqual([]);
    expect(kept.lines.E18?.draft.seen).toBe(2);
  });

  it('sends again what was typed while the last save was on its way', () => {
    const typed = modelAfter(
      { type: 'edited', part: 'E18', change: { text: '4.200' } },
      { type: 'sent', parts: ['E18'] },
      { type: 'edited', part: 'E18', change: { text: '4.201' } },
      {
        type: 'kept',
        at,
        sent: { E18: draft('4.200', 1) },
        cells: [{ part: 'E18', outcome: 'saved', revision: 2 }],
      },
    );
    expect(unsent(typed, parts)).toEqual([{ part: 'E18', state: 'value', value: 4201, seen: 2 }]);
  });

  it('keeps what could not be sent and sends it again', () => {
    const failed = modelAfter(
      { type: 'edited', part: 'E18', change: { text: '4.200' } },
      { type: 'failed', parts: ['E18'], signedOut: false },
    );
    expect(failed.lines.E18?.draft.text).toBe('4.200');
    expect(unsent(failed, parts)).toHaveLength(1);
  });

  it('asks which of two values holds, and sends nothing before the answer', () => {
    const overtaken = modelAfter(
      { type: 'edited', part: 'E18', change: { text: '4.200' } },
      {
        type: 'kept',
        at,
        sent: {},
        cells: [{ part: 'E18', outcome: 'overtaken', theirs: { draft: draft('4.300', 2), at, by: 'Lan' } }],
      },
    );
    expect(unsent(overtaken, parts)).toEqual([]);
    const mine = nextEntry(overtaken, { type: 'taken', part: 'E18', whose: 'mine' });
    expect(unsent(mine, parts)).toEqual([{ part: 'E18', state: 'value', value: 4200, seen: 2 }]);
    const theirs = nextEntry(overtaken, { type: 'taken', part: 'E18', whose: 'theirs' });
    expect(theirs.lines.E18?.draft.text).toBe('4.300');
    expect(unsent(theirs, parts)).toEqual([]);
  });

  it('takes a pasted block back in one step', () => {
    const pasted = modelAfter({ type: 'pasted', texts: { E18: '5', E19: '6' } });
    expect(unsent(pasted, parts)).toHaveLength(2);
    const undone = nextEntry(pasted, { type: 'undone' });
    expect(undone.lines.E18?.draft.text).toBe('4.120');
    expect(undone.lines.E19?.draft.text).toBe('');
    expect(undone.undo).toBeNull();
  });

  it('takes over what the server has, but never over typing', () => {
    const typed = modelAfter({ type: 'edited', part: 'E18', change: { text: '4.200' } });
    const refreshed = nextEntry(typed, {
      type: 'refreshed',
      cells: { E18: cell('4.300', 2), E19: cell('7', 1) },
    });
    expect(refreshed.lines.E18?.draft.text).toBe('4.200');
    expect(refreshed.lines.E19?.draft.text).toBe('7');
  });

  it('opens with what a form without a script had sent', () => {
    const model = openEntry(cells, {
      ...untouched,
      status: 'invalid',
      drafts: { E18: draft('nhiều', 1) },
      faults: { E18: 'Cần một con số' },
    });
    expect(model.lines.E18?.draft.text).toBe('nhiều');
    expect(model.lines.E18?.status).toEqual({ kind: 'refused', message: 'Cần một con số' });
  });
});
