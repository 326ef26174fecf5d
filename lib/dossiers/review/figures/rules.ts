/**
 * Figures of handling, each a count of dossiers that can be opened.
 * Decision 766/QĐ-TTg counts early and on-time handling; the smallest sample and the first-time-right figure are
 * conventions of this portal.
 */
import { z } from 'zod';

export const figureNames = [
  'received',
  'handled',
  'early',
  'on_time',
  'late',
  'overdue',
  'first_time_right',
  'supplemented',
] as const;
export type FigureName = (typeof figureNames)[number];

export interface FigureScope {
  /** Civil dates, both included. */
  from: string;
  to: string;
}

/** Below this a share says more about chance than about work. */
export const smallestSample = 10;

/** A share of handled dossiers, or null when there are too few to say anything. */
export function shareOf(part: number, whole: number): number | null {
  return whole < smallestSample ? null : part / whole;
}

/** Requests per 100 handled dossiers, or null below the smallest sample. */
export function supplementsPerHundred(rounds: number, handled: number): number | null {
  return handled < smallestSample ? null : (rounds / handled) * 100;
}

export interface Counted {
  counts: Record<FigureName, number>;
  supplementRounds: number;
}

/** All officers together. */
export function totalOf(rows: readonly Counted[]): Counted {
  const sum = (pick: (row: Counted) => number) => rows.reduce((total, row) => total + pick(row), 0);
  const counts = Object.fromEntries(figureNames.map((name) => [name, sum((row) => row.counts[name])]));
  return {
    counts: counts as Record<FigureName, number>,
    supplementRounds: sum((row) => row.supplementRounds),
  };
}

/** The period of the address; the current quarter up to today when it names none. */
export function scopeOf(
  raw: { from?: string | undefined; to?: string | undefined },
  today: string,
): FigureScope {
  const [year, month] = [today.slice(0, 4), Number(today.slice(5, 7))];
  const quarter = `${year}-${String(month - ((month - 1) % 3)).padStart(2, '0')}-01`;
  const read = (value: string | undefined, otherwise: string) =>
    z.iso.date().safeParse(value).data ?? otherwise;
  const [from, to] = [read(raw.from, quarter), read(raw.to, today)];
  return from <= to ? { from, to } : { from: to, to: from };
}
