'use client';
import { useRouter } from 'next/navigation';
import { type AnchorHTMLAttributes, type MouseEvent, startTransition } from 'react';

type RouteLinkProps = AnchorHTMLAttributes<HTMLAnchorElement> & { href: string };

/** A link within the portal: the next page without loading the frame again. Nothing is fetched before it is pressed. */
export function RouteLink({ href, ...rest }: RouteLinkProps) {
  const router = useRouter();
  function go(event: MouseEvent<HTMLAnchorElement>) {
    if (event.defaultPrevented || opensElsewhere(event)) return;
    event.preventDefault();
    startTransition(() => router.push(href));
  }
  return <a {...rest} href={href} onClick={go} />;
}

/** A new tab, a new window or a file to keep is the browser's own doing. */
function opensElsewhere({ button, metaKey, ctrlKey, shiftKey, altKey }: MouseEvent): boolean {
  return button !== 0 || metaKey || ctrlKey || shiftKey || altKey;
}
