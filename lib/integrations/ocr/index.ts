import 'server-only';
import type { Ocr } from '@/lib/integrations/ocr/port';
import { tesseractOcr } from '@/lib/integrations/ocr/tesseract';

let chosen: Ocr | undefined;

/** The text reader of this installation; call it from jobs only, a page takes seconds. */
export function ocr(): Ocr {
  chosen ??= tesseractOcr();
  return chosen;
}
