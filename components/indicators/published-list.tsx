import { useLocale, useTranslations } from 'next-intl';
import { formatDate } from '@/lib/i18n/format';
import type { IndicatorView } from '@/lib/indicators/schema';
import { SourceName } from './source-name';

/** What was published about this measure, as published: its date and its source stand beside it. */
export function PublishedList({ observations }: { observations: IndicatorView['observations'] }) {
  const t = useTranslations('indicators.detail');
  const locale = useLocale();
  return (
    <section aria-labelledby="observations" className="border-t-2 border-ink pt-3">
      <h2 id="observations">{t('observations')}</h2>
      {observations.length === 0 ? (
        <p className="mt-2 text-muted">{t('observationsNone')}</p>
      ) : (
        <ul className="mt-2">
          {observations.map(({ id, title, text, asOf, source }) => (
            <li key={`${id}-${asOf}`} className="border-b border-line py-2 text-14">
              <span className="block">{title[locale]}</span>
              <span className="block text-18 font-semibold">{text[locale]}</span>
              <span className="block break-words text-muted">
                {formatDate(asOf, locale)} · <SourceName source={source} />
              </span>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
