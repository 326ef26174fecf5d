import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { TextLink } from '@/components/ui/text-link';

const suggestions = ['cosmetics', 'devices', 'advertising'] as const;

/** The one question the home page asks. */
export function SearchHero() {
  const t = useTranslations('home');
  return (
    <section className="pt-6 pb-12 sm:pt-14 sm:pb-18">
      <h1>{t('question')}</h1>
      <form
        action="/procedures"
        className="mt-5 flex max-w-prose flex-col gap-2 sm:mt-7 sm:flex-row sm:gap-0"
      >
        <label htmlFor="home-search" className="sr-only">
          {t('question')}
        </label>
        <input
          id="home-search"
          type="search"
          name="search"
          placeholder={t('placeholder')}
          autoComplete="off"
          className="control min-h-14 sm:rounded-r-none sm:border-r-0 sm:px-4"
        />
        <Button className="min-h-14 shrink-0 sm:rounded-l-none sm:px-7">{t('find')}</Button>
      </form>
      <div className="mt-4 flex flex-wrap items-baseline gap-x-4 gap-y-1 text-small">
        <p className="text-muted">{t('often')}</p>
        <ul className="flex flex-wrap gap-x-4">
          {suggestions.map((key) => (
            <li key={key}>
              <TextLink
                href={`/procedures?search=${encodeURIComponent(t(`suggestion.${key}`))}`}
                className="inline-flex min-h-11 items-center pointer-fine:min-h-0"
              >
                {t(`suggestion.${key}`)}
              </TextLink>
            </li>
          ))}
        </ul>
      </div>
    </section>
  );
}
