import 'server-only';
import { asc, eq } from 'drizzle-orm';
import type { Database } from '@/db/client';
import {
  indicatorEntries,
  observationPoints,
  observations,
  successorTargets,
  targets,
} from '@/db/schema/indicators';
import { orgUnits } from '@/db/schema/units';
import type { Words } from '../define';

export type TargetRow = typeof targets.$inferSelect & {
  successor: typeof successorTargets.$inferSelect | null;
};
export type ObservationRow = typeof observations.$inferSelect;
export type PointRow = typeof observationPoints.$inferSelect;

/** What the plans and the publications say: targets with all their revisions, published and entered figures, who owns what. */
export interface Reference {
  readonly targets: readonly TargetRow[];
  readonly observations: readonly ObservationRow[];
  readonly points: readonly PointRow[];
  /** What owners entered, in the order they did. */
  readonly entries: readonly (typeof indicatorEntries.$inferSelect)[];
  readonly units: ReadonlyMap<string, Words>;
}

export async function readReference(db: Database): Promise<Reference> {
  const [targetRows, observed, points, entries, units] = await Promise.all([
    db
      .select({ target: targets, successor: successorTargets })
      .from(targets)
      .leftJoin(successorTargets, eq(successorTargets.id, targets.successorId))
      .orderBy(asc(targets.indicatorId), asc(targets.revision)),
    db.select().from(observations).orderBy(asc(observations.id)),
    db
      .select()
      .from(observationPoints)
      .orderBy(asc(observationPoints.observationId), asc(observationPoints.position)),
    db.select().from(indicatorEntries).orderBy(asc(indicatorEntries.id)),
    db.select({ code: orgUnits.code, vi: orgUnits.nameVi, en: orgUnits.nameEn }).from(orgUnits),
  ]);
  return {
    targets: targetRows.map(({ target, successor }) => ({ ...target, successor })),
    observations: observed,
    points,
    entries,
    units: new Map(units.map(({ code, vi, en }) => [code, { vi, en }])),
  };
}
