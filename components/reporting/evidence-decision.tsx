'use client';
import { useTranslations } from 'next-intl';
import { type ReactNode, useActionState } from 'react';
import { Details } from '@/components/ui/details';
import { ErrorSummary } from '@/components/ui/error-summary';
import { Textarea } from '@/components/ui/inputs';
import { SubmitButton } from '@/components/ui/submit-button';
import { type FormState, idle } from '@/lib/kernel/form-state';
import { decideEvidenceAction, withdrawEvidenceAction } from '@/lib/reporting/evidence/actions';
import type { EvidenceLine } from '@/lib/reporting/evidence/schema';

interface LineProps {
  line: EvidenceLine;
}

/** The department's judgement; refusing has to be reasoned, so it opens by itself. */
export function EvidenceDecision({ line }: LineProps) {
  const t = useTranslations('reporting.evidence.decide');
  const [state, send] = useActionState(decideEvidenceAction, idle);
  const refused = state.status === 'invalid' ? state : null;
  // A page may hold several of these forms, so the field carries the proof's id.
  const reason = `reason-${line.id}`;
  if (!line.moves.includes('refuse')) return null;
  return (
    <form action={send} className="mt-3 max-w-form" noValidate>
      <ErrorSummary
        errors={refused?.summary.map((one) => (one.field === '' ? one : { ...one, field: reason })) ?? none}
      />
      <Sent line={line} />
      {line.moves.includes('accept') && (
        <SubmitButton name="decision" value="accept" size="small">
          {t('accept')}
          <Of line={line} />
        </SubmitButton>
      )}
      <Details summary={t('refuseOpen')} open={refused !== null} className="mt-2">
        <Textarea
          name={reason}
          label={t('reason')}
          hint={t('reasonHint')}
          error={refused?.fields.reason}
          defaultValue={refused?.values[reason]}
          rows={3}
        />
        <SubmitButton name="decision" value="refuse" variant="danger" size="small" className="mt-3">
          {t('refuse')}
          <Of line={line} />
        </SubmitButton>
      </Details>
    </form>
  );
}

export function EvidenceWithdrawal({ line }: LineProps) {
  const t = useTranslations('reporting.evidence.decide');
  const [state, send] = useActionState<FormState, FormData>(withdrawEvidenceAction, idle);
  if (!line.moves.includes('withdraw')) return null;
  return (
    <Details summary={t('withdrawOpen')} open={state.status === 'invalid'} className="mt-1 text-small">
      <form action={send}>
        <ErrorSummary errors={state.status === 'invalid' ? state.summary : none} />
        <Sent line={line} />
        <p>{t('withdrawHint')}</p>
        <SubmitButton variant="secondary" size="small" className="mt-2">
          {t('withdraw')}
          <Of line={line} />
        </SubmitButton>
      </form>
    </Details>
  );
}

const none = [] as const;

function Sent({ line: { id, version } }: LineProps): ReactNode {
  return Object.entries({ id, version }).map(([name, value]) => (
    <input key={name} type="hidden" name={name} value={value} />
  ));
}

function Of({ line: { numberSymbol } }: { line: EvidenceLine }) {
  return <span className="sr-only"> {numberSymbol}</span>;
}
