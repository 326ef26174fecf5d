'use client';
import { useActionState } from 'react';
import { SubmitButton } from '@/components/ui/submit-button';
import { idle } from '@/lib/kernel/form-state';
import { openReportAction } from '@/lib/reporting/actions';
import type { OwnReport } from '@/lib/reporting/schema';

interface OpenReportProps {
  report: Pick<OwnReport, 'facilityId' | 'period' | 'formId'>;
  label: string;
  small?: boolean;
}

/** Begins the form of a period. */
export function OpenReport({ report, label, small = false }: OpenReportProps) {
  const [state, send] = useActionState(openReportAction, idle);
  return (
    <form action={send}>
      <input type="hidden" name="facilityId" value={report.facilityId} />
      <input type="hidden" name="periodId" value={report.period.id} />
      <input type="hidden" name="formId" value={report.formId} />
      {state.status === 'invalid' && (
        <p role="alert" className="mb-2 font-semibold text-danger">
          {state.summary.map(({ message }) => message).join(' ')}
        </p>
      )}
      <SubmitButton variant={small ? 'secondary' : 'primary'} size={small ? 'small' : 'normal'}>
        {label}
      </SubmitButton>
    </form>
  );
}
