'use client';
import { useTranslations } from 'next-intl';
import { useActionState } from 'react';
import { Details } from '@/components/ui/details';
import { ErrorSummary } from '@/components/ui/error-summary';
import { Textarea } from '@/components/ui/inputs';
import { EmptyState, InsetText } from '@/components/ui/notice';
import { SubmitButton } from '@/components/ui/submit-button';
import { idle } from '@/lib/kernel/form-state';
import { moveReportAction } from '@/lib/reporting/actions';
import type { ReportMoveName } from '@/lib/reporting/workflow';
import { type ReviewRow, ReviewRows } from './review-rows';

interface ReviewFormProps {
  reportId: string;
  version: number;
  /** Lawful moves of this person; moves held back, and moves somebody else must make. */
  moves: readonly ReportMoveName[];
  unready: readonly ReportMoveName[];
  barred: readonly ReportMoveName[];
  rows: readonly ReviewRow[];
  columns: { before: string; now: string };
  /** What "changed" is measured against. */
  since: string;
}

const judging = ['verify', 'lock', 'return', 'reopen'] as const;

/** What changed and what the rules say first, everything else below, the decision at the end. */
export function ReviewForm({ rows, columns, reportId, since, ...form }: ReviewFormProps) {
  const t = useTranslations('reporting.review');
  const [state, send] = useActionState(moveReportAction, idle);
  const refused = state.status === 'invalid' ? state : null;
  const returns = form.moves.includes('return');
  const remarks = returns ? { typed: refused?.values ?? {}, errors: refused?.fields ?? {} } : null;
  const first = rows.filter(({ was, notes }) => was !== null || notes.length > 0);
  const rest = rows.filter((row) => !first.includes(row));
  return (
    <form action={send} noValidate>
      <input type="hidden" name="reportId" value={reportId} />
      <input type="hidden" name="version" value={form.version} />
      <ErrorSummary errors={refused?.summary ?? none} />
      <section aria-labelledby="review-first">
        <h2 id="review-first">{t('first', { count: first.length })}</h2>
        <p className="mb-2 text-small text-muted">{since}</p>
        {first.length === 0 ? (
          <EmptyState title={t('nothingFirst')} />
        ) : (
          <ReviewRows caption={t('firstCaption')} rows={first} {...{ columns, reportId, remarks }} />
        )}
      </section>
      <Details
        summary={t('rest', { count: rest.length })}
        className="mt-6"
        open={hasRemark(refused?.values, rest)}
      >
        <ReviewRows caption={t('restCaption')} rows={rest} {...{ columns, reportId, remarks }} />
      </Details>
      <Decision {...form} error={refused?.fields.reason} typed={refused?.values.reason} />
    </form>
  );
}

const none = [] as const;

const hasRemark = (values: Readonly<Record<string, string>> | undefined, rows: readonly ReviewRow[]) =>
  rows.some(({ element }) => Boolean(values?.[`remark.${element}`]));

interface DecisionProps extends Pick<ReviewFormProps, 'moves' | 'unready' | 'barred'> {
  error: string | undefined;
  typed: string | undefined;
}

function Decision({ moves, unready, barred, error, typed }: DecisionProps) {
  const t = useTranslations('reporting.review');
  const offered = judging.filter((move) => moves.includes(move));
  const reasoned = offered.filter((move) => move === 'return' || move === 'reopen');
  const plain = offered.filter((move) => move === 'verify' || move === 'lock');
  return (
    <section
      aria-labelledby="review-decision"
      className="no-print mt-8 max-w-prose border-t-2 border-ink pt-3"
    >
      <h2 id="review-decision">{t('decision')}</h2>
      {unready.includes('verify') && <InsetText tone="warn">{t('notReady')}</InsetText>}
      {judging.some((move) => barred.includes(move)) && <InsetText>{t('barred')}</InsetText>}
      {offered.length === 0 && barred.length === 0 && <p>{t('noMove')}</p>}
      {plain.map((move) => (
        <div key={move} className="mt-4">
          <p className="mb-2 text-small text-muted">{t(`effect.${move}`)}</p>
          <SubmitButton name="intent" value={move}>
            {t(`move.${move}`)}
          </SubmitButton>
        </div>
      ))}
      {reasoned.map((move) => (
        <div key={move} className="mt-8">
          <Textarea
            name="reason"
            label={t(`reason.${move}`)}
            hint={t(`reasonHint.${move}`)}
            error={error}
            defaultValue={typed ?? ''}
            maxLength={2000}
          />
          <SubmitButton name="intent" value={move} variant="secondary" className="mt-3">
            {t(`move.${move}`)}
          </SubmitButton>
        </div>
      ))}
    </section>
  );
}
