import type { ReactNode } from 'react';
import { cx } from './cx';

interface TextLinkProps {
  href: string;
  children: ReactNode;
  quiet?: boolean | undefined;
  className?: string | undefined;
  current?: boolean | undefined;
  id?: string | undefined;
}

/** Every internal link passes here, so the end-to-end crawl meets a wrong address; the frame's listener follows it. */
export function TextLink({ href, children, quiet = false, className, current = false, id }: TextLinkProps) {
  return (
    <a
      href={href}
      id={id}
      className={cx(quiet ? 'link-quiet' : 'link', className)}
      aria-current={current ? 'page' : undefined}
      data-route={isPlain(href) ? undefined : ''}
    >
      {children}
    </a>
  );
}

/** Files, other sites and places on the same page are no page change for the router. */
function isPlain(href: string): boolean {
  return !href.startsWith('/') || href.startsWith('/api/') || href.startsWith('/.well-known/');
}
