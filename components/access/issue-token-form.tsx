'use client';
import { useActionState } from 'react';
import type { FormSection } from '@/components/forms/form-fields';
import { SchemaForm } from '@/components/forms/schema-form';
import { ButtonLink, ButtonRow } from '@/components/ui/button';
import { ErrorSummary } from '@/components/ui/error-summary';
import { Notice, Warning } from '@/components/ui/notice';
import { SubmitButton } from '@/components/ui/submit-button';
import { issueTokenAction } from '@/lib/access/actions';
import { idle } from '@/lib/kernel/form-state';

interface IssueTokenFormProps {
  sections: readonly FormSection[];
  words: { submit: string; made: string; once: string; yours: string; back: string };
  /** Where the tokens are listed. */
  back: string;
}

/** The answer to the request is the only page that ever carries the token, with a script or without. */
export function IssueTokenForm({ sections, words, back }: IssueTokenFormProps) {
  const [state, send] = useActionState(issueTokenAction, idle);
  if (state.status === 'ok' && state.message !== undefined) {
    return (
      <div className="flex max-w-form flex-col gap-5" role="status">
        <Notice title={words.made}>
          <p className="text-small text-muted">{words.yours}</p>
          <p className="mt-1 rounded border border-line bg-surface px-3 py-2">
            <code className="font-mono text-16 break-all select-all">{state.message}</code>
          </p>
        </Notice>
        <Warning>{words.once}</Warning>
        <ButtonRow>
          <ButtonLink href={back} variant="secondary">
            {words.back}
          </ButtonLink>
        </ButtonRow>
      </div>
    );
  }
  const refused = state.status === 'invalid' ? state : null;
  return (
    <form action={send} noValidate>
      <ErrorSummary errors={refused?.summary ?? none} />
      <SchemaForm sections={sections} values={refused?.values} errors={refused?.fields} titlesHidden />
      <ButtonRow>
        <SubmitButton>{words.submit}</SubmitButton>
        <ButtonLink href={back} variant="quiet">
          {words.back}
        </ButtonLink>
      </ButtonRow>
    </form>
  );
}

const none = [] as const;
