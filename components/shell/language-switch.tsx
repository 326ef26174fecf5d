import { useLocale, useTranslations } from 'next-intl';
import { switchLocaleAction } from '@/lib/i18n/actions';
import { locales } from '@/lib/i18n/locale';

/** One button per other language, named in that language; it brings back the same page. */
export function LanguageSwitch({ className }: { className?: string }) {
  const t = useTranslations('shell');
  const current = useLocale();
  return (
    <form action={switchLocaleAction} className={className}>
      {locales
        .filter((locale) => locale !== current)
        .map((locale) => (
          <button
            key={locale}
            type="submit"
            name="locale"
            value={locale}
            lang={locale}
            className="min-h-11 underline-offset-4 hover:underline"
          >
            {t(`switchTo.${locale}`)}
          </button>
        ))}
    </form>
  );
}
