/**
 * What the machine read in a paper against what the applicant declared. It proposes and never decides.
 * Decree 118/2025/NĐ-CP (papers are digitised at the one-stop unit and checked by the officer).
 */
import { foldTones } from '@/lib/kernel/text';

/** Where a word stands on its page: x, y, width and height in the page's own units. */
export type Box = readonly [number, number, number, number];

export interface ReadWord {
  text: string;
  box: Box;
  /** 0 … 1. */
  confidence: number;
}

export interface ReadPage {
  width: number;
  height: number;
  words: readonly ReadWord[];
}

export type FieldVerdict = 'equal' | 'formatting_only' | 'differs' | 'unreadable';
export type DeclaredKind = 'words' | 'number' | 'date';

export interface Declared {
  value: string;
  kind: DeclaredKind;
  /** Name of the field as forms print it; a date is only compared where this name stands beside it. */
  label: string;
}

export interface Comparison {
  verdict: FieldVerdict;
  found: string;
  /** Counted from 1. */
  page: number;
  boxes: readonly Box[];
  confidence: number;
}

/** Below this the engine guesses: an unlike reading then says nothing about the paper. */
export const readableConfidence = 0.6;
/** How alike two readings must be to be about the same thing: names drift more than numbers may. */
const alikeEnough = { words: 0.72, number: 0.75 } as const;
/** Shorter values turn up anywhere by chance. */
const shortestCompared = 4;
const wordsAfterLabel = 6;

/** A paper made ready for many comparisons: its words with the ways to write a legal form made one. */
export interface PaperIndex {
  pages: readonly { words: readonly ReadWord[]; tokens: readonly Token[] }[];
}

interface Token {
  normal: string;
  /** Places among the words of the page: first, and one past the last. */
  from: number;
  to: number;
}

export function indexPaper(pages: readonly ReadPage[]): PaperIndex {
  return { pages: pages.map(({ words }) => ({ words, tokens: tokensOf(words.map(({ text }) => text)) })) };
}

/** Null when the paper does not speak of the field at all: silence is no difference. */
export function compareField(declared: Declared, paper: PaperIndex): Comparison | null {
  const found = declared.kind === 'date' ? findDate(declared, paper) : findWords(declared, paper);
  if (found === null) return null;
  const guessed = found.verdict === 'differs' && found.confidence < readableConfidence;
  return guessed ? { ...found, verdict: 'unreadable' } : found;
}

/** How two written values relate, wherever they stand. */
export function compareText(declared: string, read: string): 'equal' | 'formatting_only' | 'differs' {
  const [left, right] = [trimmed(declared), trimmed(read)];
  if (left === right) return 'equal';
  return normalForm(left) === normalForm(right) ? 'formatting_only' : 'differs';
}

/** Ways to write the same legal form or place word, without tone marks; longer ones first. */
const sameWords = {
  cttnhh: ['cong ty trach nhiem huu han', 'cong ty tnhh', 'cty tnhh'],
  ctcp: ['cong ty co phan', 'cong ty cp', 'cty cp'],
  ct: ['cong ty', 'cty'],
  tnhh: ['trach nhiem huu han'],
  mtv: ['mot thanh vien', '1 thanh vien', '1tv'],
  tp: ['thanh pho'],
  tx: ['thi xa'],
  p: ['phuong'],
  q: ['quan'],
  coltd: ['company limited', 'co ltd'],
} as const;
const samePhrases = Object.entries(sameWords).flatMap(([short, phrases]) =>
  phrases.map((phrase) => ({ parts: phrase.split(' '), short })),
);

function tokensOf(words: readonly string[]): Token[] {
  const plain = words.map((word) => foldTones(word).replace(/[^\p{L}\p{N}]+/gu, ''));
  const tokens: Token[] = [];
  for (let from = 0; from < plain.length; ) {
    const phrase = samePhrases.find(({ parts }) =>
      parts.every((part, index) => plain[from + index] === part),
    );
    const to = from + (phrase?.parts.length ?? 1);
    tokens.push({ normal: phrase?.short ?? plain[from] ?? '', from, to });
    from = to;
  }
  return tokens;
}

/** Without tone marks, spacing, punctuation and ways to write a legal form; digits stay as they are. */
export function normalForm(text: string): string {
  return tokensOf(text.trim().split(/\s+/))
    .map(({ normal }) => normal)
    .join('');
}

function trimmed(text: string): string {
  return text
    .normalize('NFC')
    .replace(/\s+/g, ' ')
    .replace(/^[\s.,:;"'“”()]+|[\s.,:;"'“”()]+$/g, '');
}

interface Candidate {
  likeness: number;
  run: readonly ReadWord[];
  page: number;
}

function findWords({ value, kind, label }: Declared, { pages }: PaperIndex): Comparison | null {
  const size = tokensOf(trimmed(value).split(' ')).length;
  const wanted = { value, normal: normalForm(value), label: normalForm(label), size };
  if (kind === 'date' || wanted.normal.length < shortestCompared) return null;
  let best: Candidate | null = null;
  for (const [index, page] of pages.entries()) {
    for (const candidate of candidatesOn(page, wanted)) {
      if (best === null || candidate.likeness > best.likeness) best = { ...candidate, page: index + 1 };
    }
  }
  if (best === null || best.likeness < alikeEnough[kind]) return null;
  const { run, page } = best;
  const found = trimmed(run.map(({ text }) => text).join(' '));
  return { ...placeOf(run), page, found, verdict: compareText(value, found) };
}

/** Runs of about as many words as were declared; a scan may join two words or split one. */
function* candidatesOn(
  { words, tokens }: PaperIndex['pages'][number],
  wanted: { value: string; normal: string; label: string; size: number },
): Generator<Omit<Candidate, 'page'>> {
  for (const [start, first] of tokens.entries()) {
    for (let length = Math.max(1, wanted.size - 1); length <= wanted.size + 1; length += 1) {
      const last = tokens[start + length - 1];
      if (last === undefined) break;
      const normal = tokens
        .slice(start, start + length)
        .map((token) => token.normal)
        .join('');
      // The printed name of a field is not its value, however alike the two are.
      const likeness = normal === wanted.label ? 0 : similarity(wanted.normal, normal);
      if (likeness > 0)
        yield {
          run: words.slice(first.from, last.to),
          likeness: likeness - exactFirst(words, first, wanted),
        };
    }
  }
}

/** Of equally alike places the one written just as declared wins. */
function exactFirst(words: readonly ReadWord[], { from }: Token, { value }: { value: string }): number {
  return value.startsWith(trimmed(words[from]?.text ?? '')) ? 0 : 0.001;
}

function placeOf(run: readonly ReadWord[]): Pick<Comparison, 'boxes' | 'confidence'> {
  return {
    boxes: run.map(({ box }) => box),
    confidence: Math.min(...run.map(({ confidence }) => confidence)),
  };
}

/** Share of letters that need no change, 0 … 1 (Levenshtein); lengths too far apart are not worth counting. */
export function similarity(left: string, right: string): number {
  const longest = Math.max(left.length, right.length);
  if (longest === 0) return 1;
  if (Math.abs(left.length - right.length) > longest * 0.4) return 0;
  let previous = Array.from({ length: right.length + 1 }, (_, index) => index);
  for (let row = 1; row <= left.length; row += 1) {
    const current = [row];
    for (let column = 1; column <= right.length; column += 1) {
      const change = left[row - 1] === right[column - 1] ? 0 : 1;
      const around = [
        (previous[column] ?? 0) + 1,
        (current[column - 1] ?? 0) + 1,
        (previous[column - 1] ?? 0) + change,
      ];
      current.push(Math.min(...around));
    }
    previous = current;
  }
  return 1 - (previous[right.length] ?? longest) / longest;
}

interface FoundDate {
  date: string;
  plain: boolean;
  run: readonly ReadWord[];
  start: number;
  page: number;
}

function findDate({ value, label }: Declared, { pages }: PaperIndex): Comparison | null {
  const dates = pages.flatMap((page, index) =>
    datesOn(page.words).map((date) => ({ ...date, page: index + 1 })),
  );
  const same = dates.find(({ date }) => date === value);
  if (same !== undefined) return dateComparison(same, same.plain ? 'equal' : 'formatting_only');
  const beside = dates.find(({ page, start }) => labelBefore(label, pages[page - 1]?.words ?? [], start));
  return beside === undefined ? null : dateComparison(beside, 'differs');
}

function dateComparison({ run, page }: FoundDate, verdict: FieldVerdict): Comparison {
  return { ...placeOf(run), page, verdict, found: trimmed(run.map(({ text }) => text).join(' ')) };
}

function labelBefore(label: string, words: readonly ReadWord[], start: number): boolean {
  const wanted = normalForm(label);
  const length = label.split(/\s+/).length;
  const before = words.slice(Math.max(0, start - length - wordsAfterLabel), start);
  return (
    wanted.length >= shortestCompared && normalForm(before.map(({ text }) => text).join(' ')).includes(wanted)
  );
}

/** dd/MM/yyyy with any separator in one word, or "ngày 31 tháng 12 năm 2027" over several. */
export function datesOn(words: readonly ReadWord[]): Omit<FoundDate, 'page'>[] {
  return words.flatMap((word, start) => {
    const short = /^\D*(\d{1,2})([/.-])(\d{1,2})\2(\d{4})\D*$/.exec(word.text);
    if (short !== null) {
      const date = civil(short[4], short[3], short[1]);
      return [{ date, plain: short[2] === '/', run: [word], start }];
    }
    const run = words.slice(start, start + 6);
    const long = /^ngay (\d{1,2}) thang (\d{1,2}) nam (\d{4})\b/.exec(
      foldTones(run.map(({ text }) => text).join(' ')),
    );
    return long === null ? [] : [{ date: civil(long[3], long[2], long[1]), plain: false, run, start }];
  });
}

function civil(year = '', month = '', day = ''): string {
  return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}
