import { useTranslations } from 'next-intl';
import { TextLink } from '@/components/ui/text-link';

interface ImportLinksProps {
  /** The list's conditions, as they stand in its address. */
  query: string;
  canEnter: boolean;
}

/** The reports of the list as a file, and the way back in. */
export function ImportLinks({ query, canEnter }: ImportLinksProps) {
  const t = useTranslations('reporting.exchange.links');
  return (
    <p className="no-print mt-4 flex flex-wrap gap-x-5 gap-y-1 text-small">
      <TextLink href={`/reporting/export?${query}&format=xlsx`}>{t('xlsx')}</TextLink>
      <TextLink href={`/reporting/export?${query}&format=csv`}>{t('csv')}</TextLink>
      {canEnter && <TextLink href="/reporting/import">{t('import')}</TextLink>}
    </p>
  );
}
