import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { SampleBanner } from '@/components/ui/sample';
import { TextLink } from '@/components/ui/text-link';
import type { Theme } from '@/lib/i18n/theme';
import { LanguageSwitch } from './language-switch';
import { MobileMenu } from './mobile-menu';
import { type NavItem, NavLinks } from './nav-links';
import { SearchShortcut } from './search-shortcut';
import { ThemeSwitch } from './theme-switch';

interface StaffHeaderProps {
  /** Only what this person may open; the caller has asked the policy. */
  items: readonly NavItem[];
  personName: string;
  /** "Cục Quản lý Dược · chuyên viên thụ lý" */
  post: string;
  sample?: ReactNode | boolean;
  theme: Theme;
  signOutHref?: string;
}

const entry =
  'inline-flex min-h-12 items-center border-y-3 border-transparent text-on-bar-muted hover:text-on-bar hover:no-underline aria-[current=page]:border-b-emblem-gold aria-[current=page]:font-semibold aria-[current=page]:text-on-bar';

/** The desk's bar: where one is, who one is, the rest belongs to the work. */
export function StaffHeader({
  items,
  personName,
  post,
  sample = false,
  theme,
  signOutHref = '/sign-out',
}: StaffHeaderProps) {
  const t = useTranslations('shell');
  const account = <Account {...{ personName, post, theme, signOutHref }} />;
  return (
    <>
      <header className="no-print on-bar relative bg-bar text-small text-on-bar">
        <SearchShortcut href="/search" />
        <div className="flex items-center justify-between gap-6 px-4 sm:px-6">
          <div className="flex min-h-12 items-center gap-6">
            <TextLink
              href="/today"
              quiet
              className="font-semibold whitespace-nowrap text-on-bar hover:text-on-bar"
            >
              {t('ministry')}
            </TextLink>
            <nav aria-label={t('mainNav')} className="hidden lg:block">
              <ul className="flex flex-wrap gap-x-5">
                <NavLinks items={items} linkClass={entry} />
              </ul>
            </nav>
          </div>
          <div className="hidden lg:block">{account}</div>
          <MobileMenu onBar>
            <nav aria-label={t('mainNav')}>
              <ul>
                <NavLinks
                  items={items}
                  linkClass="inline-flex min-h-11 w-full items-center text-ink aria-[current=page]:font-semibold"
                />
              </ul>
            </nav>
            <div className="mt-3 border-t border-line pt-3">{account}</div>
          </MobileMenu>
        </div>
      </header>
      {sample !== false && <SampleBanner>{sample === true ? undefined : sample}</SampleBanner>}
    </>
  );
}

type AccountProps = Required<Pick<StaffHeaderProps, 'personName' | 'post' | 'theme' | 'signOutHref'>>;

function Account({ personName, post, theme, signOutHref }: AccountProps) {
  const t = useTranslations('shell');
  return (
    <details className="group relative">
      <summary className="inline-flex min-h-11 items-center gap-1.5 rounded text-left">
        <span>{post}</span>
        <span aria-hidden>▾</span>
      </summary>
      <div className="z-30 rounded lg:w-88 lg:absolute lg:top-full lg:right-0 lg:border lg:border-line lg:bg-surface lg:p-4 lg:text-ink lg:shadow-float">
        <p className="font-semibold">{personName}</p>
        <p className="text-muted">{post}</p>
        <div className="mt-2 border-t border-line pt-1">
          <ThemeSwitch theme={theme} />
          <LanguageSwitch />
        </div>
        <TextLink href={signOutHref} className="inline-flex min-h-11 items-center">
          {t('signOut')}
        </TextLink>
      </div>
    </details>
  );
}
