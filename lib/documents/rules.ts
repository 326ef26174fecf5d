/**
 * What the machine read in a paper against what the applicant declared. It proposes and never decides.
 * Decree 118/2025/NĐ-CP (papers are digitised at the one-stop unit and checked by the officer).
 */
import { foldTones } from '@/lib/kernel/text';

/** Corners of a word on its page, in the page's own units: left, top, right, bottom. */
export type Box = readonly [number, number, number, number];

export interface ReadWord {
  text: string;
  box: Box;
  /** 0 … 100. */
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
export const readableConfidence = 60;
/** How alike two readings must be to be about the same thing: names drift more than numbers may. */
const alikeEnough = { words: 0.72, number: 0.75 } as const;
/** Shorter values turn up anywhere by chance. */
const shortestCompared = 4;
const wordsAfterLabel = 6;

/** Null when the paper does not speak of the field at all: silence is no difference. */
export function compareField(declared: Declared, pages: readonly ReadPage[]): Comparison | null {
  const found = declared.kind === 'date' ? findDate(declared, pages) : findWords(declared, pages);
  if (found === null) return null;
  const { verdict, confidence } = found;
  const guessed = verdict === 'differs' && confidence < readableConfidence;
  return guessed ? { ...found, verdict: 'unreadable' } : found;
}

/** How two written values relate, wherever they stand. */
export function compareText(declared: string, read: string): 'equal' | 'formatting_only' | 'differs' {
  const [left, right] = [trimmed(declared), trimmed(read)];
  if (left === right) return 'equal';
  return normalForm(left) === normalForm(right) ? 'formatting_only' : 'differs';
}

const legalForms: readonly (readonly [RegExp, string])[] = [
  [/\bcong ty trach nhiem huu han\b/g, 'ct tnhh'],
  [/\b(cong ty|cty|c\.ty)\b/g, 'ct'],
  [/\bct co phan\b|\bctcp\b/g, 'ct cp'],
  [/\btrach nhiem huu han\b/g, 'tnhh'],
  [/\b(mot|1) thanh vien\b|\b1tv\b/g, 'mtv'],
  [/\bthanh pho\b|\btp\b\.?/g, 'tp'],
  [/\bthi xa\b|\btx\b\.?/g, 'tx'],
  [/\bphuong\b|\bp\./g, 'p'],
  [/\bquan\b|\bq\./g, 'q'],
  [/\bco\., ?ltd\b\.?|\bcompany limited\b/g, 'co ltd'],
];

/** Without tone marks, spacing, punctuation and ways to write a legal form; digits stay as they are. */
export function normalForm(text: string): string {
  const folded = foldTones(text);
  const plain = legalForms.reduce((result, [pattern, short]) => result.replace(pattern, short), folded);
  return plain.replace(/[^\p{L}\p{N}]+/gu, '');
}

function trimmed(text: string): string {
  return text
    .normalize('NFC')
    .replace(/\s+/g, ' ')
    .replace(/^[\s.,:;"'“”()]+|[\s.,:;"'“”()]+$/g, '');
}

interface Candidate extends Comparison {
  likeness: number;
}

function findWords({ value, kind }: Declared, pages: readonly ReadPage[]): Comparison | null {
  const normal = normalForm(value);
  if (kind === 'date' || normal.length < shortestCompared) return null;
  const size = trimmed(value).split(' ').length;
  let best: Candidate | null = null;
  for (const [index, page] of pages.entries()) {
    for (const candidate of candidatesOn(page, { value, normal, size })) {
      if (best === null || candidate.likeness > best.likeness) best = { ...candidate, page: index + 1 };
    }
  }
  if (best === null || best.likeness < alikeEnough[kind]) return null;
  const { likeness: _, ...comparison } = best;
  return comparison;
}

/** Runs of about as many words as were declared; a scan may join two words or split one. */
function* candidatesOn(
  { words }: ReadPage,
  wanted: { value: string; normal: string; size: number },
): Generator<Candidate> {
  for (let start = 0; start < words.length; start += 1) {
    for (let length = Math.max(1, wanted.size - 1); length <= wanted.size + 2; length += 1) {
      const run = words.slice(start, start + length);
      if (run.length < length) break;
      const text = trimmed(run.map((word) => word.text).join(' '));
      const verdict = compareText(wanted.value, text);
      const likeness =
        verdict === 'equal'
          ? 2
          : verdict === 'formatting_only'
            ? 1
            : similarity(wanted.normal, normalForm(text));
      yield { ...placeOf(run), verdict, found: text, likeness };
    }
  }
}

function placeOf(run: readonly ReadWord[]): Pick<Comparison, 'boxes' | 'confidence' | 'page'> {
  return {
    boxes: run.map(({ box }) => box),
    confidence: Math.round(Math.min(...run.map(({ confidence }) => confidence))),
    page: 1,
  };
}

/** Share of letters that need no change, 0 … 1 (Levenshtein); lengths too far apart are not worth counting. */
export function similarity(left: string, right: string): number {
  const longest = Math.max(left.length, right.length);
  if (longest === 0) return 1;
  if (Math.abs(left.length - right.length) > longest / 2) return 0;
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

function findDate({ value, label }: Declared, pages: readonly ReadPage[]): Comparison | null {
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
function datesOn(words: readonly ReadWord[]): Omit<FoundDate, 'page'>[] {
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

/** What metadata the words of a paper suggest: number and symbol, date, issuing agency. An officer confirms each. */
export interface ProposedMetadata {
  numberSymbol: string | null;
  issueDate: string | null;
  issuingAgency: string | null;
}

export function proposeMetadata(pages: readonly ReadPage[]): ProposedMetadata {
  const words = pages[0]?.words ?? [];
  const text = words
    .map((word) => word.text)
    .join(' ')
    .normalize('NFC');
  const number =
    /(?:^|\s)Số(?:\s*\/\s*No\.?)?\s*[:.]?\s*([\p{L}\p{N}][\p{L}\p{N}./-]*\d[\p{L}\p{N}./-]*)/iu.exec(text);
  const agency = /(?:^|\s)((?:BỘ|SỞ|CỤC|VỤ|UBND|ỦY BAN NHÂN DÂN|CHI CỤC)(?:\s+\p{Lu}+){1,6})/u.exec(text);
  return {
    numberSymbol: number?.[1]?.replace(/[.,;]+$/, '') ?? null,
    issueDate: datesOn(words)[0]?.date ?? null,
    issuingAgency: agency?.[1] ?? null,
  };
}

/** The 16 facts of a digitised paper; which of them are known is what the meter shows. */
export const metadataFields = [
  'code',
  'name',
  'type',
  'owner',
  'numberSymbol',
  'issuingAgency',
  'issueDate',
  'expiryDate',
  'abstract',
  'language',
  'pages',
  'copyKind',
  'source',
  'format',
  'digitisedBy',
  'digitisedAt',
] as const;
export type MetadataField = (typeof metadataFields)[number];

/** Facts an officer must give before a paper counts as described; a paper without an end has no expiry. */
export const neededMetadata = ['numberSymbol', 'issuingAgency', 'issueDate', 'abstract'] as const;

export function missingMetadata(known: Readonly<Partial<Record<MetadataField, unknown>>>): MetadataField[] {
  return metadataFields.filter(
    (field) => known[field] === null || known[field] === undefined || known[field] === '',
  );
}
