import 'server-only';
import { and, asc, inArray, isNull } from 'drizzle-orm';
import type { Database } from '@/db/client';
import { observations, targets } from '@/db/schema/indicators';
import { civilDateAt } from '@/lib/kernel/calendar';
import { now } from '@/lib/kernel/clock';
import { type PublicReading, publicQuery } from '@/lib/kernel/query';
import { gapOf, type Standing, standingOf } from './figures/rules';

type Words = { vi: string; en: string };

export interface PublicFigure {
  id: string;
  title: Words;
  unit: (typeof observations.$inferSelect)['unit'];
  qualifier: (typeof observations.$inferSelect)['qualifier'];
  /** As published: "> 1.128/1.650". */
  valueText: Words;
  value: number | null;
  numerator: number | null;
  denominator: number | null;
  asOf: string;
  check: Words | null;
  target: { indicatorId: string; value: number | null; text: Words; deadline: string | null; deadlineText: Words; legalDocument: string } | null;
  standing: Standing;
  /** How many are missing to reach the target; null when parts are not published. */
  gap: number | null;
  sourceRef: string;
  confidence: 'seed' | 'found' | 'knowledge' | 'demo' | 'derived';
  verifiedAt: Date | string | null;
}

/** Published figures with their targets, exactly as published; `ids` keeps the given order. */
export const listPublicFigures = publicQuery(async ({ db, input }: PublicReading<{ ids?: readonly string[] }>) => {
  const rows = await db
    .select()
    .from(observations)
    .where(input.ids === undefined ? undefined : inArray(observations.id, [...input.ids]))
    .orderBy(asc(observations.id));
  const current = await listTargets(db, rows.flatMap(({ indicatorIds }) => indicatorIds));
  const today = civilDateAt(now());
  const figures = rows.map((row) => figureOf(row, current, today));
  const { ids } = input;
  return ids === undefined ? figures : figures.sort((a, b) => ids.indexOf(a.id) - ids.indexOf(b.id));
});

type ObservationRow = typeof observations.$inferSelect;
type TargetRow = typeof targets.$inferSelect;

async function listTargets(db: Database, ids: readonly string[]): Promise<TargetRow[]> {
  if (ids.length === 0) return [];
  return db
    .select()
    .from(targets)
    .where(and(inArray(targets.indicatorId, [...new Set(ids)]), isNull(targets.validTo)))
    .orderBy(asc(targets.indicatorId));
}

function figureOf(row: ObservationRow, current: readonly TargetRow[], today: string): PublicFigure {
  const target = current.find(({ indicatorId }) => indicatorId === row.indicatorIds[0]) ?? null;
  const reading = {
    value: row.value,
    numerator: row.numerator,
    denominator: row.denominator,
    target: row.unit === 'percent' ? (target?.value ?? null) : null,
    deadline: target?.deadline ?? null,
    today,
  };
  return {
    id: row.id,
    title: { vi: row.titleVi, en: row.titleEn },
    unit: row.unit,
    qualifier: row.qualifier,
    valueText: { vi: row.valueVi, en: row.valueEn },
    value: row.value,
    numerator: row.numerator,
    denominator: row.denominator,
    asOf: row.asOf,
    check: row.checkVi === null || row.checkEn === null ? null : { vi: row.checkVi, en: row.checkEn },
    target: target && {
      indicatorId: target.indicatorId,
      value: target.value,
      text: { vi: target.valueVi, en: target.valueEn },
      deadline: target.deadline,
      deadlineText: { vi: target.deadlineVi, en: target.deadlineEn },
      legalDocument: target.legalDocument,
    },
    standing: standingOf(reading),
    gap: gapOf(reading),
    sourceRef: row.sourceRef,
    confidence: row.confidence,
    verifiedAt: row.verifiedAt,
  };
}
