'use client';
import { useTranslations } from 'next-intl';
import { useActionState } from 'react';
import { Button } from '@/components/ui/button';
import { ErrorSummary } from '@/components/ui/error-summary';
import { Notice } from '@/components/ui/notice';
import { Progress } from '@/components/ui/progress';
import { SubmitButton } from '@/components/ui/submit-button';
import { idle } from '@/lib/kernel/form-state';
import { applyImportAction } from '@/lib/reporting/exchange/actions';
import { watchedFrom } from '@/lib/reporting/exchange/schema';
import { useWatchedImport } from './use-watched-import';

interface ImportApplyProps {
  file: string;
  period?: string | undefined;
  count: number;
  refused: number;
}

/** Writes what the dry run has shown; of a large file one sees how far it is, where scripts run. */
export function ImportApply({ file, period, count, refused }: ImportApplyProps) {
  const t = useTranslations('reporting.exchange.preview');
  const [state, send] = useActionState(applyImportAction, idle);
  const { standing, write, stop } = useWatchedImport({ file, period });
  if (standing.kind === 'writing')
    return (
      <div role="status" className="flex max-w-form flex-col items-start gap-4">
        <p>{t('writing')}</p>
        <div className="w-full">
          <Progress done={standing.cells} total={count} />
        </div>
        <Button type="button" variant="secondary" onClick={stop}>
          {t('stop')}
        </Button>
      </div>
    );
  return (
    <form action={send} onSubmit={count < watchedFrom ? undefined : write}>
      <ErrorSummary errors={state.status === 'invalid' ? state.summary : none} />
      {standing.kind === 'cut_off' && (
        <div role="alert" className="mb-4">
          <Notice title={t('cutOff')}>{t('cutOffHint')}</Notice>
        </div>
      )}
      <input type="hidden" name="file" value={file} />
      <input type="hidden" name="period" value={period ?? ''} />
      <SubmitButton>{t('apply', { count })}</SubmitButton>
      {refused > 0 && <p className="mt-2 text-small text-muted">{t('applyPart', { count: refused })}</p>}
    </form>
  );
}

const none = [] as const;
