import { createHash } from 'node:crypto';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { openPdf, pictureOf } from '@/lib/integrations/ocr/pdf-pages';
import type { Ocr, ReadPage } from '@/lib/integrations/ocr/port';
import { simulatedOcr } from '@/lib/integrations/ocr/simulator';
import { tesseractOcr } from '@/lib/integrations/ocr/tesseract';
import { renderPaper } from '@/lib/pdf/render';
import { resultSample } from '@/lib/pdf/samples';
import { result } from '@/lib/pdf/templates/result';

const digitalPdf = await renderPaper(result({ ...resultSample, sample: false }));
const pdf = await openPdf(digitalPdf);
const scan = await pictureOf(pdf, await pdf.getPage(1));
const transcript = 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nSản phẩm mỹ phẩm nhập khẩu';
const known = new Map(
  [scan, digitalPdf].map((bytes) => [createHash('sha256').update(bytes).digest('hex'), [transcript]]),
);

const implementations: [string, Ocr][] = [
  ['simulator', simulatedOcr(known)],
  ['tesseract', tesseractOcr()],
];

/** How many of the paper's own words the reader found letter by letter, tone marks included. */
async function shareRead(text: string): Promise<number> {
  const truth = await tesseractOcr().read({ bytes: digitalPdf, mime: 'application/pdf' });
  const words = (truth.pages[0]?.text ?? '').split(/\s+/).filter((word) => word.length > 1);
  const found = new Set(text.split(/\s+/));
  return words.filter((word) => found.has(word)).length / words.length;
}

function expectSound(page: ReadPage): void {
  expect(page.width).toBeGreaterThan(0);
  expect(page.confidence).toBeGreaterThan(0.5);
  expect(page.confidence).toBeLessThanOrEqual(1);
  expect(page.words.length).toBeGreaterThan(5);
  for (const { box, confidence, text } of page.words) {
    const [x, y, width, height] = box;
    expect(text.trim()).not.toBe('');
    expect(confidence).toBeGreaterThanOrEqual(0);
    expect(confidence).toBeLessThanOrEqual(1);
    expect(Math.min(x, y, width, height)).toBeGreaterThanOrEqual(0);
    expect(x + width).toBeLessThanOrEqual(page.width + 1);
    expect(y + height).toBeLessThanOrEqual(page.height + 1);
  }
}

describe.each(implementations)('%s', (_name, ocr) => {
  it('reads a scanned page of Vietnamese with the place of each word', async () => {
    const { pages, engine } = await ocr.read({ bytes: scan, mime: 'image/png' });
    expect(engine).not.toBe('');
    expect(pages).toHaveLength(1);
    for (const page of pages) expectSound(page);
    expect(pages[0]?.text).toContain('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM');
    expect(pages[0]?.text).toContain('phẩm mỹ phẩm nhập khẩu');
  });

  it('reads a PDF', async () => {
    const { pages } = await ocr.read({ bytes: digitalPdf, mime: 'application/pdf' });
    for (const page of pages) expectSound(page);
    expect(pages[0]?.text).toContain('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM');
  });

  it('refuses what is no page', async () => {
    const bytes = Buffer.from('not a picture');
    await expect(ocr.read({ bytes, mime: 'image/png' })).rejects.toMatchObject({ code: 'unsupported_file' });
    await expect(ocr.read({ bytes, mime: 'application/pdf' })).rejects.toMatchObject({
      code: 'unsupported_file',
    });
    await expect(ocr.read({ bytes, mime: 'text/plain' })).rejects.toMatchObject({ code: 'unsupported_file' });
  });
});

describe('tesseract', () => {
  it('trusts a text layer and does not look again', async () => {
    const { engine } = await tesseractOcr().read({ bytes: digitalPdf, mime: 'application/pdf' });
    expect(engine).toBe('text layer');
  });

  it('looks at the pages of a PDF that is only a scan', async () => {
    const bytes = await scannedPdf();
    const { pages, engine } = await tesseractOcr().read({ bytes, mime: 'application/pdf' });
    expect(engine).toContain('tesseract');
    for (const page of pages) expectSound(page);
    expect(await shareRead(pages[0]?.text ?? '')).toBeGreaterThan(0.75);
  });

  it('turns a photograph the way the camera was held', async () => {
    const lying = await sharp(scan)
      .rotate(90)
      .jpeg({ quality: 90 })
      .withMetadata({ orientation: 8 })
      .toBuffer();
    const { pages } = await tesseractOcr().read({ bytes: lying, mime: 'image/jpeg' });
    expect(await shareRead(pages[0]?.text ?? '')).toBeGreaterThan(0.75);
  });
});

/** One page that holds one JPEG, as scanners write it. */
async function scannedPdf(): Promise<Buffer> {
  const { data, info } = await sharp(scan).jpeg({ quality: 90 }).toBuffer({ resolveWithObject: true });
  const size = `/Width ${info.width} /Height ${info.height} /ColorSpace /DeviceRGB /BitsPerComponent 8`;
  const draw = 'q 595 0 0 842 0 0 cm /I Do Q';
  return Buffer.concat([
    Buffer.from('%PDF-1.4\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n'),
    Buffer.from('2 0 obj\n<< /Type /Pages /Kids [3 0 R] /Count 1 >>\nendobj\n'),
    Buffer.from('3 0 obj\n<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R '),
    Buffer.from('/Resources << /XObject << /I 5 0 R >> >> >>\nendobj\n'),
    Buffer.from(`4 0 obj\n<< /Length ${draw.length} >>\nstream\n${draw}\nendstream\nendobj\n`),
    Buffer.from(
      `5 0 obj\n<< /Type /XObject /Subtype /Image ${size} /Filter /DCTDecode /Length ${data.length} >>\n`,
    ),
    Buffer.from('stream\n'),
    data,
    Buffer.from('\nendstream\nendobj\ntrailer\n<< /Root 1 0 R /Size 6 >>\n%%EOF'),
  ]);
}

describe('simulator', () => {
  it('can be down', async () => {
    const reading = simulatedOcr(known, () => 'down').read({ bytes: scan, mime: 'image/png' });
    await expect(reading).rejects.toMatchObject({ code: 'unavailable' });
  });
});
