import 'server-only';
import { setTimeout as wait } from 'node:timers/promises';
import type { Scanner, ScannerMood } from '@/lib/integrations/scanner/port';
import { DomainError } from '@/lib/kernel/errors';

/** The harmless string every scanner reports; held in two parts so that no scanner reports this file. */
export const eicar = `${'X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR-STANDARD'}${'-ANTIVIRUS-TEST-FILE!$H+H*'}`;

/** Knows one signature only. */
export function simulatedScanner(mood: () => ScannerMood = () => 'ok'): Scanner {
  return {
    async scan(stream) {
      if (mood() === 'down') throw new DomainError('unavailable', 'scanner');
      if (mood() === 'malformed') throw new DomainError('unavailable', 'scanner.answer');
      if (mood() === 'slow') await wait(1500);
      let tail = '';
      let infected = false;
      for await (const part of stream) {
        const text = tail + Buffer.from(part).toString('latin1');
        infected ||= text.includes(eicar);
        tail = text.slice(-eicar.length);
      }
      return infected ? 'infected' : 'clean';
    },
  };
}

/** No scanner is set: nothing is read, and everything stays `not_scanned`. */
export const noScanner: Scanner = {
  async scan(stream) {
    stream.destroy();
    return 'not_scanned';
  },
};
