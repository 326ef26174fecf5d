import { useTranslations } from 'next-intl';
import { Tabs } from '@/components/ui/tabs';

const tabs = [
  { key: 'acts', href: '/audit' },
  { key: 'reads', href: '/audit/reads' },
  { key: 'roots', href: '/audit/roots' },
] as const;

export function AuditTabs({ current }: { current: (typeof tabs)[number]['key'] }) {
  const t = useTranslations('audit.tabs');
  return (
    <div className="mb-5">
      <Tabs
        label={t('label')}
        tabs={tabs.map(({ key, href }) => ({ href, label: t(key), current: key === current }))}
      />
    </div>
  );
}
