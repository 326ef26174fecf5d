import { readText } from '@/lib/reporting/cells/rules';
import type { EntryPart } from '@/lib/reporting/entry/schema';

export interface PastedCell {
  part: EntryPart;
  text: string;
  /** What was typed can't be taken as it is. */
  problem: 'ask' | 'fault' | null;
}

export interface PastedBlock {
  cells: readonly PastedCell[];
  /** Lines that belong to no cell of this form. */
  unknown: readonly string[];
}

/** More than one line or column is a block; a single value is left to the control. */
export const isBlock = (text: string): boolean => /[\t\n]/.test(text.trim());

/**
 * Maps a block from a spreadsheet. Lines that begin with a code (E18, E27a) go to that cell whatever their order;
 * otherwise the values run down from the cell one stands in, past cells that can't be typed into.
 */
export function readBlock(text: string, parts: readonly EntryPart[], from: string): PastedBlock {
  const lines = text
    .replaceAll('\r', '')
    .split('\n')
    .map((line) => line.split('\t').map((cell) => cell.trim()))
    .filter((cells) => cells.some((cell) => cell !== ''));
  const coded = lines.filter(([code = '']) => /^E\d{2}[a-e]?$/i.test(code));
  return coded.length > 0 && coded.length >= lines.length / 2
    ? byCode(lines, parts)
    : inOrder(lines, parts, from);
}

function byCode(lines: readonly string[][], parts: readonly EntryPart[]): PastedBlock {
  const cells: PastedCell[] = [];
  const unknown: string[] = [];
  for (const [code = '', ...rest] of lines) {
    const part = parts.find(({ id }) => id.toLowerCase() === code.toLowerCase());
    const value = rest.findLast((cell) => cell !== '') ?? '';
    if (part === undefined) unknown.push(code);
    else if (value !== '') cells.push(pastedCell(part, value));
  }
  return { cells, unknown };
}

function inOrder(lines: readonly string[][], parts: readonly EntryPart[], from: string): PastedBlock {
  const start = Math.max(
    0,
    parts.findIndex(({ id }) => id === from),
  );
  const values =
    lines.length === 1 ? (lines[0] ?? []) : lines.map((cells) => cells.findLast((one) => one !== '') ?? '');
  const cells = parts.slice(start).flatMap((part, index) => {
    const value = values[index] ?? '';
    return value === '' ? [] : [pastedCell(part, value)];
  });
  return { cells, unknown: values.slice(parts.length - start).filter((value) => value !== '') };
}

function pastedCell(part: EntryPart, value: string): PastedCell {
  const codes = part.options.map(({ code }) => code);
  const text = part.type === 'boolean' ? yesNo(value) : byLabel(part, value);
  const { kind } = readText(part.type, text, codes.length === 0 ? undefined : codes);
  return { part, text, problem: kind === 'ask' || kind === 'fault' ? kind : null };
}

/** The control of a yes-or-no cell knows two words only. */
function yesNo(value: string): string {
  const reading = readText('boolean', value);
  return reading.kind === 'value' ? (reading.value === true ? 'yes' : 'no') : value;
}

function byLabel({ options }: EntryPart, value: string): string {
  return options.find(({ label }) => label.toLowerCase() === value.toLowerCase())?.code ?? value;
}
