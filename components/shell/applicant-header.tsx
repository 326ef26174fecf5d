import { useTranslations } from 'next-intl';
import { TextLink } from '@/components/ui/text-link';
import { Brand } from './brand';
import { EmblemStrip } from './emblem';
import { LanguageSwitch } from './language-switch';
import { MobileMenu } from './mobile-menu';
import { type NavItem, NavLinks } from './nav-links';

interface ApplicantHeaderProps {
  personName: string;
  /** Shown under the ministry's name: the procedure at hand. */
  title?: string;
  items: readonly NavItem[];
  signOutHref?: string;
}

const entry = 'inline-flex min-h-11 items-center text-16 text-ink aria-[current=page]:font-semibold';
const wide = `${entry} whitespace-nowrap border-y-3 border-transparent aria-[current=page]:border-b-primary`;

/** For a signed-in applicant: their own things first. */
export function ApplicantHeader({
  personName,
  title,
  items,
  signOutHref = '/sign-out',
}: ApplicantHeaderProps) {
  const t = useTranslations('shell');
  return (
    <header className="no-print relative border-b border-line bg-surface">
      <EmblemStrip />
      <div className="mx-auto flex max-w-wide items-center justify-between gap-4 px-4 py-2 sm:px-6">
        <Brand title={title} href="/" />
        <div className="hidden items-center gap-7 lg:flex">
          <nav aria-label={t('mainNav')}>
            <ul className="flex gap-7">
              <NavLinks items={items} linkClass={wide} />
            </ul>
          </nav>
          <LanguageSwitch className="text-16 text-muted" />
          <Account personName={personName} signOutHref={signOutHref} />
        </div>
        <MobileMenu>
          <nav aria-label={t('mainNav')}>
            <ul>
              <NavLinks items={items} linkClass={`${entry} w-full`} />
            </ul>
          </nav>
          <LanguageSwitch className="text-16 text-muted" />
          <div className="mt-3 border-t border-line pt-3">
            <Account personName={personName} signOutHref={signOutHref} />
          </div>
        </MobileMenu>
      </div>
    </header>
  );
}

function Account({ personName, signOutHref }: { personName: string; signOutHref: string }) {
  const t = useTranslations('shell');
  return (
    <p className="text-small leading-snug">
      <span className="sr-only">{t('signedInAs', { name: '' })}</span>
      <span className="block font-medium">{personName}</span>
      <TextLink href={signOutHref}>{t('signOut')}</TextLink>
    </p>
  );
}
