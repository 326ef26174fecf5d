'use client';
import { useTranslations } from 'next-intl';
import { type ReactNode, useEffect, useId, useRef } from 'react';
import { Button } from './button';
import { X } from './icons';

interface DialogProps {
  title: string;
  open: boolean;
  onClose: () => void;
  children: ReactNode;
  /** The moves offered below the text. */
  actions?: ReactNode;
}

/** The browser's own modal: it traps focus, closes by Esc and gives focus back. */
export function Dialog({ title, open, onClose, children, actions }: DialogProps) {
  const t = useTranslations('ui');
  const titleId = useId();
  const box = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    if (open && !box.current?.open) box.current?.showModal();
    if (!open && box.current?.open) box.current.close();
  }, [open]);
  return (
    <dialog
      ref={box}
      aria-labelledby={titleId}
      onClose={onClose}
      className="m-auto w-[min(36rem,calc(100vw-2rem))] rounded bg-surface p-6 text-ink shadow-float"
    >
      <div className="flex items-start justify-between gap-4">
        <h2 id={titleId} className="text-21 font-semibold">
          {title}
        </h2>
        <Button
          type="button"
          variant="quiet"
          size="small"
          onClick={onClose}
          aria-label={t('close')}
          className="-mt-1 -mr-2"
        >
          <X aria-hidden strokeWidth={1.5} className="size-5" />
        </Button>
      </div>
      <div className="mt-3">{children}</div>
      {actions !== undefined && <div className="mt-6 flex flex-wrap gap-3">{actions}</div>}
    </dialog>
  );
}
