import { useLocale, useTranslations } from 'next-intl';
import { PlainTable } from '@/components/tables/plain-table';
import { Details } from '@/components/ui/details';
import { formatDateTime, formatNumber } from '@/lib/i18n/format';
import type { Purpose } from '@/lib/policy/purpose';

interface ReadersProps {
  reads: readonly { role: string; unit: string | null; purpose: Purpose; count: number; lastAt: Date }[];
  units: Readonly<Record<string, { vi: string; en: string }>>;
}

/** Law 91/2025/QH15: the person a record is about may know who used it and what for. */
export function Readers({ reads, units }: ReadersProps) {
  const t = useTranslations('applicant.readers');
  const locale = useLocale();
  const total = reads.reduce((sum, { count }) => sum + count, 0);
  if (total === 0) return <p className="text-muted">{t('none')}</p>;
  const unitName = (unit: string | null) => (unit === null ? t('ministry') : (units[unit]?.[locale] ?? unit));
  return (
    <Details summary={t('total', { count: total })}>
      <PlainTable
        caption={t('title')}
        captionHidden
        rows={reads}
        rowKey={({ role, unit, purpose }) => `${role}-${unit ?? ''}-${purpose}`}
        columns={[
          { key: 'unit', header: t('unit'), rowHeader: true, cell: ({ unit }) => unitName(unit) },
          { key: 'purpose', header: t('purpose'), cell: ({ purpose }) => t(`purposes.${purpose}`) },
          {
            key: 'count',
            header: t('count'),
            numeric: true,
            cell: ({ count }) => formatNumber(count, locale),
          },
          { key: 'last', header: t('last'), cell: ({ lastAt }) => formatDateTime(lastAt, locale) },
        ]}
      />
    </Details>
  );
}
