import 'server-only';
import type { Tx } from '@/db/client';
import { reportElements, reportForms, reportPeriods } from '@/db/schema/reporting';
import { forms } from '@/lib/reporting/forms/catalogue';
import { checkTable } from '@/lib/reporting/forms/check-table';
import { parts } from '@/lib/reporting/forms/elements';
import { insertRows } from './rows';

type Period = typeof reportPeriods.$inferInsert;

const demo = { sourceRef: 'Chu kỳ và hạn báo cáo của bản mẫu', confidence: 'demo' as const };

const civil = (year: number, month: number, day: number) =>
  new Date(Date.UTC(year, month - 1, day)).toISOString().slice(0, 10);
const lastOf = (year: number, month: number) => civil(year, month + 1, 0);

type Deadlines = { readonly opens: number; readonly due: number; readonly provincial: number };

/** Monthly: due on the 5th of the next month, approved by the province on the 10th; quarterly due on the 10th. */
const monthly: Deadlines = { opens: 20, due: 5, provincial: 10 };
const quarterly: Deadlines = { opens: 20, due: 10, provincial: 15 };

type Span = { id: string; kind: Period['kind']; year: number; first: number; last: number };

function periodOf({ id, kind, year, first, last }: Span, days: Deadlines, today: string): Period {
  const period = {
    id,
    kind,
    startsOn: civil(year, first, 1),
    endsOn: lastOf(year, last),
    opensOn: civil(year, last, days.opens),
    dueOn: civil(year, last + 1, days.due),
    provincialDueOn: civil(year, last + 1, days.provincial),
    ...demo,
  };
  return { ...period, status: statusOf(period, today) };
}

function statusOf(period: Pick<Period, 'opensOn' | 'provincialDueOn'>, today: string): Period['status'] {
  if (today < period.opensOn) return 'upcoming';
  return today <= period.provincialDueOn ? 'open' : 'closed';
}

/** Circular 54 asks the yearly self-assessment every December. */
function yearOf(year: number, today: string): Period {
  const dates = {
    opensOn: civil(year, 12, 1),
    dueOn: civil(year, 12, 31),
    provincialDueOn: civil(year + 1, 1, 10),
  };
  return {
    id: String(year),
    kind: 'year',
    startsOn: civil(year, 1, 1),
    endsOn: civil(year, 12, 31),
    ...dates,
    status: statusOf(dates, today),
    ...demo,
  };
}

export function periodsOf(years: readonly number[], today: string): Period[] {
  return years.flatMap((year) => [
    ...Array.from({ length: 12 }, (_, at) => at + 1).map((month) =>
      periodOf(
        { id: `${year}${String(month).padStart(2, '0')}`, kind: 'month', year, first: month, last: month },
        monthly,
        today,
      ),
    ),
    ...[1, 2, 3, 4].map((quarter) =>
      periodOf(
        { id: `${year}Q${quarter}`, kind: 'quarter', year, first: quarter * 3 - 2, last: quarter * 3 },
        quarterly,
        today,
      ),
    ),
    yearOf(year, today),
  ]);
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
