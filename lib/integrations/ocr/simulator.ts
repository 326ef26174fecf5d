import 'server-only';
import { createHash } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import type { Ocr, OcrMood, Reading, ReadPage, ReadWord } from '@/lib/integrations/ocr/port';
import { DomainError } from '@/lib/kernel/errors';

/** What a simulator is told to read: the SHA-256 of a file and the text of its pages. */
export type Transcripts = ReadonlyMap<string, readonly string[]>;

/** Reads only files it was given the text of, at once and always alike. */
export function simulatedOcr(transcripts: Transcripts, mood: () => OcrMood = () => 'ok'): Ocr {
  return {
    async read({ bytes }): Promise<Reading> {
      if (mood() === 'down' || mood() === 'malformed') throw new DomainError('unavailable', 'ocr');
      if (mood() === 'slow') await wait(1500);
      const texts = transcripts.get(createHash('sha256').update(bytes).digest('hex'));
      if (!texts) throw new DomainError('unsupported_file', 'ocr');
      return { engine: 'simulator', pages: texts.map(pageOf) };
    },
  };
}

/** Words set in lines on an A4 page at 100 dots per inch. */
function pageOf(text: string): ReadPage {
  const words = text.split('\n').flatMap((line, row) => {
    let column = 0;
    return line.split(/\s+/).flatMap((word): ReadWord[] => {
      if (word === '') return [];
      const x = 60 + column * 8;
      column += word.length + 1;
      return [{ text: word, box: [x, 60 + row * 20, word.length * 8, 16], confidence: 0.95 }];
    });
  });
  return { width: 827, height: 1169, text, confidence: 0.95, words };
}
