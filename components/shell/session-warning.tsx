'use client';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Button, ButtonLink } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';

interface SessionWarningProps {
  /** Minutes until the lock; null while nobody needs the warning. */
  left: number | null;
  stay: () => void;
  signOutHref: string;
}

/** Asked before the session locks: stay, or leave. */
export default function SessionWarning({ left, stay, signOutHref }: SessionWarningProps): ReactNode {
  const t = useTranslations('shell.session');
  return (
    <Dialog
      title={t('title')}
      open={left !== null}
      onClose={stay}
      actions={
        <>
          <Button type="button" onClick={stay}>
            {t('stay')}
          </Button>
          <ButtonLink href={signOutHref} variant="secondary">
            {t('leave')}
          </ButtonLink>
        </>
      }
    >
      <p>{t('body', { minutes: left ?? 1 })}</p>
    </Dialog>
  );
}
