import 'server-only';
import { and, asc, eq, getTableColumns, inArray, isNull } from 'drizzle-orm';
import type { Database } from '@/db/client';
import { indicators, observations, targets } from '@/db/schema/indicators';
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
  target: {
    indicatorId: string;
    percent: number | null;
    text: Words;
    deadline: string | null;
    deadlineText: Words;
    legalDocument: string;
  } | null;
  standing: Standing;
  /** How many are missing to reach the target; null when parts are not published. */
  gap: number | null;
  sourceRef: string;
  confidence: 'seed' | 'found' | 'knowledge' | 'demo' | 'derived';
  verifiedAt: Date | string | null;
}

/** Published figures with their targets, exactly as published; `ids` keeps the given order. */
export const listPublicFigures = publicQuery(
  async ({ db, input }: PublicReading<{ ids?: readonly string[] }>) => {
    const rows = await db
      .select()
      .from(observations)
      .where(input.ids === undefined ? undefined : inArray(observations.id, [...input.ids]))
      .orderBy(asc(observations.id));
    const current = await listTargets(
      db,
      rows.flatMap(({ indicatorIds }) => indicatorIds),
    );
    const today = civilDateAt(now());
    const figures = rows.map((row) => figureOf(row, current, today));
    const { ids } = input;
    return ids === undefined ? figures : figures.sort((a, b) => ids.indexOf(a.id) - ids.indexOf(b.id));
  },
);

type ObservationRow = typeof observations.$inferSelect;
type TargetRow = typeof targets.$inferSelect & { unit: (typeof indicators.$inferSelect)['unit'] };

async function listTargets(db: Database, ids: readonly string[]): Promise<TargetRow[]> {
  if (ids.length === 0) return [];
  return db
    .select({ ...getTableColumns(targets), unit: indicators.unit })
    .from(targets)
    .innerJoin(indicators, eq(indicators.id, targets.indicatorId))
    .where(and(inArray(targets.indicatorId, [...new Set(ids)]), isNull(targets.validTo)))
    .orderBy(asc(targets.indicatorId));
}

function figureOf(row: ObservationRow, current: readonly TargetRow[], today: string): PublicFigure {
  const target = current.find(({ indicatorId }) => indicatorId === row.indicatorIds[0]) ?? null;
  const reading = {
    value: row.unit === 'percent' ? row.value : null,
    numerator: row.numerator,
    denominator: row.denominator,
    target: target === null ? null : percentTarget(target, row.denominator),
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
      percent: reading.target,
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

/** A target counted in services or people becomes a share of the figure's own whole. */
function percentTarget({ unit, value }: TargetRow, whole: number | null): number | null {
  if (value === null || unit === 'percent') return value;
  return whole === null || whole === 0 ? null : (value / whole) * 100;
}
