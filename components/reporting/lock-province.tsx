'use client';
import { useTranslations } from 'next-intl';
import { useActionState } from 'react';
import { SubmitButton } from '@/components/ui/submit-button';
import { idle } from '@/lib/kernel/form-state';
import { lockReportsAction } from '@/lib/reporting/actions';

interface LockProvinceProps {
  place: string;
  name: string;
  periodId: string;
  formId: string;
}

/** Locks what a province's department has verified, and says how many were locked and which not and why. */
export function LockProvince({ place, name, periodId, formId }: LockProvinceProps) {
  const t = useTranslations('reporting.lockAll');
  const [state, send] = useActionState(lockReportsAction, idle);
  return (
    <form action={send} className="no-print">
      <input type="hidden" name="periodId" value={periodId} />
      <input type="hidden" name="formId" value={formId} />
      <input type="hidden" name="unitCode" value={`SYT-${place.slice('p34-'.length)}`} />
      <SubmitButton variant="secondary" size="small">
        {t('lock')}
        <span className="sr-only"> {name}</span>
      </SubmitButton>
      <div role="status" className="mt-1 max-w-56 text-14">
        {state.status === 'ok' && state.message}
        {state.status === 'invalid' && state.summary.map(({ message }) => message).join(' ')}
      </div>
    </form>
  );
}
