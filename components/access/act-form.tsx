'use client';
import { type ReactNode, useActionState } from 'react';
import type { FormAction } from '@/components/forms/action-form';
import type { ByName } from '@/components/forms/form-fields';
import type { ButtonVariant } from '@/components/ui/button-look';
import { ErrorSummary } from '@/components/ui/error-summary';
import { SubmitButton } from '@/components/ui/submit-button';
import { idle } from '@/lib/kernel/form-state';

interface ActFormProps {
  action: FormAction;
  hidden: ByName;
  /** Names the act in full where the button's own words repeat down a table. */
  label?: string;
  variant?: ButtonVariant;
  children: ReactNode;
}

/** One button that does one thing, in a row or beside a fact. */
export function ActForm({ action, hidden, label, variant = 'secondary', children }: ActFormProps) {
  const [state, send] = useActionState(action, idle);
  return (
    <form action={send}>
      {state.status === 'invalid' && <ErrorSummary errors={state.summary} />}
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <SubmitButton variant={variant} size="small" {...(label === undefined ? {} : { 'aria-label': label })}>
        {children}
      </SubmitButton>
    </form>
  );
}
