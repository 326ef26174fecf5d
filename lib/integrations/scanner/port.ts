import type { Readable } from 'node:stream';

/** `not_scanned` is an honest state: without a scanner the page says so instead of calling a file clean. */
export type ScanVerdict = 'clean' | 'infected' | 'not_scanned';

/** Throws DomainError `unavailable: scanner` when the scanner is set but does not answer. */
export interface Scanner {
  scan(stream: Readable): Promise<ScanVerdict>;
}

export type ScannerMood = 'ok' | 'slow' | 'down' | 'malformed';
