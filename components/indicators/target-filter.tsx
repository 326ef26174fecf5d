import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { TextLink } from '@/components/ui/text-link';
import { statuses } from '@/lib/indicators/schema';
import { pillars, type TargetFilter } from './target-groups';

const select = 'control min-h-9 w-auto max-w-72 py-1 text-14 max-sm:w-full';

export function TargetFilterForm({ filter }: { filter: TargetFilter }) {
  const t = useTranslations('indicators');
  const filtered = filter.pillar !== undefined || filter.status !== undefined;
  return (
    <form
      method="get"
      action="/indicators/targets"
      aria-label={t('filter.label')}
      className="no-print flex flex-wrap items-center gap-x-3 gap-y-2 text-14"
    >
      <label className="flex items-center gap-2 max-sm:w-full max-sm:flex-col max-sm:items-start">
        {t('targets.pillar')}
        <select name="pillar" defaultValue={filter.pillar ?? ''} className={select}>
          <option value="">{t('targets.anyPillar')}</option>
          {pillars.map((pillar) => (
            <option key={pillar} value={pillar}>
              {t(`targets.pillars.${pillar}`)}
            </option>
          ))}
        </select>
      </label>
      <label className="flex items-center gap-2 max-sm:w-full max-sm:flex-col max-sm:items-start">
        {t('targets.status')}
        <select name="status" defaultValue={filter.status ?? ''} className={select}>
          <option value="">{t('targets.anyStatus')}</option>
          {[...statuses, 'missed' as const].map((status) => (
            <option key={status} value={status}>
              {t(`status.${status}`)}
            </option>
          ))}
        </select>
      </label>
      <Button variant="secondary" size="small">
        {t('targets.show')}
      </Button>
      {filtered && <TextLink href="/indicators/targets">{t('filter.clear')}</TextLink>}
    </form>
  );
}
