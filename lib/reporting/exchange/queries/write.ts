import 'server-only';
import { once } from 'node:events';
import { PassThrough, Readable } from 'node:stream';
import ExcelJS from 'exceljs';
import type { Locale } from '@/lib/i18n/locale';
import type { ReportForm } from '../../define';
import { periodOf } from '../../periods/rules';
import { elementsOf } from '../../queries/definitions';
import { headings, neutral, writtenState, writtenValue } from '../rules';
import { columns, type ExchangeColumn } from '../schema';
import { type ExportLine, labelOf } from './export';

/** Words of the explaining sheets, in the reader's language. */
export interface ExportWords {
  data: string;
  definitions: string;
  about: string;
  definition: readonly string[];
  /** What an element's type is called. */
  type: (type: string) => string;
  facts: readonly (readonly [string, string])[];
}

type Written = Record<ExchangeColumn, string | number | Date | null>;

function written({ facility, facilityName, period, part, label, answer }: ExportLine): Written {
  return {
    facility,
    facility_name: facilityName,
    period,
    part: part.id,
    label,
    value: answer === null ? null : rawOf(answer.value),
    state: answer === null ? '' : writtenState(answer.state),
    reason: answer?.reason ?? '',
    revision: answer?.revision ?? null,
  };
}

const rawOf = (value: NonNullable<ExportLine['answer']>['value']) =>
  typeof value === 'number' ? value : writtenValue(value);

const headingRow = columns.map((column) => headings[column]);

/** Text as spreadsheets open it in Vietnamese; a sign that would start a formula is kept from doing so. */
export function csvOf(pages: AsyncIterable<ExportLine[]>): Readable {
  return Readable.from(csvText(pages));
}

async function* csvText(pages: AsyncIterable<ExportLine[]>): AsyncGenerator<string> {
  yield `\uFEFF${headingRow.join(',')}\r\n`;
  for await (const lines of pages)
    yield lines
      .map((line) => {
        const cells = written(line);
        return `${columns.map((column) => csvCell(cells[column])).join(',')}\r\n`;
      })
      .join('');
}

function csvCell(value: Written[ExchangeColumn]): string {
  if (value === null) return '';
  if (typeof value === 'number') return String(value);
  const text = neutral(String(value));
  return /[",;\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

const widths = { facility: 12, facility_name: 40, part: 12, label: 60, value: 18, state: 16, reason: 40 };

interface Book {
  form: ReportForm;
  period: string;
  locale: Locale;
  words: ExportWords;
}

/** A workbook written as it is read: numbers are numbers, days are days, the heading stays in sight. */
export function xlsxOf(pages: AsyncIterable<ExportLine[]>, about: Book): Readable {
  const out = new PassThrough();
  write(out, pages, about).catch((cause: unknown) =>
    out.destroy(cause instanceof Error ? cause : new Error('workbook', { cause })),
  );
  return out;
}

async function write(out: PassThrough, pages: AsyncIterable<ExportLine[]>, about: Book): Promise<void> {
  const book = new ExcelJS.stream.xlsx.WorkbookWriter({ stream: out, useStyles: true });
  const { words } = about;
  const data = book.addWorksheet(words.data, { views: [{ state: 'frozen', ySplit: 1, xSplit: 2 }] });
  data.columns = columns.map((key) => ({
    key,
    header: headings[key],
    width: widths[key as keyof typeof widths] ?? 10,
  }));
  data.getRow(1).font = { bold: true };
  data.getRow(1).commit();
  for await (const lines of pages) {
    for (const line of lines) addLine(data, line);
    if (out.writableNeedDrain) await once(out, 'drain');
  }
  data.commit();
  addDefinitions(book, about);
  const facts = book.addWorksheet(words.about);
  facts.columns = [{ width: 30 }, { width: 80 }];
  for (const [name, text] of words.facts) facts.addRow([name, text]).commit();
  facts.commit();
  await book.commit();
}

function addLine(sheet: ExcelJS.Worksheet, line: ExportLine): void {
  const cells = written(line);
  const isDay = line.part.type === 'date' && typeof cells.value === 'string' && cells.value !== '';
  const row = sheet.addRow(isDay ? { ...cells, value: new Date(`${cells.value}T00:00:00Z`) } : cells);
  if (isDay) row.getCell('value').numFmt = 'dd/mm/yyyy';
  row.commit();
}

function addDefinitions(
  book: ExcelJS.stream.xlsx.WorkbookWriter,
  { form, period, locale, words }: Book,
): void {
  const sheet = book.addWorksheet(words.definitions, { views: [{ state: 'frozen', ySplit: 1 }] });
  sheet.columns = words.definition.map((header, index) => ({ header, width: index === 1 ? 60 : 24 }));
  sheet.getRow(1).font = { bold: true };
  sheet.getRow(1).commit();
  for (const element of elementsOf(form, periodOf(period).endsOn))
    for (const part of element.parts)
      sheet
        .addRow([
          part.id,
          labelOf(element, part, locale),
          words.type(part.type),
          (part.options ?? []).map(({ code, label }) => `${code} = ${label[locale]}`).join('; '),
          part.computedFrom === undefined
            ? ''
            : `${part.computedFrom.numerator} / ${part.computedFrom.denominator}`,
        ])
        .commit();
  sheet.commit();
}
