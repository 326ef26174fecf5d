/** A word as it stands on the page: `[x, y, width, height]` in the page's own units, confidence from 0 to 1. */
export interface ReadWord {
  text: string;
  box: readonly [x: number, y: number, width: number, height: number];
  confidence: number;
}

export interface ReadPage {
  width: number;
  height: number;
  text: string;
  confidence: number;
  words: readonly ReadWord[];
}

export interface Reading {
  /** Which engine read it: a text layer is what the file says of itself, not what the eye sees. */
  engine: string;
  pages: readonly ReadPage[];
}

/** Throws DomainError `unsupported_file: ocr` for what is no readable page, `unavailable: ocr` when the engine fails. */
export interface Ocr {
  read(file: { bytes: Buffer; mime: string }): Promise<Reading>;
}

export type OcrMood = 'ok' | 'slow' | 'down' | 'malformed';

/** Pages past this one are not read: a scan of a whole archive must not hold the worker for hours. */
export const maxPages = 50;
