import type { Route } from 'next';
import NextLink from 'next/link';
import type { ReactNode } from 'react';
import { cx } from './cx';

/** Addresses in our data are text; every internal link passes here, so the end-to-end crawl meets a wrong one. */
export function asRoute(href: string): Route {
  return href as Route;
}

interface TextLinkProps {
  href: string;
  children: ReactNode;
  quiet?: boolean | undefined;
  className?: string | undefined;
  current?: boolean | undefined;
  id?: string | undefined;
}

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
    <NextLink
      href={asRoute(href)}
      id={id}
      className={style}
      prefetch={false}
      {...(current ? { 'aria-current': 'page' as const } : {})}
    >
      {children}
    </NextLink>
  );
}

/** Files, other sites and places on the same page are no page change for the router. */
function isPlain(href: string): boolean {
  return !href.startsWith('/') || href.startsWith('/api/') || href.startsWith('/.well-known/');
}
