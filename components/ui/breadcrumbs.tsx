import { useTranslations } from 'next-intl';
import { ChevronLeft } from './icons';
import { TextLink } from './text-link';

export interface Crumb {
  href?: string;
  label: string;
}

export function Breadcrumbs({ crumbs }: { crumbs: readonly Crumb[] }) {
  const t = useTranslations('ui');
  return (
    <nav aria-label={t('breadcrumbs')} className="text-small">
      <ol className="flex flex-wrap gap-x-2">
        {crumbs.map((crumb, index) => (
          <li key={crumb.label} className="flex gap-x-2">
            {index > 0 && (
              <span aria-hidden className="text-muted">
                ›
              </span>
            )}
            {crumb.href === undefined ? (
              <span className="text-muted">{crumb.label}</span>
            ) : (
              <TextLink href={crumb.href}>{crumb.label}</TextLink>
            )}
          </li>
        ))}
      </ol>
    </nav>
  );
}

export function BackLink({ href, children }: { href: string; children: string }) {
  return (
    <TextLink href={href} className="no-print -ml-1 inline-flex min-h-11 items-center text-small">
      <ChevronLeft aria-hidden strokeWidth={1.5} className="size-5" />
      {children}
    </TextLink>
  );
}
