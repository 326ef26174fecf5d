import type { getTranslations } from 'next-intl/server';
import { shownValue } from '@/components/reporting/shown-value';
import { formatPeriod } from '@/lib/i18n/format';
import type { Locale } from '@/lib/i18n/locale';
import { draftOf } from '@/lib/reporting/entry/rules';
import type { EntryCells, EntryPart, EntryRemark } from '@/lib/reporting/entry/schema';
import { ladders } from '@/lib/reporting/ladder/catalogue';
import { type LadderView, ladderOf, partsOfLadder } from '@/lib/reporting/ladder/rules';
import { reportedOf } from '@/lib/reporting/rules';
import type { ReportView } from '@/lib/reporting/schema';

type Say = Awaited<ReturnType<typeof getTranslations<'reporting.cell'>>>;

/** The cells as the grid takes them: plain text for controls, words for what is only read. */
export function cellsFor(report: ReportView, parts: readonly EntryPart[], t: Say): EntryCells {
  return Object.fromEntries(
    parts.flatMap((part) => {
      const cell = report.cells[part.id];
      if (cell === undefined) return [];
      const { current } = cell;
      return [
        [
          part.id,
          {
            draft: draftOf(part.type, current),
            editable: cell.editable,
            source: current?.source ?? null,
            savedAt: current?.recordedAt.toISOString() ?? null,
            savedBy: current?.recordedBy ?? null,
            before: cell.before.map((one) => shownValue(part, one, t)),
          },
        ],
      ];
    }),
  );
}

export function remarksOf({ remarks }: ReportView): EntryRemark[] {
  return remarks.map(({ raisedAt, ...remark }) => ({ ...remark, raisedAt: raisedAt.toISOString() }));
}

/** The two periods before: "Th. 8", as there is little room above a column of figures. */
export function beforeOf({ cells }: ReportView, locale: Locale, month: (number: number) => string) {
  const [cell] = Object.values(cells);
  return (cell?.before ?? []).map(({ periodId }) => ({
    id: periodId,
    label: /^\d{6}$/.test(periodId) ? month(Number(periodId.slice(4))) : formatPeriod(periodId, locale),
  }));
}

/** Ladders that this form has a say in. */
export function laddersOf(report: ReportView): LadderView[] {
  const answers = new Map(
    Object.values(report.cells).flatMap(({ part, current }) =>
      current === null ? [] : [[part, current] as const],
    ),
  );
  const reported = reportedOf(report.context, answers);
  const accepted = report.evidence.filter(({ state }) => state === 'accepted');
  return ladders
    .filter((ladder) => partsOfLadder(ladder).some((part) => report.cells[part] !== undefined))
    .map((ladder) => ladderOf(ladder, reported, accepted));
}

/** Where to begin: what the department asked, then what is wrong, then what is missing. */
export function firstPart(report: ReportView, asked: string | undefined): string | null {
  if (asked !== undefined && report.cells[asked] !== undefined) return asked;
  const remarked = report.remarks.find(({ state }) => state === 'open')?.element;
  const parts = Object.keys(report.cells);
  return (
    parts.find((part) => remarked !== undefined && part.startsWith(remarked)) ??
    report.findings.find(({ severity, explained }) => severity !== 'flag' && !explained)?.parts[0] ??
    report.missing[0] ??
    parts[0] ??
    null
  );
}
