'use client';
import { useTranslations } from 'next-intl';
import { useEffect, useRef, useState } from 'react';
import { Button, ButtonLink } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';

interface SessionTimerProps {
  /** After this long without a request the server locks the session. */
  idleMinutes: number;
  warnMinutes?: number;
  /** Any request of the signed-in person; it moves the server's own clock. */
  keepAlive: () => Promise<void>;
  signOutHref?: string;
}

const minute = 60_000;

/** Typing and reading count as work, so they are told to the server; the warning comes only after real silence. */
export function SessionTimer({
  idleMinutes,
  warnMinutes = 2,
  keepAlive,
  signOutHref = '/sign-out',
}: SessionTimerProps) {
  const t = useTranslations('shell.session');
  const told = useRef(0);
  const [left, setLeft] = useState<number | null>(null);

  useEffect(() => {
    told.current = Date.now();
    function work() {
      if (Date.now() - told.current < minute) return;
      told.current = Date.now();
      keepAlive().catch(() => undefined);
    }
    function look() {
      const rest = idleMinutes - (Date.now() - told.current) / minute;
      setLeft(rest <= warnMinutes ? Math.max(1, Math.ceil(rest)) : null);
    }
    document.addEventListener('keydown', work);
    document.addEventListener('pointerdown', work);
    const timer = setInterval(look, minute / 4);
    return () => {
      document.removeEventListener('keydown', work);
      document.removeEventListener('pointerdown', work);
      clearInterval(timer);
    };
  }, [idleMinutes, warnMinutes, keepAlive]);

  async function stay() {
    await keepAlive();
    told.current = Date.now();
    setLeft(null);
  }

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
      <p>{t('body', { minutes: left ?? warnMinutes })}</p>
    </Dialog>
  );
}
