import { type FormEvent, useRef, useState } from 'react';
import type { ImportProgress } from '@/lib/reporting/exchange/schema';

type Standing = { kind: 'idle' } | { kind: 'writing'; cells: number } | { kind: 'cut_off' };

/** Writes a large file while telling how far it is; whoever stops may go on later. */
export function useWatchedImport({ file, period }: { file: string; period?: string | undefined }) {
  const [standing, setStanding] = useState<Standing>({ kind: 'idle' });
  const stopping = useRef<AbortController | null>(null);
  const query = new URLSearchParams(period === undefined ? {} : { period });
  async function write(event: FormEvent) {
    event.preventDefault();
    const stop = new AbortController();
    stopping.current = stop;
    setStanding({ kind: 'writing', cells: 0 });
    try {
      for await (const line of progressOf(`/api/imports/${file}?${query}`, stop.signal)) {
        if (line.kind === 'fault') break;
        setStanding({ kind: 'writing', cells: line.cells });
        if (line.kind === 'written') continue;
        query.set('written', String(line.cells));
        query.set('reports', String(line.reports));
        window.location.assign(`/reporting/import/${file}?${query}`);
        return;
      }
    } catch {
      // Stopped, or the connection is gone: what was written stays.
    }
    setStanding({ kind: 'cut_off' });
  }
  return { standing, write, stop: () => stopping.current?.abort() };
}

async function* progressOf(address: string, signal: AbortSignal): AsyncGenerator<ImportProgress> {
  const { ok, body } = await fetch(address, { method: 'POST', signal });
  const reader = ok ? body?.pipeThrough(new TextDecoderStream()).getReader() : undefined;
  let rest = '';
  for (let piece = await reader?.read(); piece?.done === false; piece = await reader?.read()) {
    const lines = (rest + piece.value).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) yield JSON.parse(line);
  }
}
