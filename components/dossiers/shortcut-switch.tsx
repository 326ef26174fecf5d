'use client';
import { useTranslations } from 'next-intl';
import { useSyncExternalStore } from 'react';
import { Button } from '@/components/ui/button';
import { shortcutsOn, switchShortcuts, watchShortcuts } from './shortcuts';

/** Shows whether single keys act, and switches them. */
export function ShortcutSwitch() {
  const t = useTranslations('staff.shortcuts');
  const on = useSyncExternalStore(watchShortcuts, shortcutsOn, () => true);
  return (
    <Button
      type="button"
      variant="quiet"
      size="small"
      aria-pressed={on}
      onClick={() => switchShortcuts(!on)}
      className="no-print"
    >
      {on ? t('on') : t('off')}
    </Button>
  );
}
