import 'server-only';
import { DomainError } from '@/lib/kernel/errors';
import type { RawRow, RawValue } from '../rules';
import { attributeOf, elementsIn, elementsOf, plainText, prefixOf, type XmlElement } from './xml';
import { entriesOf, openEntry } from './zip';

/** A cell longer than this is no answer; it would only fill the memory. */
const longestCell = 4000;
/** Letters of all texts together: more than any form of the country's facilities has. */
const mostText = 64_000_000;
/** Columns a spreadsheet can have. */
const mostColumns = 16_384;

interface Book {
  zip: Buffer;
  entries: ReturnType<typeof entriesOf>;
}

/** What cells refer to. */
interface Shared {
  texts: readonly string[];
  /** Styles that make a number a day. */
  days: ReadonlySet<string>;
  /** Days between the book's day zero and 1 January 1970. */
  epoch: number;
}

/**
 * The rows of a workbook's first sheet, some at a time; the other sheets explain it. The packed file is held whole,
 * its directory stands at the end; the sheet is unpacked as it is read.
 */
export async function* readWorkbook(zip: Buffer): AsyncGenerator<RawRow[]> {
  const book = { zip, entries: entriesOf(zip) };
  const about = await partOf(book, 'xl/workbook.xml');
  if (about === null) throw new DomainError('unsupported_file', 'workbook');
  const shared: Shared = {
    texts: await readTexts(book),
    days: dayStyles((await partOf(book, 'xl/styles.xml')) ?? ''),
    epoch: /date1904\s*=\s*["'](1|true)/.test(about) ? 24_107 : 25_569,
  };
  const entry = book.entries.get(sheetPath(about, (await partOf(book, 'xl/_rels/workbook.xml.rels')) ?? ''));
  if (entry === undefined) throw new DomainError('unsupported_file', 'sheet');
  let last = 0;
  for await (const rows of elementsOf(openEntry(zip, entry), 'row')) {
    yield rows.map((row) => {
      const read = rowOf(row, last + 1, shared);
      last = read.row;
      return read;
    });
  }
}

async function partOf({ zip, entries }: Book, path: string): Promise<string | null> {
  const entry = entries.get(path);
  if (entry === undefined) return null;
  let whole = '';
  for await (const piece of openEntry(zip, entry).setEncoding('utf8') as AsyncIterable<string>) {
    whole += piece;
    if (whole.length > mostText) throw new DomainError('unsupported_file', path);
  }
  return whole;
}

/** The path of the first sheet, as the book names it. */
function sheetPath(about: string, relations: string): string {
  const [sheet] = all(about, 'sheet');
  const id = sheet === undefined ? null : /:id\s*=\s*["']([^"']+)/.exec(sheet.tag)?.[1];
  const relation = all(relations, 'Relationship').find(({ tag }) => attributeOf(tag, 'Id') === id);
  const target = relation === undefined ? null : attributeOf(relation.tag, 'Target');
  if (target === null) return 'xl/worksheets/sheet1.xml';
  return (target.startsWith('/') ? target.slice(1) : `xl/${target}`).toLowerCase();
}

const all = (xml: string, name: string): XmlElement[] => [...elementsIn(xml, (prefixOf(xml) ?? '') + name)];

async function readTexts({ zip, entries }: Book): Promise<string[]> {
  const entry = entries.get('xl/sharedstrings.xml');
  const texts: string[] = [];
  if (entry === undefined) return texts;
  let length = 0;
  for await (const items of elementsOf(openEntry(zip, entry), 'si'))
    for (const { inner } of items) {
      const read = lettersOf(inner);
      texts.push(read);
      length += read.length + 8;
      if (length > mostText) throw new DomainError('unsupported_file', 'texts');
    }
  return texts;
}

/** Rich text by its letters, without the reading aids of Japanese. */
function lettersOf(xml: string): string {
  const said = xml.includes('rPh') ? xml.replaceAll(/<(?:\w+:)?rPh[\s>][\s\S]*?<\/(?:\w+:)?rPh>/g, '') : xml;
  const parts = [...elementsIn(said, `${prefixOf(said) ?? ''}t`)];
  return plainText(parts.map(({ inner }) => inner).join('')).slice(0, longestCell);
}

/** Built-in formats of days and times, and those of the book that write a year, a month or a day. */
function dayStyles(styles: string): Set<string> {
  const own = new Map(
    all(styles, 'numFmt').map(({ tag }) => [
      attributeOf(tag, 'numFmtId'),
      attributeOf(tag, 'formatCode') ?? '',
    ]),
  );
  const isDay = (id: string | null) => {
    const code = own.get(id);
    if (code !== undefined) return /[dmyhs]/i.test(code.replaceAll(/"[^"]*"|\[[^\]]*\]|\\.|_./g, ''));
    const number = Number(id);
    return (
      (number >= 14 && number <= 22) ||
      (number >= 27 && number <= 36) ||
      (number >= 45 && number <= 47) ||
      (number >= 50 && number <= 58)
    );
  };
  const [formats] = all(styles, 'cellXfs');
  const used = formats === undefined ? [] : all(formats.inner, 'xf');
  return new Set(
    used.flatMap(({ tag }, index) => (isDay(attributeOf(tag, 'numFmtId')) ? [String(index)] : [])),
  );
}

function rowOf({ tag, inner }: XmlElement, next: number, shared: Shared): RawRow {
  const cells: RawValue[] = [];
  let column = 0;
  for (const cell of elementsIn(inner, `${prefixOf(inner) ?? ''}c`)) {
    const at = columnOf(cell.tag) ?? column;
    if (at >= mostColumns) throw new DomainError('unsupported_file', 'columns');
    while (cells.length < at) cells.push(null);
    cells[at] = rawOf(cell, shared);
    column = at + 1;
  }
  return { row: Number(attributeOf(tag, 'r') ?? next), cells };
}

/** AB12 stands in column 27, counted from 0. */
function columnOf(tag: string): number | null {
  const letters = attributeOf(tag, 'r')?.match(/^[A-Z]{1,3}/i)?.[0];
  if (letters === undefined) return null;
  let column = 0;
  for (const letter of letters.toUpperCase()) column = column * 26 + letter.charCodeAt(0) - 64;
  return column - 1;
}

/** A formula counts by its last result; an error says nothing. */
function rawOf({ tag, inner }: XmlElement, { texts, days, epoch }: Shared): RawValue {
  if (inner === '') return null;
  const type = attributeOf(tag, 't');
  if (type === 'inlineStr') return lettersOf(inner);
  const said = /<(?:[\w.-]+:)?v(?:\s[^>]*)?>([^<]*)</.exec(inner)?.[1];
  if (said === undefined || type === 'e') return null;
  if (type === 's') return texts[Number(said)] ?? null;
  if (type === 'b') return said === '1';
  if (type === 'str') return plainText(said).slice(0, longestCell);
  if (type === 'd') return new Date(said);
  const number = Number(said);
  if (!Number.isFinite(number)) return null;
  const isDay = days.size > 0 && days.has(attributeOf(tag, 's') ?? '0');
  return isDay ? new Date(Math.round((number - epoch) * 86_400_000)) : number;
}
