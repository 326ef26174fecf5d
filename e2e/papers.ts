import { createHash } from 'node:crypto';
import PDFDocument from 'pdfkit';
import sharp from 'sharp';

export interface GivenFile {
  name: string;
  mimeType: string;
  buffer: Buffer;
}

/** Every test hands in papers of its own: two equal files would be told apart only by their names. */
export async function letterAsPdf(name: string, lines: readonly string[]): Promise<GivenFile> {
  const document = new PDFDocument({ size: 'A4' });
  const chunks: Buffer[] = [];
  document.on('data', (chunk: Buffer) => chunks.push(chunk));
  const ended = new Promise<void>((resolve) => document.on('end', () => resolve()));
  for (const line of lines) document.fontSize(14).text(line).moveDown();
  document.end();
  await ended;
  return { name, mimeType: 'application/pdf', buffer: Buffer.concat(chunks) };
}

/** A page as a telephone photographs it: grey light, a little turned, slightly out of focus. */
export async function photographedPage(name: string, lines: readonly string[]): Promise<GivenFile> {
  const text = lines
    .map((line, index) => `<text x="110" y="${220 + index * 74}" font-size="40">${line}</text>`)
    .join('');
  const page = `<svg xmlns="http://www.w3.org/2000/svg" width="1240" height="1754" font-family="sans-serif">
    <rect width="1240" height="1754" fill="#f2efe8"/>${text}</svg>`;
  const buffer = await sharp(Buffer.from(page))
    .rotate(1.2, { background: '#6f6a62' })
    .modulate({ brightness: 0.93 })
    .blur(0.6)
    .jpeg({ quality: 82 })
    .toBuffer();
  return { name, mimeType: 'image/jpeg', buffer };
}

export function sha256Of(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/** The same paper but for one byte in its middle. */
export function withOneByteChanged(bytes: Buffer): Buffer {
  const changed = Buffer.from(bytes);
  const place = Math.floor(changed.length / 2);
  changed.writeUInt8(changed.readUInt8(place) ^ 1, place);
  return changed;
}
