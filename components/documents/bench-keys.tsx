'use client';
import { useRouter } from 'next/navigation';
import { useEffect } from 'react';
import { shortcutsOn, typing } from '@/components/dossiers/shortcuts';

interface BenchKeysProps {
  nextHref: string | null;
  previousHref: string | null;
}

/** n and p walk the strip, Ctrl+Enter saves from any field: the hands stay on the keys. */
export function BenchKeys({ nextHref, previousHref }: BenchKeysProps) {
  const router = useRouter();
  useEffect(() => {
    function press(event: KeyboardEvent) {
      if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
        document.querySelector<HTMLFormElement>('form[data-submit-keys]')?.requestSubmit();
        return;
      }
      const href = { n: nextHref, p: previousHref }[event.key];
      if (typing(event) || !shortcutsOn() || !href) return;
      event.preventDefault();
      router.push(href);
    }
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, [router, nextHref, previousHref]);
  return null;
}
