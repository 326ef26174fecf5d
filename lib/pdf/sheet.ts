import 'server-only';
import PDFDocument from 'pdfkit';
import { type FontName, fontFiles, fontOf } from '@/lib/pdf/fonts';
import { metadataText } from '@/lib/pdf/legible';
import type { PaperDocument } from '@/lib/pdf/paper';

/** Decree 30/2020/NĐ-CP, annex I: A4, top and bottom 20–25 mm, left 30–35 mm, right 15–20 mm. */
const mm = 72 / 25.4;
export const margins = { top: 18 * mm, bottom: 32 * mm, left: 30 * mm, right: 17 * mm };

export const ink = '#0B1B2B';
export const muted = '#4A5763';
export const rule = '#9AA7B4';
export const accent = '#A61B1B';

/** The document being drawn and its tag tree; every visible mark is either a tagged element or an artifact. */
export interface Sheet {
  doc: PDFKit.PDFDocument;
  root: PDFKit.PDFStructureElement;
  left: number;
  width: number;
}

export function openSheet(paper: PaperDocument): Sheet {
  const doc = new PDFDocument({
    size: 'A4',
    margins,
    pdfVersion: '1.7',
    subset: paper.attachment ? 'PDF/A-3b' : 'PDF/A-2b',
    tagged: true,
    lang: 'vi-VN',
    displayTitle: true,
    bufferPages: true,
    info: {
      Title: metadataText(paper.title),
      Author: metadataText(paper.issuer.name),
      Subject: metadataText(paper.dossierCode),
      Creator: metadataText(paper.issuer.parent),
      Producer: 'pdfkit',
      CreationDate: paper.at,
    },
  });
  for (const name of Object.keys(fontFiles) as FontName[]) doc.registerFont(name, fontOf(name));
  const root = doc.struct('Document');
  doc.addStructure(root);
  return { doc, root, left: margins.left, width: doc.page.width - margins.left - margins.right };
}

export function setType(sheet: Sheet, font: FontName, size: number, colour: string = ink): void {
  sheet.doc.font(font).fontSize(size).fillColor(colour);
}

/** Draws one tagged element and leaves it closed. */
export function element(sheet: Sheet, tag: string, draw: () => void, parent = sheet.root): void {
  parent.add(sheet.doc.struct(tag, {}, draw));
}

/** Lines, marks and repeated matter that a screen reader should pass over. */
export function artifact(sheet: Sheet, draw: () => void): void {
  sheet.doc.markContent('Artifact', { type: 'Layout' });
  sheet.doc.save();
  draw();
  sheet.doc.restore();
  sheet.doc.endMarkedContent();
}

export function bottomOf(sheet: Sheet): number {
  return sheet.doc.page.height - margins.bottom;
}

/** Starts a new page unless `height` still fits on this one. */
export function reserve(sheet: Sheet, height: number): void {
  if (sheet.doc.y + height > bottomOf(sheet)) sheet.doc.addPage();
}

/** The largest size, from `size` down, at which the text stays on one line of this width. */
export function fitOneLine(
  sheet: Sheet,
  text: string,
  type: { font: FontName; size: number; width: number },
): number {
  const natural = sheet.doc.font(type.font).fontSize(type.size).widthOfString(text);
  return natural <= type.width ? type.size : (type.size * type.width) / natural - 0.01;
}
