import { useLocale, useTranslations } from 'next-intl';
import { scrollable } from '@/components/tables/plain-table';
import { cx } from '@/components/ui/cx';
import { TextLink } from '@/components/ui/text-link';
import { formatNumber, formatShare } from '@/lib/i18n/format';
import type { Completeness } from '@/lib/reporting/schema';
import { LockProvince } from './lock-province';

export const stages = ['locked', 'verified', 'submitted', 'returned', 'draft', 'missing'] as const;
type Stage = (typeof stages)[number];

const fills = {
  locked: 'fill-achieved',
  verified: 'fill-on-track',
  submitted: 'fill-on-track opacity-55',
  returned: 'fill-at-risk',
  draft: 'fill-no-data opacity-55',
  missing: 'fill-track',
} as const satisfies Record<Stage, string>;

interface CompletenessTableProps {
  caption: string;
  rows: readonly Completeness[];
  /** Address of the list with one state of one place. */
  hrefOf: (place: string | null, state: Stage) => string;
  locks: boolean;
}

/** How complete each province is: a bar to look at and its numbers beside it, in one table. */
export function CompletenessTable({ caption, rows, hrefOf, locks }: CompletenessTableProps) {
  const t = useTranslations('reporting');
  const table = useTranslations('ui.table');
  const locale = useLocale();
  return (
    <section aria-label={table('scroll', { caption })} {...scrollable} className="relative overflow-x-auto">
      <Legend />
      <table className="w-full border-collapse text-left text-14">
        <caption className="sr-only">{caption}</caption>
        <thead className="text-muted">
          <tr className="border-b-2 border-ink align-bottom">
            <th scope="col" className="py-1.5 pr-3 font-medium">
              {t('complete.place')}
            </th>
            <th scope="col" className="w-1/4 min-w-40 px-3 py-1.5 font-medium">
              {t('complete.bar')}
            </th>
            {stages.map((stage) => (
              <th key={stage} scope="col" className="px-2 py-1.5 text-right font-medium">
                {t(`complete.stage.${stage}`)}
              </th>
            ))}
            <th scope="col" className="px-2 py-1.5 text-right font-medium">
              {t('complete.onTime')}
            </th>
            {locks && (
              <th scope="col" className="py-1.5 pl-2 font-medium">
                {t('complete.act')}
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr
              key={row.place?.id ?? 'nation'}
              className={cx('border-b border-line align-top', row.place === null && 'font-semibold')}
            >
              <th scope="row" className="py-2 pr-3 text-left font-[inherit]">
                {row.place?.name[locale] ?? t('complete.nation')}
              </th>
              <td className="px-3 py-2">
                <StageBar row={row} />
              </td>
              {stages.map((stage) => (
                <td key={stage} className="tabular px-2 py-2 text-right">
                  {row[stage] === 0 ? (
                    <span className="text-muted">0</span>
                  ) : (
                    <TextLink href={hrefOf(row.place?.id ?? null, stage)} quiet>
                      {formatNumber(row[stage], locale)}
                    </TextLink>
                  )}
                </td>
              ))}
              <td className="tabular px-2 py-2 text-right whitespace-nowrap">
                {formatShare(row.onTime, row.expected, locale)}
              </td>
              {locks && (
                <td className="py-1 pl-2">
                  {row.place !== null && row.verified > 0 && (
                    <LockProvince
                      place={row.place.id}
                      name={row.place.name[locale]}
                      periodId={row.periodId}
                      formId={row.formId}
                    />
                  )}
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Legend() {
  const t = useTranslations('reporting.complete.stage');
  return (
    <p aria-hidden className="mb-2 flex flex-wrap gap-x-5 gap-y-1 text-14 text-muted">
      {stages.map((stage) => (
        <span key={stage} className="inline-flex items-center gap-1.5">
          <svg aria-hidden viewBox="0 0 12 12" className="chart-mark size-3">
            <rect width="12" height="12" className={cx(fills[stage], 'stroke-control')} />
          </svg>
          {t(stage)}
        </span>
      ))}
    </p>
  );
}

function StageBar({ row }: { row: Completeness }) {
  const t = useTranslations('reporting.complete');
  let at = 0;
  return (
    <svg
      role="img"
      aria-label={t('narration', { locked: row.locked, expected: row.expected, missing: row.missing })}
      viewBox="0 0 1000 14"
      preserveAspectRatio="none"
      className="chart-mark block h-4 w-full min-w-36"
    >
      {stages.map((stage) => {
        const width = row.expected === 0 ? 0 : (row[stage] / row.expected) * 1000;
        const x = at;
        at += width;
        return <rect key={stage} x={x} width={Math.max(0, width - 2)} height="14" className={fills[stage]} />;
      })}
    </svg>
  );
}
