import { useTranslations } from 'next-intl';
import { TextLink } from '@/components/ui/text-link';
import type { Theme } from '@/lib/i18n/theme';
import { ThemeSwitch } from './theme-switch';

const links = [
  { key: 'accessibility', href: '/accessibility' },
  { key: 'privacy', href: '/privacy' },
  { key: 'security', href: '/.well-known/security.txt' },
  { key: 'openData', href: '/api/openapi.json' },
] as const;

export function Footer({ theme }: { theme: Theme }) {
  const t = useTranslations('shell');
  return (
    <footer className="no-print mt-auto border-t border-line bg-canvas text-14">
      <div className="mx-auto flex max-w-wide flex-col gap-4 px-4 py-6 sm:px-6">
        <nav aria-label={t('footerNav')} className="flex flex-wrap items-baseline gap-x-6 gap-y-1">
          <p className="text-muted">{t('footer.address')}</p>
          <ul className="flex flex-wrap gap-x-6">
            {links.map(({ key, href }) => (
              <li key={key}>
                <TextLink href={href} className="inline-flex min-h-11 items-center sm:min-h-8">
                  {t(`footer.${key}`)}
                </TextLink>
              </li>
            ))}
          </ul>
        </nav>
        <ThemeSwitch theme={theme} />
      </div>
    </footer>
  );
}
