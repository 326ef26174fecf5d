import { useLocale, useTranslations } from 'next-intl';
import { PlainTable } from '@/components/tables/plain-table';
import { ConfidenceMark } from '@/components/ui/confidence-mark';
import { StatusTag } from '@/components/ui/status-tag';
import { formatDate } from '@/lib/i18n/format';
import type { FigureView } from './progress-figures';

interface FigureRow extends FigureView {
  check: { vi: string; en: string } | null;
  sourceRef: string;
  confidence: 'seed' | 'found' | 'knowledge' | 'demo' | 'derived';
  verifiedAt: Date | string | null;
}

/** Every published figure as the source gave it, with its date, its source and the arithmetic made on it. */
export function FigureRows({ figures }: { figures: readonly FigureRow[] }) {
  const t = useTranslations('pages.progress');
  const home = useTranslations('home');
  const locale = useLocale();
  return (
    <PlainTable
      caption={t('table')}
      rows={figures}
      rowKey={({ id }) => id}
      columns={[
        {
          key: 'title',
          header: t('figure'),
          rowHeader: true,
          className: 'min-w-60 text-left',
          cell: (row) => (
            <>
              {row.title[locale]} <span className="text-14 font-normal text-muted">{row.id}</span>
            </>
          ),
        },
        {
          key: 'value',
          header: t('value'),
          className: 'min-w-48',
          cell: (row) => (
            <>
              <span className="tabular font-semibold">{row.valueText[locale]}</span>
              {row.check !== null && <span className="block text-14 text-muted">{row.check[locale]}</span>}
            </>
          ),
        },
        {
          key: 'target',
          header: t('target'),
          className: 'min-w-40',
          cell: (row) =>
            row.target === null ? (
              <span className="text-muted">{home('noTarget')}</span>
            ) : (
              <>
                {row.target.text[locale]}
                <span className="block text-14 text-muted">
                  {row.target.deadline === null
                    ? home('noDeadline')
                    : home('deadline', { deadline: row.target.deadlineText[locale] })}
                </span>
              </>
            ),
        },
        {
          key: 'standing',
          header: t('standing'),
          className: 'min-w-36',
          cell: (row) => <StatusTag tone={row.standing}>{home(`standing.${row.standing}`)}</StatusTag>,
        },
        {
          key: 'source',
          header: t('source'),
          className: 'min-w-44',
          cell: (row) => (
            <>
              <span className="tabular block whitespace-nowrap">{formatDate(row.asOf, locale)}</span>
              <span className="block max-w-60 break-words">
                <ConfidenceMark
                  confidence={row.confidence}
                  {...sourceOf(row.sourceRef)}
                  verifiedAt={row.verifiedAt}
                />
              </span>
            </>
          ),
        },
      ]}
    />
  );
}

/** A page of the web is named by its site and linked; anything else is named as it is. */
function sourceOf(ref: string): { source: string; href?: string } {
  const [first = ref] = ref.split('; ');
  return URL.canParse(first) ? { source: new URL(first).hostname, href: first } : { source: ref };
}
