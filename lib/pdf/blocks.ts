import 'server-only';
import type { Block, Column, Fact } from '@/lib/pdf/paper';
import {
  artifact,
  bottomOf,
  element,
  ink,
  margins,
  reserve,
  rule,
  type Sheet,
  setType,
} from '@/lib/pdf/sheet';

const size = 10;
const lineGap = 1.4;
const pad = 5;

export function drawBlock(sheet: Sheet, block: Block): void {
  if (block.kind === 'paragraph') drawParagraph(sheet, block);
  else if (block.kind === 'heading') drawHeading(sheet, block.text);
  else if (block.kind === 'facts') drawFacts(sheet, block);
  else if (block.kind === 'table') drawTable(sheet, block);
  else drawList(sheet, block.items);
}

const paragraphs = {
  plain: { font: 'regular', size, align: 'justify' },
  strong: { font: 'semibold', size, align: 'left' },
  centred: { font: 'bold', size: 10.5, align: 'center' },
  italic: { font: 'italic', size, align: 'justify' },
  small: { font: 'regular', size: 8.8, align: 'left' },
  lead: { font: 'regular', size: 11.5, align: 'left' },
} as const;

/** What a block at the end needs to stay on one page with the signature; tables and lists may break. */
export function keptHeight(sheet: Sheet, block: Block): number {
  if (block.kind !== 'paragraph') return 0;
  const type = paragraphs[block.style ?? 'plain'];
  setType(sheet, type.font, type.size);
  return sheet.doc.heightOfString(block.text, { width: sheet.width, lineGap }) + 5;
}

function drawParagraph(
  sheet: Sheet,
  { text, style = 'plain' }: { text: string; style?: keyof typeof paragraphs },
): void {
  const { doc, left, width } = sheet;
  const type = paragraphs[style];
  setType(sheet, type.font, type.size);
  const height = doc.heightOfString(text, { width, lineGap });
  reserve(sheet, Math.min(height, 4 * doc.currentLineHeight(true)));
  element(sheet, 'P', () => doc.text(text, left, doc.y, { width, lineGap, align: type.align }));
  doc.y += style === 'lead' ? 8 : 4.5;
}

function drawHeading(sheet: Sheet, text: string): void {
  const { doc, left, width } = sheet;
  doc.y += 2;
  reserve(sheet, 46);
  setType(sheet, 'semibold', 11);
  element(sheet, 'H2', () => doc.text(text, left, doc.y, { width, lineGap }));
  doc.y += 3;
}

function drawList(sheet: Sheet, items: readonly string[]): void {
  const { doc, left, width } = sheet;
  const list = doc.struct('L');
  sheet.root.add(list);
  for (const item of items) {
    setType(sheet, 'regular', size);
    reserve(sheet, 2 * doc.currentLineHeight(true));
    const entry = doc.struct('LI');
    list.add(entry);
    const y = doc.y;
    element(sheet, 'Lbl', () => doc.text('–', left + 4, y, { lineBreak: false }), entry);
    element(sheet, 'LBody', () => doc.text(item, left + 18, y, { width: width - 18, lineGap }), entry);
    doc.y += 1.5;
  }
  doc.x = left;
  doc.y += 1.5;
}

/** Label and value side by side; a value too long for half a page flows below its label instead. */
function drawFacts(sheet: Sheet, { caption, rows }: { caption: string; rows: readonly Fact[] }): void {
  const { doc, width } = sheet;
  const labelWidth = width * 0.3;
  let table: PDFKit.PDFStructureElement | null = null;
  for (const row of rows) {
    setType(sheet, row.strong ? 'semibold' : 'regular', size);
    const height = doc.heightOfString(row.value, { width: width - labelWidth - pad, lineGap });
    if (height > (bottomOf(sheet) - margins.top) / 2) {
      table = null;
      drawParagraph(sheet, { text: row.label, style: 'strong' });
      drawParagraph(sheet, { text: row.value });
      continue;
    }
    if (!table) {
      table = doc.struct('Table', { alt: caption });
      sheet.root.add(table);
    }
    drawFact(sheet, table, { row, labelWidth, valueHeight: height });
  }
  doc.y += 6;
}

function drawFact(
  sheet: Sheet,
  table: PDFKit.PDFStructureElement,
  { row, labelWidth, valueHeight }: { row: Fact; labelWidth: number; valueHeight: number },
): void {
  const { doc, left, width } = sheet;
  setType(sheet, 'regular', size);
  const labelHeight = doc.heightOfString(row.label, { width: labelWidth - pad, lineGap });
  const height = Math.max(labelHeight, valueHeight) + 4.5;
  reserve(sheet, height);
  const y = doc.y;
  const line = doc.struct('TR');
  table.add(line);
  setType(sheet, 'regular', size, '#3A4753');
  element(sheet, 'TH', () => doc.text(row.label, left, y + 2, { width: labelWidth - pad, lineGap }), line);
  setType(sheet, row.strong ? 'semibold' : 'regular', size);
  element(
    sheet,
    'TD',
    () => doc.text(row.value, left + labelWidth, y + 2, { width: width - labelWidth - pad, lineGap }),
    line,
  );
  artifact(sheet, () => hairline(sheet, y + height));
  doc.x = left;
  doc.y = y + height;
}

interface Grid {
  caption: string;
  columns: readonly Column[];
  rows: readonly (readonly string[])[];
}

function drawTable(sheet: Sheet, grid: Grid): void {
  const { doc } = sheet;
  const table = doc.struct('Table', { alt: grid.caption });
  sheet.root.add(table);
  const titles = grid.columns.map((column) => column.title);
  reserve(sheet, rowHeight(sheet, grid, titles, true) + 40);
  drawRow(sheet, table, { grid, cells: titles, head: true });
  for (const cells of grid.rows) {
    if (doc.y + rowHeight(sheet, grid, cells, false) > bottomOf(sheet)) {
      doc.addPage();
      drawRow(sheet, table, { grid, cells: titles, head: true });
    }
    drawRow(sheet, table, { grid, cells, head: false });
  }
  doc.y += 8;
}

const cellSize = 9.2;

function rowHeight(sheet: Sheet, grid: Grid, cells: readonly string[], head: boolean): number {
  sheet.doc.font(head ? 'semibold' : 'regular').fontSize(cellSize);
  const heights = grid.columns.map((column, index) =>
    sheet.doc.heightOfString(cells[index] ?? '', {
      width: column.share * sheet.width - 2 * pad,
      lineGap: 1.5,
    }),
  );
  return Math.max(...heights) + 2 * 4;
}

function drawRow(
  sheet: Sheet,
  table: PDFKit.PDFStructureElement,
  { grid, cells, head }: { grid: Grid; cells: readonly string[]; head: boolean },
): void {
  const { doc, left, width } = sheet;
  const height = rowHeight(sheet, grid, cells, head);
  const y = doc.y;
  artifact(sheet, () => {
    if (head) doc.rect(left, y, width, height).fill('#EEF2F6');
    drawCellBorders(sheet, grid, { y, height });
  });
  const line = doc.struct('TR');
  table.add(line);
  let x = left;
  grid.columns.forEach((column, index) => {
    setType(sheet, head ? 'semibold' : 'regular', cellSize);
    const align = head ? 'center' : (column.align ?? 'left');
    const cellWidth = column.share * width;
    const at = x;
    element(
      sheet,
      head ? 'TH' : 'TD',
      () =>
        doc.text(cells[index] ?? '', at + pad, y + 4, { width: cellWidth - 2 * pad, lineGap: 1.5, align }),
      line,
    );
    x += cellWidth;
  });
  doc.x = left;
  doc.y = y + height;
}

function drawCellBorders(sheet: Sheet, grid: Grid, { y, height }: { y: number; height: number }): void {
  const { doc, left, width } = sheet;
  doc.lineWidth(0.5).strokeColor(rule).rect(left, y, width, height).stroke();
  let x = left;
  for (const column of grid.columns.slice(0, -1)) {
    x += column.share * width;
    doc
      .moveTo(x, y)
      .lineTo(x, y + height)
      .stroke();
  }
  doc.fillColor(ink);
}

function hairline(sheet: Sheet, y: number): void {
  const { doc, left, width } = sheet;
  doc
    .lineWidth(0.4)
    .strokeColor('#CBD3DB')
    .moveTo(left, y)
    .lineTo(left + width, y)
    .stroke();
}
