'use client';
import { useTranslations } from 'next-intl';
import { useActionState } from 'react';
import { SubmitButton } from '@/components/ui/submit-button';
import { markComponentAction } from '@/lib/dossiers/review/actions';
import { idle } from '@/lib/kernel/form-state';

interface MarkFormProps {
  code: string;
  component: string;
  title: string;
  note: string;
}

const verdicts = ['good', 'wrong', 'missing'] as const;

/** The judgement of one component; what is wrong needs its note, so that the applicant can be told. */
export function MarkForm({ code, component, title, note }: MarkFormProps) {
  const t = useTranslations('officer');
  const [state, send] = useActionState(markComponentAction, idle);
  const refused = state.status === 'invalid' ? state : null;
  const id = `note-${component}`;
  return (
    <form action={send} aria-label={`${t('components.judge')}: ${title}`}>
      <input type="hidden" name="code" value={code} />
      <input type="hidden" name="component" value={component} />
      <label htmlFor={id} className="block text-muted">
        {t('move.walkNote')}
      </label>
      <input
        id={id}
        name="note"
        defaultValue={refused?.values.note ?? note}
        maxLength={1000}
        className="control mt-1 text-14"
      />
      <Refusals messages={refused?.summary.map(({ message }) => message) ?? []} />
      <div className="mt-2 flex flex-wrap gap-2">
        {verdicts.map((verdict) => (
          <SubmitButton
            key={verdict}
            name="verdict"
            value={verdict}
            size="small"
            variant={verdict === 'good' ? 'primary' : 'secondary'}
          >
            {t(`components.${verdict}`)}
          </SubmitButton>
        ))}
      </div>
    </form>
  );
}

/** What the server said, read out when it arrives. */
export function Refusals({ messages }: { messages: readonly string[] }) {
  return (
    <div role="alert">
      {messages.map((message) => (
        <p key={message} className="mt-2 font-semibold text-danger">
          {message}
        </p>
      ))}
    </div>
  );
}
