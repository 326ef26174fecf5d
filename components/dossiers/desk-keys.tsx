'use client';
import { useEffect } from 'react';
import { shortcutsOn, typing } from './shortcuts';

/** A single key presses the control that shows it. */
export function DeskKeys() {
  useEffect(() => {
    function press(event: KeyboardEvent) {
      if (typing(event) || !shortcutsOn() || !/^[a-z0-9]$/i.test(event.key)) return;
      const place = document.querySelector(`[data-key="${event.key.toLowerCase()}"]`);
      const control = place?.querySelector<HTMLElement>('a[href], button:not(:disabled)');
      if (!control) return;
      event.preventDefault();
      control.click();
    }
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, []);
  return null;
}
