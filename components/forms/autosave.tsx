'use client';
import { useLocale, useTranslations } from 'next-intl';
import { useEffect, useRef, useState } from 'react';
import { Check, CloudOff } from '@/components/ui/icons';
import { formatTime } from '@/lib/i18n/format';

interface AutosaveProps {
  /** Stores the answers as they are, complete or not, and tells when. */
  save: (form: FormData) => Promise<{ savedAt: string } | { signedOut: true }>;
  /** When the draft was last stored before this page was opened. */
  savedAt?: string | undefined;
}

type State =
  | { kind: 'unsaved' | 'saving' | 'retrying' | 'signedOut' }
  | { kind: 'saved'; at: string }
  | { kind: 'quiet' };

const pause = 1500;
const longestPause = 60_000;

/** Stands inside a form; watches its inputs and stores them shortly after the last keystroke. */
export function Autosave({ save, savedAt }: AutosaveProps) {
  const mark = useRef<HTMLDivElement>(null);
  const [state, setState] = useState<State>(
    savedAt === undefined ? { kind: 'quiet' } : { kind: 'saved', at: savedAt },
  );

  useEffect(() => {
    const form = mark.current?.closest('form');
    if (!form) return;
    return watch(form, save, setState);
  }, [save]);

  const open = state.kind !== 'saved' && state.kind !== 'quiet';
  useEffect(() => {
    if (!open) return;
    const keep = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', keep);
    return () => window.removeEventListener('beforeunload', keep);
  }, [open]);

  return (
    <div ref={mark} aria-live="polite" className="flex min-h-6 items-center gap-2 text-small text-muted">
      <AutosaveWords state={state} />
    </div>
  );
}

function AutosaveWords({ state }: { state: State }) {
  const t = useTranslations('ui.autosave');
  const locale = useLocale();
  if (state.kind === 'quiet') return null;
  if (state.kind === 'saved') {
    return (
      <>
        <Check aria-hidden strokeWidth={2} className="size-5 text-primary" />
        {t('saved', { time: formatTime(new Date(state.at), locale) })}
      </>
    );
  }
  if (state.kind === 'signedOut') {
    return (
      <span className="font-semibold text-warn">
        {t('signedOut')}{' '}
        <a href="/sign-in" target="_blank" rel="noreferrer" className="link">
          {t('signIn')}
        </a>
      </span>
    );
  }
  if (state.kind === 'retrying') {
    return (
      <span className="flex items-center gap-2 font-semibold text-warn">
        <CloudOff aria-hidden strokeWidth={1.5} className="size-5" />
        {t('retrying')}
      </span>
    );
  }
  return <>{t(state.kind)}</>;
}

/** One save at a time; a change during a save is saved after it; failures wait twice as long each time. */
function watch(form: HTMLFormElement, save: AutosaveProps['save'], tell: (state: State) => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let wait = pause;
  let busy = false;
  let changed = false;

  async function store() {
    busy = true;
    changed = false;
    tell({ kind: 'saving' });
    try {
      const answer = await save(new FormData(form));
      if ('signedOut' in answer) {
        changed = true;
        tell({ kind: 'signedOut' });
      } else {
        wait = pause;
        tell(changed ? { kind: 'unsaved' } : { kind: 'saved', at: answer.savedAt });
      }
    } catch {
      changed = true;
      wait = Math.min(wait * 2, longestPause);
      tell({ kind: 'retrying' });
    }
    busy = false;
    if (changed) schedule();
  }
  function schedule() {
    clearTimeout(timer);
    timer = setTimeout(store, wait);
  }
  function change() {
    changed = true;
    if (busy) return;
    tell({ kind: 'unsaved' });
    schedule();
  }
  function leave() {
    clearTimeout(timer);
    tell({ kind: 'quiet' });
  }
  form.addEventListener('input', change);
  form.addEventListener('submit', leave);
  return () => {
    clearTimeout(timer);
    form.removeEventListener('input', change);
    form.removeEventListener('submit', leave);
  };
}
