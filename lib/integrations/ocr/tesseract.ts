import 'server-only';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import sharp from 'sharp';
import type { Page, Worker } from 'tesseract.js';
import { openPdf, pictureOf, textLayerOf } from '@/lib/integrations/ocr/pdf-pages';
import { maxPages, type Ocr, type Reading, type ReadPage, type ReadWord } from '@/lib/integrations/ocr/port';
import { asDomainError, DomainError } from '@/lib/kernel/errors';

const engine = 'tesseract.js 7, vie 4.0.0_best_int';
const textLayer = 'text layer';

/** Reads Vietnamese on this machine; model and engine come from node_modules, nothing is fetched. */
export function tesseractOcr(): Ocr {
  return {
    read: ({ bytes, mime }) =>
      withWorker((worker) => {
        if (mime === 'application/pdf') return readPdf(worker, bytes);
        if (mime.startsWith('image/')) return readImage(worker, bytes);
        throw new DomainError('unsupported_file', 'ocr');
      }),
  };
}

/** The engine starts only for pages that need it and ends with the file: it holds some 200 MB. */
type LazyWorker = () => Promise<Worker>;

async function withWorker<T>(work: (worker: LazyWorker) => Promise<T>): Promise<T> {
  let started: Promise<Worker> | undefined;
  const lazily: LazyWorker = () => {
    started ??= startWorker().catch(asDomainError('unavailable', 'ocr'));
    return started;
  };
  try {
    return await work(lazily);
  } finally {
    await (await started?.catch(() => undefined))?.terminate();
  }
}

async function startWorker(): Promise<Worker> {
  const { createWorker, OEM } = await import('tesseract.js');
  const model = createRequire(join(process.cwd(), 'package.json')).resolve(
    '@tesseract.js-data/vie/package.json',
  );
  return createWorker('vie', OEM.LSTM_ONLY, {
    langPath: join(dirname(model), '4.0.0_best_int'),
    cacheMethod: 'none',
    gzip: true,
    // The promise that failed says so; without this the library also throws where nobody can catch it.
    errorHandler: () => undefined,
  });
}

async function readPdf(worker: LazyWorker, bytes: Buffer): Promise<Reading> {
  const pdf = await openPdf(bytes);
  try {
    const pages: ReadPage[] = [];
    let drawn = 0;
    for (let number = 1; number <= Math.min(pdf.numPages, maxPages); number += 1) {
      const page = await pdf.getPage(number);
      const layer = await textLayerOf(page);
      if (!layer) drawn += 1;
      pages.push(layer ?? (await recognise(await worker(), await pictureOf(pdf, page))));
      page.cleanup();
    }
    return {
      engine: drawn === 0 ? textLayer : drawn === pages.length ? engine : `${textLayer} + ${engine}`,
      pages,
    };
  } finally {
    await pdf.loadingTask.destroy();
  }
}

async function readImage(worker: LazyWorker, bytes: Buffer): Promise<Reading> {
  const upright = await sharp(bytes, { limitInputPixels: 120_000_000 })
    .rotate()
    .flatten({ background: 'white' })
    .greyscale()
    .resize({ width: 2500, height: 2500, fit: 'inside', withoutEnlargement: true })
    .png()
    .toBuffer()
    .catch(asDomainError('unsupported_file', 'ocr'));
  return { engine, pages: [await recognise(await worker(), upright)] };
}

async function recognise(worker: Worker, picture: Buffer): Promise<ReadPage> {
  const { width, height } = await sharp(picture).metadata();
  const { data } = await worker
    .recognize(picture, {}, { text: true, blocks: true })
    .catch(asDomainError('unavailable', 'ocr'));
  return { width, height, text: data.text, confidence: data.confidence / 100, words: wordsOf(data) };
}

function wordsOf(page: Page): ReadWord[] {
  const lines = (page.blocks ?? []).flatMap((block) =>
    block.paragraphs.flatMap((paragraph) => paragraph.lines),
  );
  return lines.flatMap((line) =>
    line.words.map(({ text, bbox, confidence }) => ({
      text,
      box: [bbox.x0, bbox.y0, bbox.x1 - bbox.x0, bbox.y1 - bbox.y0],
      confidence: confidence / 100,
    })),
  );
}
