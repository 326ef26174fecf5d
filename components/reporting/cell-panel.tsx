import { useLocale, useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import { TextLink } from '@/components/ui/text-link';
import { formatNumber, formatPeriod } from '@/lib/i18n/format';
import { readCellHistoryAction } from '@/lib/reporting/entry/actions';
import type { EntryPart } from '@/lib/reporting/entry/schema';
import type { Answer } from '@/lib/reporting/rules';
import type { CellHistory } from '@/lib/reporting/schema';
import { type SeriesBar, SeriesBars } from './series-bars';
import { shownValue } from './shown-value';

interface CellPanelProps {
  reportId: string;
  part: EntryPart | null;
  /** What stands in the cell now. */
  answer: Answer | undefined;
  period: string;
  first: { part: string; history: CellHistory } | null;
}

/** The cell one stands in over the last twelve periods, beside what similar facilities report. */
export function CellPanel({ reportId, part, answer, period, first }: CellPanelProps) {
  const t = useTranslations('reporting.panel');
  const history = useHistory(reportId, part?.id ?? null, first);
  const locale = useLocale();
  const cell = useTranslations('reporting.cell');
  if (part === null) return null;
  const bars: SeriesBar[] = (history?.before ?? []).map(({ periodId, value, state }) => ({
    id: periodId,
    label: formatPeriod(periodId, locale),
    value: numberOf(value),
    text: shownValue(part, { value, state }, cell),
    current: false,
  }));
  const now = { value: answer?.value ?? null, state: answer?.state ?? null };
  bars.push({
    id: 'now',
    label: period,
    value: numberOf(now.value),
    text: shownValue(part, now, cell),
    current: true,
  });
  return (
    <section className="no-print z-1 border-t-2 border-ink bg-surface pt-3 pb-3 xl:sticky xl:top-4">
      <h2 className="text-body">{part.detail === null ? part.label : `${part.label}: ${part.detail}`}</h2>
      <p className="text-14 text-muted">
        {part.id} · {t('periods', { count: bars.length })}
      </p>
      <SeriesBars name={part.label} bars={bars} />
      {history !== null && history.peersMedian !== null && (
        <p className="mt-2 text-14">
          {t('peers', {
            value: formatNumber(history.peersMedian, 'vi', 1),
            count: history.peers.count,
            period: history.peers.periodId === null ? '' : formatPeriod(history.peers.periodId, locale),
          })}
        </p>
      )}
      <p className="mt-1 text-14">
        <TextLink href={`/reporting/${reportId}/cells/${part.id}`}>{t('versions')}</TextLink>
      </p>
    </section>
  );
}

const numberOf = (value: unknown): number | null =>
  typeof value === 'number' ? value : typeof value === 'boolean' ? Number(value) : null;

/** Asked once for each cell, a moment after the focus came to rest. */
function useHistory(
  reportId: string,
  part: string | null,
  first: CellPanelProps['first'],
): CellHistory | null {
  const [known, setKnown] = useState<Readonly<Record<string, CellHistory>>>(
    first === null ? {} : { [first.part]: first.history },
  );
  const missing = part !== null && known[part] === undefined;
  useEffect(() => {
    if (!missing || part === null) return;
    let gone = false;
    const timer = setTimeout(async () => {
      const history = await readCellHistoryAction(reportId, part).catch(() => null);
      if (!gone && history !== null) setKnown((before) => ({ ...before, [part]: history }));
    }, 250);
    return () => {
      gone = true;
      clearTimeout(timer);
    };
  }, [missing, part, reportId]);
  return part === null ? null : (known[part] ?? null);
}
