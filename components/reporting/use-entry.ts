'use client';
import { useCallback, useEffect, useRef, useState } from 'react';
import { keepCellsAction } from '@/lib/reporting/entry/actions';
import type { Drafts, EntryCells, EntryFormState, EntryPart } from '@/lib/reporting/entry/schema';
import {
  draftsOf,
  type EntryEvent,
  type EntryModel,
  isSaving,
  nextEntry,
  openEntry,
  unsent,
} from './entry-state';

const pause = 900;
const longestPause = 60_000;

interface Entry {
  model: EntryModel;
  tell: (event: EntryEvent) => void;
  /** Saves at once what is typed; resolves when the server has answered. */
  flush: () => Promise<void>;
}

interface EntrySource {
  reportId: string;
  parts: readonly EntryPart[];
  cells: EntryCells;
  sent: EntryFormState;
}

/** One save at a time; what fails stays in its cell and is tried again after a growing pause. */
export function useEntry({ reportId, parts, cells, sent }: EntrySource): Entry {
  'use memo';
  const [model, setModel] = useState(() => openEntry(cells, sent));
  const latest = useRef(model);
  const running = useRef<Promise<void> | null>(null);
  const wait = useRef(pause);
  // The next save may begin before React has drawn the answer to the last one.
  const tell = useCallback((event: EntryEvent) => {
    latest.current = nextEntry(latest.current, event);
    setModel(latest.current);
  }, []);

  useEffect(() => {
    tell({ type: 'refreshed', cells });
  }, [cells, tell]);

  const send = useCallback(async () => {
    const inputs = unsent(latest.current, parts);
    if (inputs.length === 0) return;
    const ids = inputs.map(({ part }) => part);
    const drafts: Drafts = draftsOf(latest.current);
    tell({ type: 'sent', parts: ids });
    try {
      const answer = await keepCellsAction(reportId, inputs);
      if (answer.kind === 'kept') {
        wait.current = pause;
        tell({ type: 'kept', at: answer.at, sent: drafts, cells: answer.cells });
      } else if (answer.kind === 'refused') tell({ type: 'refused', parts: ids, message: answer.message });
      else tell({ type: 'failed', parts: ids, signedOut: true });
    } catch {
      wait.current = Math.min(wait.current * 2, longestPause);
      tell({ type: 'failed', parts: ids, signedOut: false });
    }
  }, [parts, reportId, tell]);

  const flush = useCallback(async () => {
    if (running.current !== null) await running.current;
    running.current = send().finally(() => {
      running.current = null;
    });
    await running.current;
  }, [send]);

  const waiting = unsent(model, parts);
  useEffect(() => {
    if (waiting.length === 0) return;
    const timer = setTimeout(flush, wait.current);
    return () => clearTimeout(timer);
  }, [waiting, flush]);

  const open = waiting.length > 0 || Object.values(model.lines).some(isSaving);
  useEffect(() => {
    if (!open) return;
    const keep = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', keep);
    window.addEventListener('online', flush);
    return () => {
      window.removeEventListener('beforeunload', keep);
      window.removeEventListener('online', flush);
    };
  }, [open, flush]);

  return { model, tell, flush };
}
