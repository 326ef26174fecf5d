import { useTranslations } from 'next-intl';
import { ButtonLink } from '@/components/ui/button';
import { TextLink } from '@/components/ui/text-link';
import { Brand } from './brand';
import { EmblemStrip } from './emblem';
import { LanguageSwitch } from './language-switch';
import { MobileMenu } from './mobile-menu';
import { type NavItem, NavLinks } from './nav-links';

export interface SignedIn {
  name: string;
  /** Where this person's work begins. */
  homeHref: string;
  homeLabel: string;
}

interface PublicHeaderProps {
  person?: SignedIn | null | undefined;
  signInHref?: string;
  signOutHref?: string;
}

const wide =
  'inline-flex min-h-11 items-center whitespace-nowrap text-16 text-ink aria-[current=page]:font-semibold';

/** For everybody: what the portal offers, and the way in. */
export function PublicHeader({
  person,
  signInHref = '/sign-in',
  signOutHref = '/sign-out',
}: PublicHeaderProps) {
  const t = useTranslations('shell');
  const account = <Account {...{ person, signInHref, signOutHref }} />;
  const items: NavItem[] = (['procedures', 'track', 'verify', 'progress'] as const).map((key) => ({
    href: `/${key}`,
    label: t(`nav.${key}`),
  }));
  return (
    <header className="no-print relative border-b border-line bg-surface">
      <EmblemStrip />
      <div className="mx-auto flex max-w-wide items-center justify-between gap-4 px-4 py-2.5 sm:px-6">
        <Brand />
        <div className="hidden items-center gap-7 lg:flex">
          <nav aria-label={t('mainNav')}>
            <ul className="flex gap-7">
              <NavLinks items={items} linkClass={wide} />
            </ul>
          </nav>
          <LanguageSwitch className="text-16 text-muted" />
          {account}
        </div>
        <MobileMenu>
          <nav aria-label={t('mainNav')}>
            <ul>
              <NavLinks items={items} linkClass={`${wide} w-full`} />
            </ul>
          </nav>
          <LanguageSwitch className="text-16 text-muted" />
          <div className="mt-3 border-t border-line pt-4">{account}</div>
        </MobileMenu>
      </div>
    </header>
  );
}

function Account({ person, signInHref, signOutHref }: Required<PublicHeaderProps>) {
  const t = useTranslations('shell');
  if (!person) {
    return (
      <ButtonLink href={signInHref} size="small">
        {t('signIn')}
      </ButtonLink>
    );
  }
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-1 text-16 whitespace-nowrap lg:flex-nowrap">
      <span className="sr-only">{t('signedInAs', { name: person.name })}</span>
      <ButtonLink href={person.homeHref} size="small">
        {person.homeLabel}
      </ButtonLink>
      <TextLink href={signOutHref} quiet className="inline-flex min-h-11 items-center">
        {t('signOut')}
      </TextLink>
    </div>
  );
}
