import 'server-only';
import { drawBlock, keptHeight } from '@/lib/pdf/blocks';
import { closingHeight, drawClosing, drawFoot, drawHeader, drawTitle } from '@/lib/pdf/layout';
import { legible } from '@/lib/pdf/legible';
import type { PaperDocument } from '@/lib/pdf/paper';
import { openSheet, reserve, type Sheet } from '@/lib/pdf/sheet';

/** Draws a paper as tagged PDF/A; the same paper with the same `at` gives the same bytes. */
export async function renderPaper(given: PaperDocument): Promise<Buffer> {
  const sheet = openSheet(given);
  const paper = legible(sheet.doc, given);
  const bytes = collect(sheet);
  drawHeader(sheet, paper);
  drawTitle(sheet, paper);
  for (const block of paper.blocks) {
    // A signature must not stand alone on a page: what is signed comes with it.
    if (block === paper.blocks.at(-1)) reserve(sheet, keptHeight(sheet, block) + closingHeight(paper));
    drawBlock(sheet, block);
  }
  drawClosing(sheet, paper);
  attach(sheet, paper);
  const { count } = sheet.doc.bufferedPageRange();
  for (let page = 1; page <= count; page += 1) {
    sheet.doc.switchToPage(page - 1);
    drawFoot(sheet, paper, { page, pages: count });
  }
  sheet.root.end();
  sheet.doc.end();
  return bytes;
}

function attach({ doc }: Sheet, { attachment, at }: PaperDocument): void {
  if (!attachment) return;
  const entry = {
    name: attachment.name,
    type: attachment.mime,
    description: attachment.description,
    creationDate: at,
    modifiedDate: at,
    relationship: 'Data',
  };
  doc.file(Buffer.from(attachment.bytes), entry);
}

function collect({ doc }: Sheet): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    doc.on('data', (chunk: Buffer) => chunks.push(chunk));
    doc.on('end', () => resolve(Buffer.concat(chunks)));
    doc.on('error', reject);
  });
}
