import 'server-only';
import { createRequire } from 'node:module';
import { dirname, join, sep } from 'node:path';
import type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist';
import type { ReadPage, ReadWord } from '@/lib/integrations/ocr/port';
import { asDomainError } from '@/lib/kernel/errors';

const unreadable = asDomainError('unsupported_file', 'ocr');

/** Less than this on a page is a stamp or a scanner's mark, not a text layer. */
const textLayerLetters = 20;

/** Roughly 192 dots per inch, enough for Vietnamese tone marks. */
const scale = 192 / 72;
const maxSide = 2500;

export async function openPdf(bytes: Buffer): Promise<PDFDocumentProxy> {
  const { getDocument } = await import('pdfjs-dist/legacy/build/pdf.mjs');
  const folder = dirname(
    createRequire(join(process.cwd(), 'package.json')).resolve('pdfjs-dist/package.json'),
  );
  const task = getDocument({
    data: new Uint8Array(bytes),
    standardFontDataUrl: join(folder, 'standard_fonts') + sep,
    cMapUrl: join(folder, 'cmaps') + sep,
    isEvalSupported: false,
    useSystemFonts: false,
    verbosity: 0,
  });
  return task.promise.catch(unreadable);
}

/** What the page says of itself, or null when it is a picture of text. */
export async function textLayerOf(page: PDFPageProxy): Promise<ReadPage | null> {
  const { items } = await page.getTextContent();
  const viewport = page.getViewport({ scale: 1 });
  let text = '';
  const words: ReadWord[] = [];
  for (const item of items) {
    if (!('str' in item)) continue;
    text += item.str + (item.hasEOL ? '\n' : '');
    const [x = 0, baseline = 0] = viewport.convertToViewportPoint(
      Number(item.transform[4]),
      Number(item.transform[5]),
    );
    words.push(
      ...wordsOf(item.str, { x, y: Number(baseline) - item.height, width: item.width, height: item.height }),
    );
  }
  if (text.replaceAll(/\s/g, '').length < textLayerLetters) return null;
  return { width: viewport.width, height: viewport.height, text, confidence: 1, words };
}

/** A run of text holds several words; each gets the share of the run's width that its letters have. */
function wordsOf(run: string, box: { x: number; y: number; width: number; height: number }): ReadWord[] {
  return [...run.matchAll(/\S+/g)].map((match) => {
    const x = box.x + (box.width * match.index) / run.length;
    const width = (box.width * match[0].length) / run.length;
    return { text: match[0], box: [x, box.y, width, box.height], confidence: 1 };
  });
}

export async function pictureOf(pdf: PDFDocumentProxy, page: PDFPageProxy): Promise<Buffer> {
  const natural = page.getViewport({ scale: 1 });
  const viewport = page.getViewport({
    scale: Math.min(scale, maxSide / Math.max(natural.width, natural.height)),
  });
  const sheet = canvasFactoryOf(pdf).create(Math.ceil(viewport.width), Math.ceil(viewport.height));
  await page.render({ canvas: sheet.canvas, viewport }).promise.catch(unreadable);
  return sheet.canvas.toBuffer('image/png');
}

interface CanvasFactory {
  create(width: number, height: number): { canvas: HTMLCanvasElement & { toBuffer(mime: string): Buffer } };
}

/** On Node pdfjs draws on @napi-rs/canvas, its own optional dependency; its types only know browsers. */
function canvasFactoryOf(pdf: PDFDocumentProxy): CanvasFactory {
  return (pdf as unknown as { canvasFactory: CanvasFactory }).canvasFactory;
}
