import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Sample } from '../define';

type Conditions = Sample['rounds'][number];

/** Every time that was taken, one line per load, as they were taken: whoever doubts a figure can compute it again. */
export class RawLines {
  readonly #lines: string[] = [];
  /** How busy the machine was besides, load by load. */
  readonly conditions: Conditions[] = [];

  add(sample: Sample, round: string | null): void {
    const times = sample.times.map((time) => Number(time.toFixed(2)));
    this.#lines.push(JSON.stringify({ round, at: new Date().toISOString(), ...sample, times }));
    this.conditions.push(...sample.rounds);
  }

  write(folder: string, row: string): void {
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, `${row}.jsonl.gz`), gzipSync(`${this.#lines.join('\n')}\n`, { level: 9 }));
  }
}
