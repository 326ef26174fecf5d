import { useTranslations } from 'next-intl';
import { cx } from '@/components/ui/cx';
import { switchThemeAction } from '@/lib/i18n/actions';
import { type Theme, themes } from '@/lib/i18n/theme';

export function ThemeSwitch({ theme }: { theme: Theme }) {
  const t = useTranslations('shell.theme');
  return (
    <form action={switchThemeAction}>
      <fieldset className="flex flex-wrap items-center gap-x-1">
        <legend className="float-left mr-2 text-muted">{t('label')}</legend>
        {themes.map((choice) => (
          <button
            key={choice}
            type="submit"
            name="theme"
            value={choice}
            aria-pressed={choice === theme}
            className={cx(
              'min-h-11 rounded px-2 hover:underline sm:min-h-8',
              choice === theme && 'bg-wash font-semibold',
            )}
          >
            {t(choice)}
          </button>
        ))}
      </fieldset>
    </form>
  );
}
