'use client';
import { useActionState } from 'react';
import type { ButtonVariant } from '@/components/ui/button-look';
import { Kbd } from '@/components/ui/kbd';
import { SubmitButton } from '@/components/ui/submit-button';
import { markComponentAction } from '@/lib/dossiers/review/actions';
import { idle } from '@/lib/kernel/form-state';
import { Refusals } from './mark-form';

interface DecisionButtonProps {
  /** Everything the judgement says, known before the press: code, component, verdict, note, place to come back to. */
  values: Readonly<Record<string, string>>;
  label: string;
  shortcut: string;
  variant: ButtonVariant;
}

/** One press, one judgement, one form: it works without a script. */
export function DecisionButton({ values, label, shortcut, variant }: DecisionButtonProps) {
  const [state, send] = useActionState(markComponentAction, idle);
  return (
    <form action={send} data-key={shortcut}>
      {Object.entries(values).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <SubmitButton size="small" variant={variant}>
        {label}
        <Kbd>{shortcut}</Kbd>
      </SubmitButton>
      <Refusals messages={state.status === 'invalid' ? state.summary.map(({ message }) => message) : []} />
    </form>
  );
}
