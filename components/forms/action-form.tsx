'use client';
import { type ReactNode, useActionState } from 'react';
import { ButtonRow } from '@/components/ui/button';
import { ErrorSummary } from '@/components/ui/error-summary';
import { SubmitButton } from '@/components/ui/submit-button';
import { type FormState, idle } from '@/lib/kernel/form-state';
import type { ByName, FormSection } from './form-fields';
import { SchemaForm } from './schema-form';

export type FormAction = (state: FormState, form: FormData) => Promise<FormState>;

interface ActionFormProps {
  action: FormAction;
  sections: readonly FormSection[];
  values?: ByName;
  submitLabel: string;
  /** Sent along unseen: the code of the record, its version. */
  hidden?: ByName;
  titlesHidden?: boolean;
  /** Stands between the fields and the button: a file, a declaration, the autosave line. */
  children?: ReactNode;
  /** Other ways on, beside the button. */
  aside?: ReactNode;
}

/** A form of fields as data: sends, comes back with errors and the typed values; the same without JavaScript. */
export function ActionForm({
  action,
  sections,
  values,
  submitLabel,
  hidden = {},
  titlesHidden = false,
  children,
  aside,
}: ActionFormProps) {
  const [state, send] = useActionState(action, idle);
  const refused = state.status === 'invalid' ? state : null;
  return (
    <form action={send} noValidate>
      <DefaultSubmit />
      <ErrorSummary errors={refused?.summary ?? none} />
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <SchemaForm
        sections={sections}
        values={refused?.values ?? values}
        errors={refused?.fields}
        titlesHidden={titlesHidden}
      />
      {children}
      <ButtonRow>
        <SubmitButton name="intent" value="continue">
          {submitLabel}
        </SubmitButton>
        {aside}
      </ButtonRow>
    </form>
  );
}

const none = [] as const;

/** Enter presses the first submit button of a form; without this one it would add or remove a row. */
export function DefaultSubmit() {
  return (
    <button type="submit" name="intent" value="continue" tabIndex={-1} aria-hidden className="sr-only" />
  );
}
