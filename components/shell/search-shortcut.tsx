'use client';
import { useRouter } from 'next/navigation';
import { useEffect } from 'react';

/** The key `/` opens the search from anywhere, except while somebody is typing. */
export function SearchShortcut({ href }: { href: string }) {
  const router = useRouter();
  useEffect(() => {
    function press(event: KeyboardEvent) {
      if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target))
        return;
      event.preventDefault();
      const field = document.querySelector<HTMLInputElement>('input[type="search"]');
      if (field) field.focus();
      else router.push(href);
    }
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, [href, router]);
  return null;
}

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement && target.closest('input, textarea, select, [contenteditable]') !== null
  );
}
