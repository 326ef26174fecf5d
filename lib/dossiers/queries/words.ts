import 'server-only';
import { like, or, type SQL, sql } from 'drizzle-orm';
import type { Database } from '@/db/client';
import { dossiers } from '@/db/schema/dossiers';
import { now } from '@/lib/kernel/clock';
import { foldTones } from '@/lib/kernel/text';

/** What somebody looks for, as part of the text kept for search. */
export interface Words {
  /** The answer, row by row. */
  hit: SQL;
  /** What the index is asked for: no row less than the answer. */
  through: SQL | undefined;
  /** The share of rows that have the words, as far as a sample tells, and about how many rows that are. */
  share: number;
  rows: number;
}

const mostPieces = 4;
/** So many letters are asked for as they are. */
const short = 10;

/**
 * The index knows pieces of three letters, a letter standing for what parts words. A long name has dozens of them, most
 * of which half of all rows have too: it is asked for the few rarest alone, and the rows it gives are read.
 */
export async function readWords(db: Database, q: string | undefined): Promise<Words | undefined> {
  const text = foldTones(q ?? '');
  if (text === '') return undefined;
  const sample = await sampleOf(db);
  // One or two letters begin a word: the index knows no shorter piece than three.
  const [sought, kept] =
    text.length > 2 ? [text, sql`${dossiers.searchText}`] : [` ${text}`, sql`' ' || ${dossiers.searchText}`];
  const found = sample.texts.filter((one) => ` ${one}`.includes(sought)).length;
  const share = found / Math.max(1, sample.texts.length);
  return {
    hit: sql`position(${sought} in ${kept}) > 0`,
    through: text.length > 2 ? containing(partsOf(text, sample)) : beginning(text),
    share,
    rows: share * sample.rows,
  };
}

const joined = sql`translate(${dossiers.searchText}, ' -./', 'jjjj')`;
const join = (text: string) => text.replace(/[ \-./]/g, 'j');

/** One pattern and not one for each piece: the text of every row the index gives is taken apart for each. */
const containing = (pieces: readonly string[]): SQL | undefined =>
  pieces.length === 0 ? undefined : like(joined, `%${pieces.join('%')}%`);

function beginning(text: string): SQL | undefined {
  const start = join(text).replace(/[%_\\]/g, '\\$&');
  return or(like(joined, `${start}%`), like(joined, `%j${start}%`));
}

/** All runs of three letters with their places. */
function piecesOf(text: string): { at: number; piece: string }[] {
  const whole = join(text);
  return Array.from({ length: Math.max(0, whole.length - 2) }, (_, at) => ({
    at,
    piece: whole.slice(at, at + 3),
  })).filter(({ piece }) => /^[a-z0-9]{3}$/.test(piece));
}

/** A short text as a whole, of a long one what is rare in it. */
const partsOf = (text: string, sample: Sample): string[] =>
  text.length <= short ? (join(text).match(/[a-z0-9]{3,}/g) ?? []) : rarestOf(piecesOf(text), sample);

/** In the order of the text. Pieces that share letters are rare together: each further one is taken from elsewhere. */
function rarestOf(pieces: readonly { at: number; piece: string }[], { counts }: Sample): string[] {
  const ordered = pieces.toSorted((a, b) => (counts.get(a.piece) ?? 0) - (counts.get(b.piece) ?? 0));
  const chosen: typeof ordered = [];
  for (const one of ordered)
    if (chosen.length < mostPieces && chosen.every(({ at }) => Math.abs(at - one.at) > 2)) chosen.push(one);
  return chosen.toSorted((a, b) => a.at - b.at).map(({ piece }) => piece);
}

interface Sample {
  /** Of about so many rows. */
  rows: number;
  texts: string[];
  /** In how many of them a piece is. */
  counts: ReadonlyMap<string, number>;
}

const sampleSize = 6_000;
const goodFor = 3_600_000;
let held: { at: number; sample: Promise<Sample> } | undefined;

/** Some rows, the same for an hour: a wrong guess costs time, never a row. */
function sampleOf(db: Database): Promise<Sample> {
  const at = now().getTime();
  if (held !== undefined && at - held.at < goodFor) return held.sample;
  const sample = readSample(db);
  held = { at, sample };
  sample.catch(() => {
    held = undefined;
  });
  return sample;
}

async function readSample(db: Database): Promise<Sample> {
  const [size] = await db.execute<{ rows: number }>(
    sql`select greatest(reltuples, 1)::float8 as rows from pg_class where oid = 'dossiers'::regclass`,
  );
  const all = size?.rows ?? 1;
  const percent = Math.min(100, (100 * sampleSize) / all);
  const rows = await db.execute<{ text: string }>(
    sql`select search_text as text from dossiers tablesample system (${percent}::float4) limit ${2 * sampleSize}`,
  );
  const texts = rows.map(({ text }) => text);
  const counts = new Map<string, number>();
  for (const text of texts)
    for (const piece of new Set(piecesOf(text).map((one) => one.piece)))
      counts.set(piece, (counts.get(piece) ?? 0) + 1);
  return { rows: all, texts, counts };
}
