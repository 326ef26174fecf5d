import { useLocale, useTranslations } from 'next-intl';
import { StatusTag } from '@/components/ui/status-tag';
import { SummaryList, type SummaryRow } from '@/components/ui/summary-list';
import { TextLink } from '@/components/ui/text-link';
import { formatDateTime, formatNumber, formatPeriod, formatPeriodInText } from '@/lib/i18n/format';
import type { CellProof } from '@/lib/indicators/schema';
import { outcomeTones } from './outcome-tabs';
import type { Speech } from './words';

/** What this one facility adds to the figure, and the lock that fixed it. */
export function FacilityAnswer({ proof }: { proof: CellProof }) {
  const t = useTranslations('indicators');
  const speech = { t, locale: useLocale() };
  return (
    <SummaryList
      rows={[
        {
          key: 'outcome',
          label: t('column.outcome'),
          value: (
            <StatusTag tone={outcomeTones[proof.row.outcome]}>
              {t(`facilities.outcomes.${proof.row.outcome}`)}
            </StatusTag>
          ),
          ...provenNote(proof, speech),
        },
        { key: 'formula', label: t('detail.formula'), value: proof.measure.formula[speech.locale] },
        ...periodRow(proof, speech),
        ...lockRow(proof, speech),
      ]}
    />
  );
}

function provenNote({ row: { proven, outcome } }: CellProof, { t }: Speech) {
  if (proven === null || outcome !== 'counts') return {};
  return { note: t(proven ? 'facilities.proven' : 'facilities.notProven') };
}

function periodRow({ row: { period, carried, reportId } }: CellProof, { t, locale }: Speech): SummaryRow[] {
  if (period === null)
    return [{ key: 'period', label: t('column.period'), value: t('facilities.unanswered') }];
  const name = formatPeriod(period, locale);
  return [
    {
      key: 'period',
      label: t('column.period'),
      value: carried ? t('facilities.carried', { period: formatPeriodInText(period, locale) }) : name,
      note:
        reportId === null ? (
          t('cell.notYours')
        ) : (
          <TextLink href={`/reporting/${reportId}`}>{t('cell.report')}</TextLink>
        ),
    },
  ];
}

function lockRow({ locks, row }: CellProof, { t, locale }: Speech): SummaryRow[] {
  const [last, ...earlier] = locks;
  if (last === undefined) return [];
  return [
    {
      key: 'lock',
      label: t('column.lock'),
      value: t('cell.lock', {
        sequence: formatNumber(last.sequence, locale),
        at: formatDateTime(last.at, locale),
      }),
      note: (
        <>
          <span className="block">
            {last.by === null
              ? t(row.reportId === null ? 'cell.someone' : 'cell.noPerson')
              : t('cell.lockedBy', { name: last.by })}
          </span>
          {last.contentHash !== null && (
            <span className="block break-all">{t('cell.hash', { hash: last.contentHash })}</span>
          )}
          {earlier.length > 0 && (
            <span className="block">{t('cell.earlierLocks', { count: earlier.length })}</span>
          )}
        </>
      ),
    },
  ];
}
