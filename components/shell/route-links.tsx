'use client';
import { useRouter } from 'next/navigation';
import { startTransition, useEffect } from 'react';

/**
 * Links within the portal bring the next page without loading the frame again. One listener serves them all, so that a
 * link is a plain one to the server; nothing is fetched before it is pressed.
 */
export function RouteLinks() {
  const router = useRouter();
  useEffect(() => {
    function go(event: MouseEvent) {
      if (event.defaultPrevented || opensElsewhere(event) || !(event.target instanceof Element)) return;
      const href = event.target.closest('a[data-route]')?.getAttribute('href');
      if (href === null || href === undefined) return;
      event.preventDefault();
      startTransition(() => router.push(href));
    }
    document.addEventListener('click', go);
    return () => document.removeEventListener('click', go);
  }, [router]);
  return null;
}

/** A new tab, a new window or a file to keep is the browser's own doing. */
function opensElsewhere({ button, metaKey, ctrlKey, shiftKey, altKey }: MouseEvent): boolean {
  return button !== 0 || metaKey || ctrlKey || shiftKey || altKey;
}
