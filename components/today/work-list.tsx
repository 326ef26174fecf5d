import { useLocale, useTranslations } from 'next-intl';
import { StatusShape, type StatusTone } from '@/components/ui/status-tag';
import { TextLink } from '@/components/ui/text-link';
import { formatNumber } from '@/lib/i18n/format';
import { countCap } from '@/lib/kernel/pagination';

export interface WorkItem {
  href: string;
  label: string;
  count: number;
  tone?: StatusTone;
}

/** What is to do, as counts that lead into the list; a step without work is named but leads nowhere. */
export function WorkList({ items }: { items: readonly WorkItem[] }) {
  const t = useTranslations('staff.today');
  const locale = useLocale();
  return (
    <ul>
      {items.map(({ href, label, count, tone }) => (
        <li key={href} className="flex items-baseline justify-between gap-4 border-b border-line py-(--cell)">
          <span className="flex min-w-0 items-baseline gap-2">
            {tone !== undefined && <StatusShape tone={tone} />}
            {count === 0 ? (
              <span className="text-muted">{label}</span>
            ) : (
              <TextLink href={href}>{label}</TextLink>
            )}
          </span>
          {count === 0 ? (
            <span className="text-14 text-muted">{t('none')}</span>
          ) : (
            <span className="tabular font-semibold">
              {count > countCap ? `${countCap}+` : formatNumber(count, locale)}
            </span>
          )}
        </li>
      ))}
    </ul>
  );
}
