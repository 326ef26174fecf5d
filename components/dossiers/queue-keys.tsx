'use client';
import { useRouter } from 'next/navigation';
import { useEffect } from 'react';
import { shortcutsOn, typing } from './shortcuts';

const steps: Readonly<Record<string, 1 | -1>> = { j: 1, k: -1 };

/** j and k walk the rows, Enter previews (the table's own key), o opens. */
export function QueueKeys() {
  const router = useRouter();
  useEffect(() => {
    function press(event: KeyboardEvent) {
      if (typing(event) || !shortcutsOn()) return;
      const marks = [...document.querySelectorAll<HTMLElement>('.row-mark')];
      const at = document.activeElement instanceof HTMLElement ? marks.indexOf(document.activeElement) : -1;
      const step = steps[event.key];
      if (step !== undefined) {
        event.preventDefault();
        marks[Math.min(Math.max(at + step, 0), marks.length - 1)]?.focus();
      }
      const href =
        event.key === 'o' ? marks[at]?.closest('tr')?.querySelector('a')?.getAttribute('href') : null;
      if (href) router.push(href);
    }
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, [router]);
  return null;
}
