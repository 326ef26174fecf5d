'use client';
import { lazy, Suspense, useEffect, useRef, useState } from 'react';

interface SessionTimerProps {
  /** After this long without a request the server locks the session. */
  idleMinutes: number;
  warnMinutes?: number;
  /** Any request of the signed-in person; it moves the server's own clock. */
  keepAlive: () => Promise<void>;
  signOutHref?: string;
}

const minute = 60_000;

/** Fetched when it is first needed; should that fail, what somebody has typed is worth more than the warning. */
const SessionWarning = lazy(() => import('./session-warning').catch(() => ({ default: () => null })));

/** Typing and reading count as work, so they are told to the server; the warning comes only after real silence. */
export function SessionTimer({
  idleMinutes,
  warnMinutes = 2,
  keepAlive,
  signOutHref = '/sign-out',
}: SessionTimerProps) {
  const told = useRef(0);
  /** Undefined until the first warning. */
  const [left, setLeft] = useState<number | null>();

  useEffect(() => {
    told.current = Date.now();
    function work() {
      if (Date.now() - told.current < minute) return;
      told.current = Date.now();
      keepAlive().catch(() => undefined);
    }
    function look() {
      const rest = idleMinutes - (Date.now() - told.current) / minute;
      const soon = rest <= warnMinutes;
      setLeft((before) => (soon ? Math.max(1, Math.ceil(rest)) : before === undefined ? before : null));
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

  if (left === undefined) return null;
  return (
    <Suspense fallback={null}>
      <SessionWarning left={left} stay={stay} signOutHref={signOutHref} />
    </Suspense>
  );
}
