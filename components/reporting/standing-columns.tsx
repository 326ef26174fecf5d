import type { Column } from '@/components/tables/plain-table';
import { formatNumber } from '@/lib/i18n/format';
import type { Locale } from '@/lib/i18n/locale';
import type { OwnReport } from '@/lib/reporting/schema';
import { ReportStateTag } from './report-state';

type Standing = Pick<OwnReport, 'state' | 'late' | 'filled' | 'asked'>;

/** Where a report stands and how much of it is filled in. */
export function standingColumns(
  headers: Record<'state' | 'filled', string>,
  locale: Locale,
): Column<Standing>[] {
  return [
    {
      key: 'state',
      header: headers.state,
      cell: ({ state, late }) => <ReportStateTag state={state} late={late} />,
    },
    {
      key: 'filled',
      header: headers.filled,
      numeric: true,
      cell: ({ filled, asked }) => `${formatNumber(filled, locale)}/${formatNumber(asked, locale)}`,
    },
  ];
}
