'use client';
import { useTranslations } from 'next-intl';
import type { ComponentProps } from 'react';
import { useFormStatus } from 'react-dom';
import { Button } from './button';
import { LoaderCircle } from './icons';

/** Says that the form is on its way and refuses the second click; without JavaScript it is a plain button. */
export function SubmitButton({ children, ...rest }: ComponentProps<typeof Button>) {
  const t = useTranslations('ui');
  const { pending } = useFormStatus();
  return (
    <Button
      {...rest}
      aria-disabled={pending}
      onClick={pending ? (event) => event.preventDefault() : rest.onClick}
    >
      {pending && <LoaderCircle aria-hidden strokeWidth={1.5} className="size-5 motion-safe:animate-spin" />}
      {pending ? t('sending') : children}
    </Button>
  );
}
