import { useTranslations } from 'next-intl';
import { Tabs } from '@/components/ui/tabs';

export function RegisterTabs({ current }: { current: 'all' | 'databases' }) {
  const t = useTranslations('registers');
  return (
    <Tabs
      label={t('views')}
      tabs={[
        { href: '/registers', label: t('all'), current: current === 'all' },
        { href: '/registers/databases', label: t('databases'), current: current === 'databases' },
      ]}
    />
  );
}
