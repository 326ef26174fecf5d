import { useTranslations } from 'next-intl';
import { Tabs } from '@/components/ui/tabs';

/** Those who may not read accounts see only what is theirs, and no tabs. */
export function AccessTabs({
  current,
  seesAccounts,
}: {
  current: 'own' | 'accounts' | 'review';
  seesAccounts: boolean;
}) {
  const t = useTranslations('access.tabs');
  if (!seesAccounts) return null;
  const tabs = [
    { key: 'accounts', href: '/access' },
    { key: 'review', href: '/access/review' },
    { key: 'own', href: '/access/mine' },
  ] as const;
  return (
    <div className="mb-6">
      <Tabs
        label={t('label')}
        tabs={tabs.map(({ key, href }) => ({ href, label: t(key), current: key === current }))}
      />
    </div>
  );
}
