import 'server-only';
import { and, asc, lte, sql } from 'drizzle-orm';
import { database } from '@/db/client';
import { indicatorEntries } from '@/db/schema/indicators';
import type { Fact } from '../figures/define';
import { percentOf } from '../figures/rules';
import { definitionOf } from '../measures/catalogue';
import { publishedValues } from '../measures/catalogue/published';
import type { Definition } from '../measures/define';
import type { ObservationRow, PointRow, Reference } from '../reference/queries';

export interface Moment {
  readonly today: string;
  readonly knownAt: Date;
}

/** Dated values beside the reports, per measure, oldest first. */
export type Facts = ReadonlyMap<string, readonly Fact[]>;

export async function readFacts(reference: Reference, moment: Moment): Promise<Facts> {
  const entries = await readEntries(moment);
  const published = publishedFacts(reference, moment.today);
  const all = [...published, ...entries].sort(([, a], [, b]) => (a.asOf < b.asOf ? -1 : 1));
  return new Map([...Map.groupBy(all, ([id]) => id)].map(([id, list]) => [id, list.map(([, fact]) => fact)]));
}

type Told = readonly [measure: string, fact: Fact];

/** Of each day the owner's last word; a correction is a later entry of the same day. */
async function readEntries({ today, knownAt }: Moment): Promise<Told[]> {
  const rows = await database()
    .selectDistinctOn([indicatorEntries.indicatorId, indicatorEntries.asOf])
    .from(indicatorEntries)
    .where(and(lte(indicatorEntries.asOf, today), lte(indicatorEntries.recordedAt, knownAt)))
    .orderBy(asc(indicatorEntries.indicatorId), asc(indicatorEntries.asOf), sql`${indicatorEntries.id} desc`);
  return rows.map(
    (row): Told => [
      row.indicatorId,
      {
        provenance: 'entry',
        ...partsOfEntry(row, definitionOf(row.indicatorId)),
        asOf: row.asOf,
        source: null,
        sample: false,
      },
    ],
  );
}

type EntryRow = typeof indicatorEntries.$inferSelect;

/** Ticked milestones are a share of the list; everything else is what the owner wrote. */
function partsOfEntry({ value, numerator, denominator, done }: EntryRow, definition: Definition | undefined) {
  if (definition?.unit === 'milestone' && value === null && numerator === null) {
    const total = definition.checklist.length;
    const ticked = definition.checklist.filter(({ code }) => done.includes(code)).length;
    return { value: total === 0 ? null : (ticked / total) * 100, numerator: ticked, denominator: total };
  }
  const share = definition?.unit === 'percent' || definition?.unit === 'milestone';
  return {
    value: share ? percentOf({ value, numerator, denominator }) : (value ?? numerator),
    numerator,
    denominator,
  };
}

function publishedFacts({ observations, points }: Reference, today: string): Told[] {
  return Object.entries(publishedValues).flatMap(([measure, ids]) => {
    const unit = definitionOf(measure)?.unit ?? 'percent';
    const whole = observations.filter(({ id }) => ids.includes(id)).map((row) => factOf(row, unit));
    const parts = points.filter(({ observationId }) => ids.includes(observationId)).map(pointFact);
    return [...whole, ...parts]
      .filter((fact) => fact.value !== null && fact.asOf <= today)
      .map((fact): Told => [measure, fact]);
  });
}

function factOf(row: ObservationRow, unit: string): Fact {
  const { numerator, denominator, sourceRef, confidence, asOf } = row;
  const value = row.unit === 'percent' ? row.value : null;
  return {
    provenance: 'published',
    value: unit === 'percent' ? percentOf({ value, numerator, denominator }) : row.value,
    numerator,
    denominator,
    asOf,
    source: { ref: sourceRef, confidence },
    sample: false,
  };
}

function pointFact({ value, denominator, asOf, sourceRef, confidence }: PointRow): Fact {
  return {
    provenance: 'published',
    value: denominator === null ? null : percentOf({ value: null, numerator: value, denominator }),
    numerator: value,
    denominator,
    asOf,
    source: { ref: sourceRef, confidence },
    sample: false,
  };
}
