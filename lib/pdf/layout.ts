import 'server-only';
import { create } from 'qrcode';
import type { PaperDocument, Signatory } from '@/lib/pdf/paper';
import {
  accent,
  artifact,
  element,
  fitOneLine,
  ink,
  margins,
  muted,
  reserve,
  rule,
  type Sheet,
  setType,
} from '@/lib/pdf/sheet';
import { addSignatureField } from '@/lib/pdf/signature-fields';

/** Decree 30/2020/NĐ-CP, annex I: agency and number on the left, national title, place and date on the right. */
const agencyShare = 0.46;

export function drawHeader(sheet: Sheet, paper: PaperDocument): void {
  const { doc, left, width } = sheet;
  const agency = { x: left, width: width * agencyShare - 8 };
  const nation = { x: left + width * agencyShare, width: width * (1 - agencyShare) };
  drawFormCode(sheet, paper);
  const top = doc.y;
  setType(
    sheet,
    'regular',
    fitOneLine(sheet, paper.issuer.parent, { font: 'regular', size: 10.5, width: agency.width }),
  );
  element(sheet, 'P', () => centred(sheet, paper.issuer.parent, { ...agency, y: top }));
  setType(sheet, 'bold', 10.5);
  element(sheet, 'P', () => centred(sheet, paper.issuer.name, { ...agency, y: doc.y }));
  const agencyEnd = doc.y;
  underline(sheet, { x: agency.x + agency.width * 0.32, width: agency.width * 0.36, y: agencyEnd + 1.5 });

  const republic = 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM';
  const motto = 'Độc lập – Tự do – Hạnh phúc';
  setType(sheet, 'bold', fitOneLine(sheet, republic, { font: 'bold', size: 10.5, width: nation.width }));
  element(sheet, 'P', () => centred(sheet, republic, { ...nation, y: top }));
  setType(sheet, 'bold', 10.5);
  const mottoWidth = doc.widthOfString(motto);
  element(sheet, 'P', () => centred(sheet, motto, { ...nation, y: doc.y }));
  underline(sheet, { x: nation.x + (nation.width - mottoWidth) / 2, width: mottoWidth, y: doc.y + 1.5 });
  drawNumberLine(sheet, paper, { y: Math.max(agencyEnd, doc.y) + 8, agency, nation });
}

interface Span {
  x: number;
  width: number;
}

function drawNumberLine(
  sheet: Sheet,
  { number, place }: PaperDocument,
  { y, agency, nation }: { y: number; agency: Span; nation: Span },
): void {
  const { doc, left, width } = sheet;
  if (number.kind !== 'by_seal') {
    setType(sheet, 'regular', 10.5);
    if (number.kind === 'given')
      element(sheet, 'P', () => centred(sheet, `Số: ${number.text}`, { ...agency, y }));
    setType(sheet, 'italic', 10.5);
    element(sheet, 'P', () => centred(sheet, `${place}, ${longDate(number.date)}`, { ...nation, y }));
  }
  if (number.kind === 'by_seal') addSignatureField(sheet, 'records', { x: left, y, width, height: 46 });
  else
    addSignatureField(sheet, 'records', { ...agency, y: y + (number.kind === 'given' ? 18 : 4), height: 28 });
  doc.x = left;
  doc.y = y + (number.kind === 'none' ? 38 : 48);
}

/** 'YYYY-MM-DD' → "ngày 05 tháng 01 năm 2026": day below 10 and months 1, 2 take a leading zero (Decree 30/2020). */
export function longDate(date: string): string {
  const [year = '', month = '', day = ''] = date.split('-');
  return `ngày ${day} tháng ${Number(month) > 2 ? String(Number(month)) : month} năm ${year}`;
}

function drawFormCode(sheet: Sheet, { form }: PaperDocument): void {
  const { doc, left, width } = sheet;
  doc.y = margins.top;
  if (!form) return;
  setType(sheet, 'semibold', 8.5, muted);
  element(sheet, 'P', () => doc.text(form.code, left, margins.top - 12, { width, align: 'right' }));
  setType(sheet, 'italic', 7.5, muted);
  element(sheet, 'P', () => doc.text(form.basis, left, doc.y, { width, align: 'right' }));
  doc.y += 8;
}

export function drawTitle(sheet: Sheet, { heading }: PaperDocument): void {
  const { doc, left, width } = sheet;
  doc.y += 6;
  setType(sheet, 'bold', 14);
  element(sheet, 'H1', () => doc.text(heading.title, left, doc.y, { width, align: 'center', lineGap: 2 }));
  const { subtitle } = heading;
  if (subtitle) {
    doc.y += 2;
    setType(sheet, 'semibold', 11);
    element(sheet, 'P', () =>
      doc.text(subtitle, left + width * 0.08, doc.y, { width: width * 0.84, align: 'center', lineGap: 2 }),
    );
  }
  doc.y += 9;
}

const fieldHeight = 50;

export function closingHeight({ signatory, recipients }: PaperDocument): number {
  if (!signatory) return recipients.length === 0 ? 0 : 24 + 13 * recipients.length;
  return 10 + 14 * signatory.authority.length + fieldHeight + 23;
}

/** "Nơi nhận" on the left, authority, room for the signature and the name on the right; never split over pages. */
export function drawClosing(sheet: Sheet, paper: PaperDocument): void {
  if (!paper.signatory && paper.recipients.length === 0) return;
  const { doc, left, width } = sheet;
  reserve(sheet, closingHeight(paper));
  doc.y += 10;
  const top = doc.y;
  if (paper.signatory)
    drawSignatory(sheet, paper.signatory, { x: left + width * 0.5, width: width * 0.5, top });
  const end = doc.y;
  if (paper.recipients.length > 0) drawRecipients(sheet, paper.recipients, top);
  doc.x = left;
  doc.y = Math.max(end, doc.y);
}

function drawSignatory(sheet: Sheet, signatory: Signatory, { x, width, top }: Span & { top: number }): void {
  const { doc } = sheet;
  doc.y = top;
  for (const line of signatory.authority) {
    setType(sheet, 'bold', 10.5);
    element(sheet, 'P', () => centred(sheet, line, { x, width, y: doc.y }));
  }
  const y = doc.y + 5;
  addSignatureField(sheet, signatory.place, { x: x + 6, y, width: width - 12, height: fieldHeight });
  setType(sheet, 'bold', 10.5);
  element(sheet, 'P', () => centred(sheet, signatory.name, { x, width, y: y + fieldHeight + 5 }));
}

function drawRecipients(sheet: Sheet, recipients: readonly string[], top: number): void {
  const { doc, left, width } = sheet;
  setType(sheet, 'semibold', 9.5);
  element(sheet, 'P', () => doc.text('Nơi nhận:', left, top, { width: width * 0.44 }));
  for (const recipient of recipients) {
    setType(sheet, 'regular', 9);
    element(sheet, 'P', () => doc.text(`- ${recipient}`, left, doc.y, { width: width * 0.44, lineGap: 1 }));
  }
}

/** The foot of each page: QR and address for checking the paper, dossier code, page number. */
export function drawFoot(
  sheet: Sheet,
  paper: PaperDocument,
  { page, pages }: { page: number; pages: number },
): void {
  const { doc, left, width } = sheet;
  const y = doc.page.height - margins.bottom + 14;
  const note = 'Quét mã hoặc mở địa chỉ dưới đây để kiểm tra tính xác thực và hiệu lực của giấy này.';
  const draw = () => {
    doc.page.margins.bottom = 0;
    setType(sheet, 'semibold', 8.5);
    doc.text(`Mã hồ sơ: ${paper.dossierCode}`, left + 60, y + 5, { width: width - 120, lineBreak: false });
    setType(sheet, 'regular', 7.5, muted);
    doc.text(note, left + 60, y + 19, { width: width - 120 });
    doc.text(paper.verifyUrl, left + 60, doc.y + 1, { width: width - 120 });
    doc.page.margins.bottom = margins.bottom;
  };
  artifact(sheet, () => {
    doc
      .lineWidth(0.5)
      .strokeColor(rule)
      .moveTo(left, y - 6)
      .lineTo(left + width, y - 6)
      .stroke();
    if (pages > 1) drawPageNumber(sheet, { page, pages, y });
    if (page > 1) drawQr(sheet, paper.verifyUrl, { x: left, y });
    if (page > 1) draw();
    if (paper.sample) drawSampleMark(sheet);
  });
  if (page > 1) return;
  const figure = doc.struct('Figure', { alt: `Mã QR dẫn tới ${paper.verifyUrl}` }, () =>
    drawQr(sheet, paper.verifyUrl, { x: left, y }),
  );
  sheet.root.add(figure);
  element(sheet, 'P', draw);
}

function drawPageNumber(sheet: Sheet, { page, pages, y }: { page: number; pages: number; y: number }): void {
  const { doc, left, width } = sheet;
  doc.page.margins.bottom = 0;
  setType(sheet, 'regular', 8.5, muted);
  doc.text(`trang ${page}/${pages}`, left + width - 60, y + 5, {
    width: 60,
    align: 'right',
    lineBreak: false,
  });
  doc.page.margins.bottom = margins.bottom;
}

function drawSampleMark(sheet: Sheet): void {
  const { doc, left } = sheet;
  const text = 'DỮ LIỆU MẪU – KHÔNG CÓ GIÁ TRỊ PHÁP LÝ';
  setType(sheet, 'semibold', 7.5, accent);
  const width = doc.widthOfString(text) + 12;
  doc.lineWidth(0.7).strokeColor(accent).rect(left, 20, width, 15).stroke();
  doc.text(text, left + 6, 23, { lineBreak: false });
}

function drawQr(sheet: Sheet, url: string, { x, y }: { x: number; y: number }): void {
  const { modules } = create(url, { errorCorrectionLevel: 'M' });
  const cell = 50 / modules.size;
  for (let row = 0; row < modules.size; row += 1) {
    for (let column = 0; column < modules.size; column += 1) {
      if (modules.get(row, column)) sheet.doc.rect(x + column * cell, y + row * cell, cell, cell);
    }
  }
  sheet.doc.fill(ink);
}

function centred(sheet: Sheet, text: string, { x, y, width }: Span & { y: number }): void {
  sheet.doc.text(text, x, y, { width, align: 'center', lineGap: 1 });
}

function underline(sheet: Sheet, { x, y, width }: Span & { y: number }): void {
  artifact(sheet, () =>
    sheet.doc
      .lineWidth(0.7)
      .strokeColor(ink)
      .moveTo(x, y)
      .lineTo(x + width, y)
      .stroke(),
  );
}
