import 'server-only';
import { and, desc, eq, getTableColumns, lt, lte, sql } from 'drizzle-orm';
import type { Database } from '@/db/client';
import { accounts } from '@/db/schema/accounts';
import { indicatorEntries, indicators } from '@/db/schema/indicators';
import { orgUnits } from '@/db/schema/units';
import { dayNumberOf, instantAt } from '@/lib/kernel/calendar';
import { DomainError } from '@/lib/kernel/errors';
import { query } from '@/lib/kernel/query';
import type { ChecklistItem, IndicatorUnit, Words } from '../define';
import type { IndicatorEntry } from './schema';

const { evidenceDocumentId: _, recordedBy: __, ...columns } = getTableColumns(indicatorEntries);

/** Of each indicator the entry in force on a day: the latest day spoken of, its last correction, known by then. */
export async function latestEntries({
  db,
  asOf,
}: {
  db: Database;
  asOf: string;
}): Promise<Record<string, IndicatorEntry>> {
  const end = instantAt(dayNumberOf(asOf) + 1, 0);
  const rows = await db
    .selectDistinctOn([indicatorEntries.indicatorId], columns)
    .from(indicatorEntries)
    .where(and(lte(indicatorEntries.asOf, asOf), lt(indicatorEntries.recordedAt, end)))
    .orderBy(indicatorEntries.indicatorId, desc(indicatorEntries.asOf), desc(indicatorEntries.id));
  return Object.fromEntries(rows.map((row) => [row.indicatorId, row]));
}

export interface EntryLine extends IndicatorEntry {
  by: string | null;
}

/** Every entry of one indicator, the newest first, with who wrote it. */
export const readEntries = query<{ indicator: string }, EntryLine[]>({
  action: 'indicator.read',
  run: ({ db, input }) =>
    db
      .select({ ...columns, by: accounts.name })
      .from(indicatorEntries)
      .leftJoin(accounts, sql`${accounts.id}::text = ${indicatorEntries.recordedBy}`)
      .where(eq(indicatorEntries.indicatorId, input.indicator))
      .orderBy(desc(indicatorEntries.id)),
});

export interface EnteredIndicator {
  id: string;
  title: Words;
  unit: IndicatorUnit;
  numerator: Words;
  denominator: Words | null;
  checklist: readonly ChecklistItem[];
  sources: readonly string[];
  owner: { code: string; name: Words } | null;
}

/** What the entry form must know of its indicator. */
export const getEnteredIndicator = query<{ indicator: string }, EnteredIndicator>({
  action: 'indicator.read',
  async run({ db, input }) {
    const [found] = await db
      .select({ indicator: indicators, vi: orgUnits.nameVi, en: orgUnits.nameEn })
      .from(indicators)
      .leftJoin(orgUnits, eq(orgUnits.code, indicators.ownerUnitCode))
      .where(eq(indicators.id, input.indicator));
    if (found === undefined) throw new DomainError('not_found', 'indicator');
    const { indicator: row, vi, en } = found;
    const { denominatorVi, denominatorEn, ownerUnitCode } = row;
    return {
      id: row.id,
      title: { vi: row.titleVi, en: row.titleEn },
      unit: row.unit,
      numerator: { vi: row.numeratorVi, en: row.numeratorEn },
      denominator:
        denominatorVi === null || denominatorEn === null ? null : { vi: denominatorVi, en: denominatorEn },
      checklist: row.checklist,
      sources: row.sources,
      owner:
        ownerUnitCode === null || vi === null ? null : { code: ownerUnitCode, name: { vi, en: en ?? vi } },
    };
  },
});
