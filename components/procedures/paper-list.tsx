import { useLocale, useTranslations } from 'next-intl';
import { Tag } from '@/components/ui/status-tag';
import type { Component } from '@/lib/procedures/define';

/** What a dossier is made of: first what one must bring, then what the State already holds. */
export function PaperList({ components }: { components: readonly Component[] }) {
  const t = useTranslations('pages.procedure');
  const brought = components.filter(({ reuse }) => reuse.includes('UP'));
  const held = components.filter(({ reuse }) => !reuse.includes('UP'));
  return (
    <div className="grid gap-x-12 gap-y-6">
      <Papers title={t('bring')} empty={t('bringNothing')} components={brought} />
      {held.length > 0 && <Papers title={t('held')} components={held} />}
    </div>
  );
}

function Papers({
  title,
  empty,
  components,
}: {
  title: string;
  empty?: string;
  components: readonly Component[];
}) {
  const t = useTranslations('procedures');
  const locale = useLocale();
  return (
    <section>
      <h3>{title}</h3>
      {components.length === 0 && <p className="mt-1">{empty}</p>}
      <ul className="mt-1">
        {components.map((paper) => (
          <li key={paper.code} className="keep border-b border-line py-3">
            <div className="flex flex-wrap items-baseline justify-between gap-x-4">
              <p className="font-medium">{paper.title[locale]}</p>
              {paper.need === 'conditional' && <Tag tone="plain">{t('need.conditional')}</Tag>}
            </div>
            {paper.whenText !== undefined && <p className="text-16">{paper.whenText[locale]}</p>}
            <p className="text-16 text-muted">{paper.reuse.map((from) => t(`reuse.${from}`)).join(' · ')}</p>
          </li>
        ))}
      </ul>
    </section>
  );
}
