import type { Known } from './reports-course';

/** The columns of a line, those that stay the same within a report first. */
export const valueColumns = [
  'facility_id',
  'period_id',
  'valid_from',
  'valid_to',
  'sample',
  'recorded_by',
  'recorded_at',
  'revision',
  'element_id',
  'element_version',
  'state',
  'number_value',
  'date_value',
  'text_value',
  'list_value',
  'reason',
] as const;

/** Before these days, as remembered, nobody could have what a system of the nation made possible. */
export const began = {
  telemedicine: '2020-07-01',
  prescriptions: '2021-10-01',
  identifiers: '2022-03-01',
  interconnection: '2025-02-01',
} as const;

/** A whole number of 32 bits that depends on two others: what `chance` is to a name, cheap enough for every cell. */
export function mixed(seed: number, at: number): number {
  let hash = Math.imul(seed ^ Math.imul(at + 1, 0x9e3779b1), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

const notAnswered = '1\tunknown\t\\N\t\\N\t\\N\t\\N\tCơ sở chưa trả lời\n';
const numberOf = (value: number) => `1\tvalue\t${value}\t\\N\t\\N\t\\N\t\\N\n`;
const [yes, no] = [numberOf(1), numberOf(0)];
/** Of 256 answers that can be missing, and of 16 cells written twice those written four times. */
const unanswered = 5;
const oftenOf16 = 1;

/**
 * Writes the cells of one report after another as lines of COPY: no object a cell, only text whose beginning is the
 * report's. What was written twice has its first version first, and the greatest revision is the right one.
 */
export class ReportSheet {
  lines = '';
  rows = 0;
  #seed = 0;
  #cell = 0;
  #redone = 0;
  #first = '';
  #once = '';
  #later = '';

  /** Turns to the next report; what was written is gone. */
  open(report: string, { before, at, after, redone }: Known, seed: number): void {
    this.lines = '';
    this.rows = 0;
    this.#seed = seed;
    this.#cell = 0;
    this.#redone = redone;
    this.#first = `${report}${before}\t1\t`;
    this.#once = `${report}${at}\t1\t`;
    this.#later = `${report}${after}\t`;
  }

  /** A number between 0 and 1 of this report, another for every `what`. */
  roll(what: number): number {
    return mixed(this.#seed, 1000 + what) / 2 ** 32;
  }

  /** A computed number or one that others are computed from: written once, always known. */
  firm(part: string, value: number): void {
    this.#write(part, numberOf(value));
  }

  number(part: string, value: number): void {
    this.#cellOf(part, numberOf(value), notAnswered);
  }

  /** A number that others are a part of: it may have been larger before. */
  whole(part: string, value: number): void {
    this.#cellOf(part, numberOf(value), numberOf(value + 1 + Math.floor(value * 0.03)));
  }

  /** A part of another number: it may have been smaller before, and is sometimes not known at all. */
  within(part: string, value: number): void {
    const known = mixed(this.#seed, 500 + this.#cell) % 256 >= unanswered;
    this.#cellOf(part, known ? numberOf(value) : notAnswered, numberOf(Math.floor(value * 0.9)));
  }

  is(part: string, value: boolean): void {
    this.#cellOf(part, value ? yes : no, notAnswered);
  }

  day(part: string, value: string): void {
    this.#cellOf(part, `1\tvalue\t\\N\t${value}\t\\N\t\\N\t\\N\n`, notAnswered);
  }

  words(part: string, value: string): void {
    this.#cellOf(part, `1\tvalue\t\\N\t\\N\t${value}\t\\N\t\\N\n`, notAnswered);
  }

  /** `value` as JSON. */
  list(part: string, value: string): void {
    this.#cellOf(part, `1\tvalue\t\\N\t\\N\t\\N\t${value}\t\\N\n`, notAnswered);
  }

  unknown(part: string): void {
    this.#write(part, notAnswered);
  }

  notApplicable(part: string, reason: string): void {
    this.#write(part, `1\tnot_applicable\t\\N\t\\N\t\\N\t\\N\t${reason}\n`);
  }

  #write(part: string, now: string): void {
    this.#cell += 1;
    this.rows += 1;
    this.lines += `${this.#once}${part}\t${now}`;
  }

  #cellOf(part: string, now: string, earlier: string): void {
    const roll = mixed(this.#seed, this.#cell);
    if ((roll & 255) >= this.#redone) {
      this.#write(part, now);
      return;
    }
    this.#cell += 1;
    this.rows += 2;
    this.lines += `${this.#first}${part}\t${earlier}${this.#later}2\t${part}\t${now}`;
    if (((roll >>> 8) & 15) >= oftenOf16) return;
    this.rows += 2;
    this.lines += `${this.#later}3\t${part}\t${earlier}${this.#later}4\t${part}\t${now}`;
  }
}
