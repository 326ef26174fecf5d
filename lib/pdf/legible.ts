import 'server-only';
import type { PaperDocument } from '@/lib/pdf/paper';

/** Letters that names of substances carry and Be Vietnam Pro has not; a paper spells them out. */
const spelled: Record<string, string> = {
  α: 'alpha',
  β: 'beta',
  γ: 'gamma',
  δ: 'delta',
  ε: 'epsilon',
  κ: 'kappa',
  λ: 'lambda',
  ω: 'omega',
  Δ: 'Delta',
  Ω: 'Omega',
  μ: 'µ',
  '→': '->',
  '\u2011': '-',
  '\t': ' ',
};

/**
 * The same paper in letters the embedded fonts have: composed Vietnamese, and never the empty box that PDF/A forbids.
 * What cannot be spelled becomes a question mark, so that a gap is seen.
 */
export function legible(doc: PDFKit.PDFDocument, paper: PaperDocument): PaperDocument {
  const has = glyphTest(doc);
  const shown = (text: string) =>
    [...text.normalize('NFC')]
      .map((letter) => (letter === '\n' || has(letter) ? letter : (spelled[letter] ?? '?')))
      .join('');
  return mapped(paper, shown);
}

/** Every string of a plain value through `change`; dates and bytes stay as they are, so the shape does too. */
function mapped<T>(value: T, change: (text: string) => string): T {
  if (typeof value === 'string') return change(value) as T;
  if (Array.isArray(value)) return value.map((item: unknown) => mapped(item, change)) as T;
  if (typeof value !== 'object' || value === null || value instanceof Date || value instanceof Uint8Array)
    return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, mapped(item, change)])) as T;
}

/** The four cuts of the family cover the same letters, so one of them answers for all. */
function glyphTest(doc: PDFKit.PDFDocument): (letter: string) => boolean {
  doc.font('regular');
  const { font } = (doc as unknown as { _font: { font: { hasGlyphForCodePoint(code: number): boolean } } })
    ._font;
  return (letter) => font.hasGlyphForCodePoint(letter.codePointAt(0) ?? 0);
}

/** pdfkit writes metadata into XML as it is given, so the three signs that would break it are replaced. */
export function metadataText(text: string): string {
  return text.normalize('NFC').replaceAll('&', 'và').replaceAll(/[<>]/g, ' ');
}
