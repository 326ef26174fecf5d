import 'server-only';
import type { Tx } from '@/db/client';
import { reportElements, reportForms, reportPeriods } from '@/db/schema/reporting';
import { forms } from '@/lib/reporting/forms/catalogue';
import { checkTable } from '@/lib/reporting/forms/check-table';
import { parts } from '@/lib/reporting/forms/elements';
import { periodOf, statusOf } from '@/lib/reporting/periods/rules';
import { insertRows } from './rows';

type Period = typeof reportPeriods.$inferInsert;

const demo = { sourceRef: 'Chu kỳ và hạn báo cáo của bản mẫu', confidence: 'demo' as const };

const idsOf = (year: number): string[] => [
  ...Array.from({ length: 12 }, (_, at) => `${year}${String(at + 1).padStart(2, '0')}`),
  ...[1, 2, 3, 4].map((quarter) => `${year}Q${quarter}`),
  String(year),
];

export function periodsOf(years: readonly number[], today: string): Period[] {
  return years.flatMap(idsOf).map((id) => {
    const period = periodOf(id);
    return { ...period, status: statusOf(period, today), ...demo };
  });
}

export const reportingYears = [2023, 2024, 2025, 2026, 2027];

const elementRows = (): (typeof reportElements.$inferInsert)[] =>
  parts.map(({ element, ...definition }) => ({
    id: definition.id,
    version: element.version,
    elementId: element.id,
    position: element.parts.findIndex(({ id }) => id === definition.id) + 1,
    type: definition.type,
    frequency: element.frequency,
    labelVi: element.label.vi,
    labelEn: element.label.en,
    partVi: definition.label?.vi ?? null,
    partEn: definition.label?.en ?? null,
    computed: definition.computedFrom !== undefined,
    evidence: element.evidence,
    definition,
    checks: checkTable.filter((check) => check.parts.includes(definition.id)),
    effectiveFrom: element.effectiveFrom,
    sourceRef:
      'Bộ 60 phần tử báo cáo của bản mẫu, theo TT 54/2017/TT-BYT, TT 13/2025/TT-BYT, QĐ 1710/QĐ-BYT, QĐ 2491/QĐ-BYT',
    confidence: 'demo',
  }));

const formRows = (): (typeof reportForms.$inferInsert)[] =>
  forms.map(({ title, legalBasis, ...form }) => ({
    ...form,
    titleVi: title.vi,
    titleEn: title.en,
    legalBasis: [...legalBasis],
    sourceRef: legalBasis.join('; '),
    confidence: 'demo',
  }));

export async function seedReportElements(tx: Tx, today: string): Promise<number> {
  const counts = [
    await insertRows(tx, reportElements, elementRows()),
    await insertRows(tx, reportForms, formRows()),
    await insertRows(tx, reportPeriods, periodsOf(reportingYears, today)),
  ];
  return counts.reduce((sum, count) => sum + count, 0);
}
