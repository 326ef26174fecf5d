import 'server-only';
import { civilDateAt } from '@/lib/kernel/calendar';
import { now } from '@/lib/kernel/clock';
import { type PublicReading, publicQuery } from '@/lib/kernel/query';
import { processCube } from '../cube/queries';
import type { Words } from '../define';
import { gapOf, percentOf, verdictOf } from '../figures/rules';
import { definitionOf } from '../measures/catalogue';
import type { ObservationRow, TargetRow } from '../reference/queries';
import type { Status } from '../schema';

export interface PublicFigure {
  id: string;
  title: Words;
  unit: ObservationRow['unit'];
  qualifier: ObservationRow['qualifier'];
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
  standing: Exclude<Status, 'unknown' | 'no_target'> | 'no_data';
  /** How many are missing to reach the target; null when parts are not published. */
  gap: number | null;
  sourceRef: string;
  confidence: ObservationRow['confidence'];
  verifiedAt: Date | string | null;
}

/** Published figures with their targets, exactly as published; `ids` keeps the given order. */
export const listPublicFigures = publicQuery(
  async ({ input }: PublicReading<{ ids?: readonly string[] }>) => {
    const { reference } = await processCube().read(undefined, []);
    const { observations, targets } = reference;
    const today = civilDateAt(now());
    const { ids } = input;
    const wanted = ids?.flatMap((id) => observations.find((row) => row.id === id) ?? []) ?? observations;
    return wanted.map((row) => figureOf(row, targets, today));
  },
);

function figureOf(row: ObservationRow, targets: readonly TargetRow[], today: string): PublicFigure {
  const target =
    targets.find((one) => one.indicatorId === row.indicatorIds[0] && one.validTo === null) ?? null;
  const { numerator, denominator } = row;
  const value = row.unit === 'percent' ? row.value : null;
  const percent = target === null ? null : percentTarget(target, denominator);
  return {
    id: row.id,
    title: { vi: row.titleVi, en: row.titleEn },
    unit: row.unit,
    qualifier: row.qualifier,
    valueText: { vi: row.valueVi, en: row.valueEn },
    value: row.value,
    numerator,
    denominator,
    asOf: row.asOf,
    check: row.checkVi === null || row.checkEn === null ? null : { vi: row.checkVi, en: row.checkEn },
    target: target && {
      indicatorId: target.indicatorId,
      percent,
      text: { vi: target.valueVi, en: target.valueEn },
      deadline: target.deadline,
      deadlineText: { vi: target.deadlineVi, en: target.deadlineEn },
      legalDocument: target.legalDocument,
    },
    standing: standingOf(row, { target, percent, today }),
    gap: gapOf({ value, numerator, denominator, target: percent }),
    sourceRef: row.sourceRef,
    confidence: row.confidence,
    verifiedAt: row.verifiedAt,
  };
}

interface Against {
  target: TargetRow | null;
  percent: number | null;
  today: string;
}

/** One published figure has no pace: it is judged by its target and deadline alone. */
function standingOf(row: ObservationRow, { target, percent, today }: Against): PublicFigure['standing'] {
  const value = percentOf({ ...row, value: row.unit === 'percent' ? row.value : null });
  const { status } = verdictOf({
    value,
    valueOn: row.asOf,
    target: percent,
    deadline: target?.deadline ?? null,
    successorDeadline: target?.successor?.deadline ?? null,
    today,
    points: [],
    atDeadline: null,
  });
  return value === null || status === 'unknown' || status === 'no_target' ? 'no_data' : status;
}

/** A target counted in services or people becomes a share of the figure's own whole. */
function percentTarget({ indicatorId, value }: TargetRow, whole: number | null): number | null {
  if (value === null || definitionOf(indicatorId)?.unit === 'percent') return value;
  return whole === null || whole === 0 ? null : (value / whole) * 100;
}
