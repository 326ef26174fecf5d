/** What the clock's events say before any rule: when it ran, when it stood still, what was promised. */

export type PauseCause = 'supplement' | 'payment' | 'withdrawal' | 'other';

export interface ClockEvent {
  kind: 'start' | 'pause' | 'resume' | 'extend' | 'stop';
  at: Date;
  /** extend: the newly promised date. */
  to?: string | undefined;
  cause?: PauseCause | undefined;
  /** The act or document behind the event, shown in the explanation. */
  source?: string | undefined;
}

/** `to` is null while the pause is open. */
export interface Pause {
  from: Date;
  to: Date | null;
  source: string | undefined;
}

/** What the events say, before any rule: when the clock ran and from which moment the limit is counted. */
export interface ClockHistory {
  startedAt: Date;
  stoppedAt: Date | null;
  pauses: readonly Pause[];
  extension: { at: Date; to: string; source: string | undefined } | null;
  source: string | undefined;
}

export function historyOf(events: readonly ClockEvent[]): ClockHistory | null {
  const sorted = [...events].sort((a, b) => a.at.getTime() - b.at.getTime());
  const start = sorted.find((event) => event.kind === 'start');
  if (start === undefined) return null;
  const stop = sorted.find((event) => event.kind === 'stop' && event.at >= start.at);
  const lived = sorted.filter((event) => stop === undefined || event.at <= stop.at);
  const promise = lived.findLast((e) => e.kind === 'extend' && e.at >= start.at && e.to !== undefined);
  return {
    startedAt: start.at,
    stoppedAt: stop?.at ?? null,
    pauses: pausesOf(lived, start.at, stop?.at ?? null),
    extension: promise?.to === undefined ? null : { at: promise.at, to: promise.to, source: promise.source },
    source: start.source,
  };
}

function pausesOf(events: readonly ClockEvent[], startedAt: Date, stoppedAt: Date | null): Pause[] {
  const pauses: Pause[] = [];
  let depth = 0;
  let opened: ClockEvent | undefined;
  const close = (to: Date | null) => {
    if (opened === undefined || (to !== null && to <= startedAt)) return;
    const from = opened.at < startedAt ? startedAt : opened.at;
    const last = pauses.at(-1);
    if (last?.to !== undefined && last.to !== null && last.to >= from) last.to = to;
    else pauses.push({ from, to, source: opened.source });
  };
  for (const event of events) {
    if (event.kind === 'pause') {
      if (depth === 0) opened = event;
      depth += 1;
    } else if (event.kind === 'resume' && depth > 0) {
      depth -= 1;
      if (depth === 0) close(event.at);
    }
  }
  if (depth > 0) close(stoppedAt);
  return pauses;
}
