import { useLocale, useTranslations } from 'next-intl';
import { type Column, PlainTable } from '@/components/tables/plain-table';
import type { PeerFigure } from '@/lib/facilities/figures/define';
import { formatNumber, formatPercent, formatPeriod } from '@/lib/i18n/format';

/** The facility's own figures, each with the middle of its peers and from how many it comes. */
export function PeerFigures({ figures }: { figures: readonly PeerFigure[] }) {
  const t = useTranslations('facilities');
  const locale = useLocale();
  const columns: Column<PeerFigure>[] = [
    {
      key: 'figure',
      header: t('view.figure'),
      rowHeader: true,
      cell: ({ code }) => t(`figure.${code}`),
    },
    { key: 'own', header: t('view.own'), numeric: true, cell: (figure) => <Own figure={figure} /> },
    { key: 'middle', header: t('view.middle'), numeric: true, cell: (figure) => <Middle figure={figure} /> },
    {
      key: 'scale',
      header: '',
      className: 'w-40 max-sm:hidden',
      cell: (figure) => <Scale figure={figure} />,
    },
    {
      key: 'answered',
      header: t('view.answered'),
      numeric: true,
      cell: ({ answered, peers }) => `${formatNumber(answered, locale)}/${formatNumber(peers, locale)}`,
    },
    {
      key: 'period',
      header: t('view.period'),
      cell: ({ periodId }) => (periodId === null ? '–' : formatPeriod(periodId, locale)),
    },
  ];
  return (
    <PlainTable
      caption={t('view.figures')}
      captionHidden
      columns={columns}
      rows={figures}
      rowKey={({ code }) => code}
    />
  );
}

function Own({ figure: { value, unit, part, whole } }: { figure: PeerFigure }) {
  const t = useTranslations('facilities.view');
  const locale = useLocale();
  if (value === null) return <span className="text-muted">{t('noValue')}</span>;
  if (unit === 'yes') return <strong>{t(value === 1 ? 'yes' : 'no')}</strong>;
  if (unit === 'count') return <strong>{formatNumber(value, locale, 1)}</strong>;
  return (
    <>
      <strong>{formatPercent(value, locale)}</strong>
      {part !== null && whole !== null && (
        <span className="block text-14 text-muted max-sm:hidden">
          {formatNumber(part, locale)}/{formatNumber(whole, locale)}
        </span>
      )}
    </>
  );
}

function Middle({ figure: { middle, unit } }: { figure: PeerFigure }) {
  const t = useTranslations('facilities.view');
  const locale = useLocale();
  if (middle === null) return <span className="text-muted">{t('fewPeers')}</span>;
  return (
    <>
      {unit === 'count' ? formatNumber(middle, locale, 1) : formatPercent(middle, locale)}
      <span className="block text-14 text-muted">{t(unit === 'yes' ? 'saysYes' : 'median')}</span>
    </>
  );
}

/** A bar for the facility, a stroke where its peers stand; the numbers beside it say the same. */
function Scale({ figure: { value, middle, unit } }: { figure: PeerFigure }) {
  if (unit !== 'share' || value === null) return null;
  return (
    <svg aria-hidden viewBox="0 0 100 12" preserveAspectRatio="none" className="mt-1.5 h-3 w-full">
      <rect width="100" height="12" className="fill-track" />
      <rect y="2" width={Math.min(100, value * 100)} height="8" className="fill-fill" />
      {middle !== null && (
        <rect x={Math.min(99, middle * 100) - 0.5} width="1" height="12" className="fill-ink" />
      )}
    </svg>
  );
}
