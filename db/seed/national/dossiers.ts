import 'server-only';
import { setImmediate } from 'node:timers/promises';
import { like, sql } from 'drizzle-orm';
import type postgres from 'postgres';
import { database, transaction } from '@/db/client';
import { counters } from '@/db/schema/outbox';
import { dateOf } from '@/lib/kernel/calendar';
import { readCalendar } from '@/lib/kernel/calendar-in-force';
import { seedNationalApplicants } from './applicants';
import { type Log, loadInChunks } from './chunks';
import { type BusyDay, busyDays, officeLine } from './days';
import { drawsFrom } from './draws';
import { dossiersOf, type Nation } from './intake';
import { matterDealer } from './matters';
import { applicantCounts, applicantPicker } from './people';
import { write } from './sheets';
import { newSheets, type Sheets, tables } from './targets';

export interface NationalSize {
  readonly dossiers: number;
  /** At least so many dossiers a transaction. */
  readonly chunk: number;
  /** The latest so many have their acts in the trail and their changes in the feed. */
  readonly withActs: number;
}

export const nationalSize: NationalSize = { dossiers: 1_000_000, chunk: 4000, withActs: 120_000 };

interface Chunk {
  readonly name: string;
  readonly days: readonly BusyDay[];
  readonly withActs: boolean;
}

function chunksOf(days: readonly BusyDay[], size: NationalSize): Chunk[] {
  const chunks: BusyDay[][] = [];
  let count = size.chunk;
  for (const one of days) {
    if (count >= size.chunk) {
      chunks.push([]);
      count = 0;
    }
    chunks.at(-1)?.push(one);
    count += one.count;
  }
  return chunks.map((own) => {
    const [{ day, first } = { day: 0, first: 0 }] = own;
    return { name: dateOf(day), days: own, withActs: first >= size.dossiers - size.withActs };
  });
}

/** Last numbers given, by unit and day. */
type Numbers = ReadonlyMap<string, number>;

async function numbersGiven(): Promise<Numbers> {
  const rows = await database().select().from(counters).where(like(counters.key, 'dossier:%'));
  return new Map(rows.map(({ key, value }) => [key, value]));
}

async function keepNumbers(tx: postgres.TransactionSql, numbers: Numbers): Promise<void> {
  await tx`
    insert into counters (key, value)
    select * from unnest(${[...numbers.keys()]}::text[], ${[...numbers.values()]}::bigint[])
    on conflict (key) do update set value = excluded.value`;
}

/** What the resting trigger would have told the feed: the events of this transaction, in the order of their numbers. */
async function numberChanges(tx: postgres.TransactionSql, after: string): Promise<void> {
  await tx`
    with taken as (
      insert into counters (key, value)
      select 'changes', count(*) from dossier_events where id > ${after}
      on conflict (key) do update set value = counters.value + excluded.value
      returning value
    ), mine as (
      select *, row_number() over (order by id desc) - 1 as rest from dossier_events where id > ${after}
    )
    insert into changes (sequence, record_type, record_id, kind, event_id, at)
    select taken.value - rest, 'dossier', dossier_id, move, id, at from mine, taken`;
}

interface Prepared {
  readonly sheets: Sheets;
  readonly numbers: Numbers;
}

/** So many dossiers are made before the rows of the chunk before them may go on their way. */
const breath = 16;

async function prepare({ days, withActs }: Chunk, nation: Nation, given: Numbers): Promise<Prepared> {
  const sheets = newSheets();
  const numbers = new Map<string, number>();
  const numberOf = (series: string) => {
    const number = (numbers.get(series) ?? given.get(series) ?? 0) + 1;
    numbers.set(series, number);
    return number;
  };
  let made = 0;
  for (const day of days) {
    const draw = drawsFrom(-2_000_000 - day.day);
    for (const walked of dossiersOf(day, nation, numberOf)) {
      write(sheets, walked, { withActs, draw });
      made += 1;
      if (made % breath === 0) await setImmediate();
    }
  }
  return { sheets, numbers };
}

/** Makes the rows of the next chunk while the database takes in those of the last. */
function preparer(chunks: readonly Chunk[], make: (chunk: Chunk) => Promise<Prepared>) {
  const after = new Map(chunks.map((chunk, at) => [chunk.name, chunks[at + 1]]));
  const coming = new Map<string, Promise<Prepared>>();
  return async (chunk: Chunk): Promise<Prepared> => {
    const ready = await (coming.get(chunk.name) ?? make(chunk));
    coming.delete(chunk.name);
    const next = after.get(chunk.name);
    if (next !== undefined) {
      const made = make(next);
      // When this chunk fails, nobody waits for the next one any more.
      made.catch(() => {});
      coming.set(next.name, made);
    }
    return ready;
  };
}

async function load(
  tx: postgres.TransactionSql,
  { sheets, numbers }: Prepared,
  { withActs }: Chunk,
): Promise<number> {
  const [last] = await tx<{ id: string }[]>`select coalesce(max(id), 0) as id from dossier_events`;
  let rows = 0;
  for (const table of tables) rows += await sheets[table].send(tx);
  await keepNumbers(tx, numbers);
  if (withActs) await numberChanges(tx, last?.id ?? '0');
  return rows;
}

/** A nation's dossiers of five years with their histories, every date by the portal's own calendar and clock. */
export async function seedNationalDossiers(log: Log, size: NationalSize = nationalSize): Promise<number> {
  const counts = applicantCounts(size.dossiers);
  const people = await seedNationalApplicants(counts, log);
  const { calendar } = await readCalendar(database());
  const nation: Nation = {
    world: { calendar, office: officeLine(calendar), deadlines: new Map() },
    matterFor: matterDealer(),
    applicantFor: applicantPicker(counts),
  };
  const given = await numbersGiven();
  const chunks = chunksOf(busyDays(calendar, size.dossiers), size);
  const preparedFor = preparer(chunks, (chunk) => prepare(chunk, nation, given));
  const rows = await loadInChunks({
    step: 'national dossiers',
    tables,
    triggers: [
      ['dossiers', 'dossiers_state_projection'],
      ['dossier_events', 'dossier_events_follow'],
      ['dossier_events', 'dossier_events_duties'],
      ['dossier_events', 'dossier_events_mandate'],
      ['dossier_events', 'dossier_events_feed'],
      ['fee_obligations', 'fee_obligations_facts'],
      ['payments', 'payments_facts'],
      ['dossier_shares', 'dossier_shares_facts'],
    ],
    chunks,
    load: async (tx, chunk) => load(tx, await preparedFor(chunk), chunk),
    log,
  });
  return people + rows;
}

/** What the resting triggers would have noted; nothing when it is all there. */
export async function countDossierFacts(): Promise<number> {
  return transaction(async (tx) => {
    await tx.execute(sql`set local statement_timeout = 0`);
    const [row] = await tx.execute<{ count: string }>(sql`select count_dossier_facts() as count`);
    return Number(row?.count ?? 0);
  });
}
