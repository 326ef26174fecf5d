import { sql } from 'drizzle-orm';
import {
  bigint,
  check,
  date,
  doublePrecision,
  index,
  jsonb,
  numeric,
  pgTable,
  primaryKey,
  smallint,
  text,
  uuid,
} from 'drizzle-orm/pg-core';
import type { ChecklistItem, DossierFacts } from '@/lib/indicators/define';
import { instant, provenance, version } from './columns';
import { oneOf } from './constraints';
import { datePrecisions, places } from './places';
import { orgUnits } from './units';

export const indicatorUnits = ['percent', 'milestone', 'boolean', 'count', 'services', 'people'] as const;
export const indicatorFrequencies = ['day', 'month', 'quarter', 'half_year', 'year'] as const;
export const qualifiers = ['exact', 'about', 'more_than', 'plan'] as const;

/** The 72 indicators named in the ministry's plans; the arithmetic is declared in lib/indicators. */
export const indicators = pgTable(
  'indicators',
  {
    id: text().primaryKey(),
    position: smallint().notNull(),
    definitionVersion: smallint().notNull(),
    pillars: text().array().notNull(),
    unit: text({ enum: indicatorUnits }).notNull(),
    better: text({ enum: ['higher', 'lower'] })
      .notNull()
      .default('higher'),
    titleVi: text().notNull(),
    titleEn: text().notNull(),
    numeratorVi: text().notNull(),
    numeratorEn: text().notNull(),
    denominatorVi: text(),
    denominatorEn: text(),
    scopeVi: text().notNull(),
    scopeEn: text().notNull(),
    sources: text().array().notNull(),
    frequency: text({ enum: indicatorFrequencies }).notNull(),
    checklist: jsonb().$type<readonly ChecklistItem[]>().notNull().default([]),
    elements: text().array().notNull(),
    ownerUnitCode: text().references(() => orgUnits.code),
    ...provenance(),
  },
  (t) => [
    index('indicators_owner_unit_code_idx').on(t.ownerUnitCode),
    check('indicators_unit', oneOf(t.unit, indicatorUnits)),
  ],
);

export const successorTargets = pgTable('successor_targets', {
  id: text().primaryKey(),
  titleVi: text().notNull(),
  titleEn: text().notNull(),
  value: doublePrecision(),
  deadline: date().notNull(),
  deadlinePrecision: text({ enum: datePrecisions }).notNull(),
  deadlineVi: text().notNull(),
  deadlineEn: text().notNull(),
  legalDocument: text().notNull(),
  noteVi: text(),
  noteEn: text(),
  ...provenance(),
});

/** A target is an object of its own: a changed target is a new revision, the old one stays readable. */
export const targets = pgTable(
  'targets',
  {
    indicatorId: text()
      .notNull()
      .references(() => indicators.id),
    revision: smallint().notNull(),
    /** null: the source sets no number ("complete", "promoted", "published"). */
    value: doublePrecision(),
    valueVi: text().notNull(),
    valueEn: text().notNull(),
    /** null: the source states no deadline. */
    deadline: date(),
    deadlinePrecision: text({ enum: datePrecisions }),
    deadlineVi: text().notNull(),
    deadlineEn: text().notNull(),
    legalDocument: text().notNull(),
    successorId: text().references(() => successorTargets.id),
    ownerUnitCode: text().references(() => orgUnits.code),
    noteVi: text(),
    noteEn: text(),
    validFrom: date().notNull(),
    validTo: date(),
    ...provenance(),
  },
  (t) => [
    index('targets_owner_unit_code_idx').on(t.ownerUnitCode),
    index('targets_successor_id_idx').on(t.successorId),
    primaryKey({ columns: [t.indicatorId, t.revision] }),
  ],
);

/** The 34 published figures F01–F34, exactly as published; `checkEn` is the arithmetic made on them. */
export const observations = pgTable(
  'observations',
  {
    id: text().primaryKey(),
    indicatorIds: text().array().notNull(),
    titleVi: text().notNull(),
    titleEn: text().notNull(),
    unit: text({ enum: ['boolean', 'count', 'percent', 'people', 'milestone'] }).notNull(),
    qualifier: text({ enum: qualifiers }).notNull(),
    value: doublePrecision(),
    numerator: doublePrecision(),
    denominator: doublePrecision(),
    valueVi: text().notNull(),
    valueEn: text().notNull(),
    asOf: date().notNull(),
    checkVi: text(),
    checkEn: text(),
    ...provenance(),
  },
  (t) => [check('observations_qualifier', oneOf(t.qualifier, qualifiers))],
);

/** Several numbers behind one figure: a history (F33), a quoted universe (F34), a list (F21). */
export const observationPoints = pgTable(
  'observation_points',
  {
    observationId: text()
      .notNull()
      .references(() => observations.id),
    position: smallint().notNull(),
    labelVi: text().notNull(),
    labelEn: text().notNull(),
    qualifier: text({ enum: qualifiers }).notNull(),
    value: doublePrecision().notNull(),
    denominator: doublePrecision(),
    asOf: date().notNull(),
    precision: text({ enum: datePrecisions }).notNull(),
    ...provenance(),
  },
  (t) => [primaryKey({ columns: [t.observationId, t.position] })],
);

/** Decision 766/QĐ-TTg: 20 rows, 100 points. Points are rows so that an administrator can correct them. */
export const index766 = pgTable('index_766', {
  id: text().primaryKey(),
  position: smallint().notNull(),
  group: text().notNull(),
  groupVi: text().notNull(),
  groupEn: text().notNull(),
  groupMaxPoints: smallint().notNull(),
  titleVi: text().notNull(),
  titleEn: text().notNull(),
  formulaVi: text().notNull(),
  formulaEn: text().notNull(),
  /** null: shown, not scored. */
  maxPoints: numeric({ precision: 5, scale: 2, mode: 'number' }),
  pointsConfidence: text({ enum: ['found', 'knowledge', 'derived'] }),
  /** Rate that earns the full points; below it, points = rate × max ÷ threshold. */
  fullAt: numeric({ precision: 5, scale: 2, mode: 'number' }),
  proportionalBelow: text({ enum: ['stated', 'convention', 'none'] }).notNull(),
  version: version(),
  validFrom: date().notNull(),
  validTo: date(),
  ...provenance(),
});

/** What an indicator's owner enters: a value, ticked milestones, an explanation, its evidence. Append-only. */
export const indicatorEntries = pgTable(
  'indicator_entries',
  {
    id: bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    indicatorId: text()
      .notNull()
      .references(() => indicators.id),
    asOf: date().notNull(),
    value: doublePrecision(),
    numerator: doublePrecision(),
    denominator: doublePrecision(),
    done: text().array().notNull().default(sql`'{}'`),
    note: text(),
    evidenceDocumentId: uuid(),
    supersedes: bigint({ mode: 'number' }),
    recordedAt: instant().notNull(),
    recordedBy: text().notNull(),
  },
  (t) => [index('indicator_entries_current').on(t.indicatorId, t.asOf, t.id.desc())],
);

/** A published figure with its inputs; never recomputed silently, a correction names the one it replaces. */
export const indicatorSnapshots = pgTable(
  'indicator_snapshots',
  {
    id: bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    indicatorId: text().notNull(),
    definitionVersion: smallint().notNull(),
    placeId: text().references(() => places.id),
    periodId: text().notNull(),
    asOf: instant().notNull(),
    value: doublePrecision(),
    numerator: doublePrecision(),
    denominator: doublePrecision(),
    inputs: jsonb().notNull(),
    inputsHash: text().notNull(),
    supersedes: bigint({ mode: 'number' }),
    reason: text(),
    recordedAt: instant().notNull(),
    recordedBy: text().notNull(),
  },
  (t) => [
    index('indicator_snapshots_place_id_idx').on(t.placeId),
    index('indicator_snapshots_current').on(t.indicatorId, t.placeId, t.periodId, t.id.desc()),
  ],
);

/** What the dossiers say of the indicators on a day, as counted last: kept so that every process tells the same. */
export const dossierCounts = pgTable('dossier_counts', {
  asOf: date().primaryKey(),
  countedAt: instant().notNull(),
  facts: jsonb().$type<DossierFacts>().notNull(),
});
