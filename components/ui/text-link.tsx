import type { ReactNode } from 'react';
import { cx } from './cx';
import { RouteLink } from './route-link';

interface TextLinkProps {
  href: string;
  children: ReactNode;
  quiet?: boolean | undefined;
  className?: string | undefined;
  current?: boolean | undefined;
  id?: string | undefined;
}

/** Every internal link passes here, so the end-to-end crawl meets a wrong address. */
export function TextLink({ href, children, quiet = false, className, current = false, id }: TextLinkProps) {
  const style = cx(quiet ? 'link-quiet' : 'link', className);
  if (isPlain(href)) {
    return (
      <a href={href} id={id} className={style}>
        {children}
      </a>
    );
  }
  return (
    <RouteLink
      href={href}
      id={id}
      className={style}
      {...(current ? { 'aria-current': 'page' as const } : {})}
    >
      {children}
    </RouteLink>
  );
}

/** Files, other sites and places on the same page are no page change for the router. */
function isPlain(href: string): boolean {
  return !href.startsWith('/') || href.startsWith('/api/') || href.startsWith('/.well-known/');
}
