import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { TextLink } from './text-link';

export interface SummaryRow {
  key: string;
  label: string;
  value: ReactNode;
  /** Where the answer came from, or what is odd about it. */
  note?: ReactNode;
  changeHref?: string | undefined;
}

/** Check answers: every answer with the way back to its question. */
export function SummaryList({ rows }: { rows: readonly SummaryRow[] }) {
  const t = useTranslations('ui');
  return (
    <dl className="border-t border-line">
      {rows.map((row) => (
        <div
          key={row.key}
          className="keep grid gap-x-6 gap-y-1 border-b border-line py-(--cell) sm:grid-cols-[minmax(10rem,1fr)_2fr_auto]"
        >
          <dt className="text-muted">{row.label}</dt>
          <dd className="min-w-0 font-medium">
            {row.value === '' || row.value === null || row.value === undefined ? (
              <span className="font-normal text-muted">{t('notFilled')}</span>
            ) : (
              row.value
            )}
            {row.note !== undefined && <div className="text-small font-normal text-muted">{row.note}</div>}
          </dd>
          {row.changeHref !== undefined && (
            <dd className="no-print">
              <TextLink href={row.changeHref}>
                {t('change')}
                <span className="sr-only"> {row.label}</span>
              </TextLink>
            </dd>
          )}
        </div>
      ))}
    </dl>
  );
}

/** Terms and their meanings; several short facts side by side under a title. */
export function FactLine({ facts }: { facts: readonly { label: string; value: ReactNode }[] }) {
  return (
    <dl className="flex flex-wrap gap-x-6 gap-y-1 text-small">
      {facts.map((fact) => (
        <div key={fact.label}>
          <dt className="mr-1.5 inline text-muted">{fact.label}</dt>
          <dd className="inline font-semibold">{fact.value}</dd>
        </div>
      ))}
    </dl>
  );
}
