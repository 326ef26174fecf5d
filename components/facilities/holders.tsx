import { useLocale, useTranslations } from 'next-intl';
import type { Holder } from '@/lib/facilities/schema';
import { formatDate } from '@/lib/i18n/format';

/** Who enters and signs; without names for those who may not read the reports. */
export function Holders({ holders }: { holders: readonly Holder[] }) {
  const t = useTranslations('facilities');
  const locale = useLocale();
  if (holders.length === 0) return <p>{t('view.noWho')}</p>;
  return (
    <>
      <ul className="border-t border-line">
        {holders.map((holder) => (
          <li
            key={`${holder.role}:${holder.name}`}
            className="flex flex-wrap justify-between gap-x-6 gap-y-0.5 border-b border-line py-2"
          >
            <span>
              {holder.name !== null && <strong className="block">{holder.name}</strong>}
              {t(`role.${holder.role}` as 'role.partner')}
            </span>
            <span className="text-14 text-muted">
              {t('view.since', { date: formatDate(holder.since, locale) })}
            </span>
          </li>
        ))}
      </ul>
      {holders.every(({ name }) => name === null) && (
        <p className="mt-2 text-14 text-muted">{t('view.nameHidden')}</p>
      )}
    </>
  );
}
