import type { getTranslations } from 'next-intl/server';
import type { ReviewRow } from '@/components/reporting/review-rows';
import { shownValue } from '@/components/reporting/shown-value';
import type { Locale } from '@/lib/i18n/locale';
import type { Actor } from '@/lib/policy/actor';
import type { EntryPart } from '@/lib/reporting/entry/schema';
import { getCellHistory } from '@/lib/reporting/queries/get';
import type { CellVersion, ReportEventView, ReportView } from '@/lib/reporting/schema';

type Say = Awaited<ReturnType<typeof getTranslations<'reporting.cell'>>>;

/** The last time somebody judged this report: what was saved after it is what has changed. */
export function judgedAt(report: ReportView): ReportEventView | null {
  return report.events.findLast(({ move }) => ['return', 'verify', 'lock', 'reopen'].includes(move)) ?? null;
}

interface RowSource {
  actor: Actor;
  report: ReportView;
  parts: readonly EntryPart[];
  locale: Locale;
  cell: Say;
}

export async function reviewRows({ actor, report, parts, locale, cell }: RowSource): Promise<ReviewRow[]> {
  const judged = judgedAt(report);
  const seen = new Set<string>();
  return Promise.all(
    parts.map(async (part): Promise<ReviewRow> => {
      const view = report.cells[part.id];
      const current = view?.current ?? null;
      const changed = judged !== null && current !== null && current.recordedAt > judged.at;
      const remarkable = !seen.has(part.element);
      seen.add(part.element);
      const last = view?.before.at(-1);
      return {
        part: part.id,
        element: part.element,
        name: part.detail === null ? part.label : `${part.label}: ${part.detail}`,
        before: last === undefined ? '–' : shownValue(part, last, cell),
        now: shownVersion(part, current, cell),
        was: changed
          ? shownVersion(part, await versionAt(actor, { report, part, at: judged.at }), cell)
          : null,
        notes: report.findings
          .filter(({ parts: [first] }) => first === part.id)
          .map(({ code, severity, explained, message }) => ({
            code,
            severity,
            explained,
            text: message[locale],
          })),
        reason: current?.reason ?? null,
        remarkable,
      };
    }),
  );
}

const shownVersion = (part: EntryPart, version: CellVersion | null, cell: Say) =>
  shownValue(part, { value: version?.value ?? null, state: version?.state ?? null }, cell);

async function versionAt(
  actor: Actor,
  { report, part, at }: { report: ReportView; part: EntryPart; at: Date },
): Promise<CellVersion | null> {
  const { versions } = await getCellHistory(actor, { reportId: report.id, part: part.id });
  return versions.find(({ recordedAt }) => recordedAt <= at) ?? null;
}
