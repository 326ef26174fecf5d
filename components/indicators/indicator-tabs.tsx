import { useTranslations } from 'next-intl';
import { Tabs } from '@/components/ui/tabs';

const views = [
  { key: 'board', href: '/indicators' },
  { key: 'targets', href: '/indicators/targets' },
  { key: 'index766', href: '/indicators/index766' },
] as const;

export type IndicatorTab = (typeof views)[number]['key'];

export function IndicatorTabs({ current }: { current: IndicatorTab }) {
  const t = useTranslations('indicators');
  const tabs = views.map(({ key, href }) => ({ href, label: t(`view.${key}`), current: key === current }));
  return (
    <div className="no-print mb-6">
      <Tabs label={t('views')} tabs={tabs} />
    </div>
  );
}
