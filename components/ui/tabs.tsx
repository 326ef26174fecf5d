import { useTranslations } from 'next-intl';
import { cx } from './cx';
import { Counter } from './status-tag';
import { TextLink } from './text-link';

export interface Tab {
  href: string;
  label: string;
  count?: string | number | undefined;
  current?: boolean | undefined;
}

/** Views of the same page. They are links: the address says which one is open. */
export function Tabs({ tabs, label }: { tabs: readonly Tab[]; label?: string }) {
  const t = useTranslations('ui');
  return (
    <nav aria-label={label ?? t('tabs')} className="border-b border-line">
      <ul className="no-scrollbar -mb-px flex gap-6 overflow-x-auto p-1 pb-0">
        {tabs.map((tab) => (
          <li key={tab.href} className="shrink-0">
            <TextLink
              href={tab.href}
              quiet
              current={tab.current}
              className={cx(
                'inline-flex min-h-11 items-center border-b-3 py-1.5 hover:no-underline',
                tab.current
                  ? 'border-primary font-semibold text-ink'
                  : 'border-transparent hover:border-control',
              )}
            >
              {tab.label}
              {tab.count !== undefined && <Counter>{tab.count}</Counter>}
            </TextLink>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** A choice between a few things shown in one place, such as the papers of a case. */
export function Segments({ tabs, label }: { tabs: readonly Tab[]; label: string }) {
  return (
    <nav aria-label={label}>
      <ul className="flex flex-wrap gap-1.5">
        {tabs.map((tab) => (
          <li key={tab.href}>
            <TextLink
              href={tab.href}
              quiet
              current={tab.current}
              className={cx(
                'inline-flex min-h-10 items-center rounded border px-3 py-1 hover:no-underline',
                tab.current
                  ? 'border-ink bg-ink font-medium text-surface hover:text-surface'
                  : 'border-line bg-surface text-ink hover:border-control hover:text-ink',
              )}
            >
              {tab.label}
              {tab.count !== undefined && <Counter>{tab.count}</Counter>}
            </TextLink>
          </li>
        ))}
      </ul>
    </nav>
  );
}
