'use client';
import { useTranslations } from 'next-intl';
import { useActionState } from 'react';
import { ErrorSummary } from '@/components/ui/error-summary';
import { SubmitButton } from '@/components/ui/submit-button';
import { idle } from '@/lib/kernel/form-state';
import { applyImportAction } from '@/lib/reporting/exchange/actions';

interface ImportApplyProps {
  file: string;
  period?: string | undefined;
  count: number;
  refused: number;
}

/** Writes what the dry run has shown. */
export function ImportApply({ file, period, count, refused }: ImportApplyProps) {
  const t = useTranslations('reporting.exchange.preview');
  const [state, send] = useActionState(applyImportAction, idle);
  return (
    <form action={send}>
      <ErrorSummary errors={state.status === 'invalid' ? state.summary : none} />
      <input type="hidden" name="file" value={file} />
      <input type="hidden" name="period" value={period ?? ''} />
      <SubmitButton>{t('apply', { count })}</SubmitButton>
      {refused > 0 && <p className="mt-2 text-small text-muted">{t('applyPart', { count: refused })}</p>}
    </form>
  );
}

const none = [] as const;
