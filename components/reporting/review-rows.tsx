import { useTranslations } from 'next-intl';
import { Details } from '@/components/ui/details';
import { fieldId } from '@/components/ui/field';
import { StatusTag } from '@/components/ui/status-tag';
import { TextLink } from '@/components/ui/text-link';
import type { Severity } from '@/lib/reporting/define';

/** One cell as the reviewer reads it. */
export interface ReviewRow {
  part: string;
  element: string;
  name: string;
  before: string;
  now: string;
  /** What stood there when the report was last judged; null when it has not changed since. */
  was: string | null;
  notes: readonly { code: string; severity: Severity; explained: boolean; text: string }[];
  reason: string | null;
  /** The first line of its element carries the place for a remark. */
  remarkable: boolean;
}

interface ReviewRowsProps {
  caption: string;
  rows: readonly ReviewRow[];
  columns: { before: string; now: string };
  reportId: string;
  /** Typed remarks by element, and what is wrong with them; null when nothing can be returned. */
  remarks: { typed: Readonly<Record<string, string>>; errors: Readonly<Record<string, string>> } | null;
}

/** Cells side by side with the period before; a remark is written at the cell it is about. */
export function ReviewRows({ caption, rows, columns, reportId, remarks }: ReviewRowsProps) {
  const t = useTranslations('reporting.review');
  return (
    <table className="w-full border-collapse text-left text-small not-print:max-md:block">
      <caption className="sr-only">{caption}</caption>
      <thead className="text-14 text-muted not-print:max-md:sr-only">
        <tr className="border-b-2 border-ink">
          <th scope="col" className="py-1.5 font-medium">
            {t('column.element')}
          </th>
          <th scope="col" className="w-36 px-3 py-1.5 text-right font-medium">
            {columns.before}
          </th>
          <th scope="col" className="w-40 px-3 py-1.5 text-right font-medium">
            {columns.now}
          </th>
          <th scope="col" className="w-[40%] py-1.5 pl-3 font-medium">
            {t('column.notes')}
          </th>
        </tr>
      </thead>
      <tbody className="not-print:max-md:block">
        {rows.map((row) => (
          <tr
            key={row.part}
            className="keep border-b border-line align-top not-print:max-md:block not-print:max-md:py-2"
          >
            <th scope="row" className="py-2 pr-3 font-normal not-print:max-md:block not-print:max-md:py-0">
              {row.name}{' '}
              <TextLink href={`/reporting/${reportId}/cells/${row.part}`} className="text-14">
                {row.part}
                <span className="sr-only">, {t('history')}</span>
              </TextLink>
            </th>
            <td className="tabular px-3 py-2 text-right [overflow-wrap:anywhere] text-muted not-print:max-md:inline-block not-print:max-md:px-0 not-print:max-md:py-0">
              <span className="md:hidden print:hidden">{columns.before}: </span>
              {row.before}
            </td>
            <td className="tabular px-3 py-2 text-right [overflow-wrap:anywhere] not-print:max-md:block not-print:max-md:px-0 not-print:max-md:py-0 not-print:max-md:text-left">
              <span className="md:hidden print:hidden">{columns.now}: </span>
              <strong className="font-semibold">{row.now}</strong>
              {row.was !== null && (
                <span className="block text-14 text-muted">{t('was', { value: row.was })}</span>
              )}
            </td>
            <td className="py-2 pl-3 text-14 not-print:max-md:block not-print:max-md:py-1 not-print:max-md:pl-0">
              <Notes row={row} />
              {remarks !== null && row.remarkable && (
                <RemarkField
                  element={row.element}
                  typed={remarks.typed[`remark.${row.element}`]}
                  error={remarks.errors[`remark.${row.element}`]}
                />
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Notes({ row }: { row: ReviewRow }) {
  const t = useTranslations('reporting.review');
  return (
    <>
      {row.notes.map(({ code, severity, explained, text }) => (
        <p key={code}>
          <StatusTag tone={severity === 'error' ? 'off_track' : explained ? 'neutral' : 'at_risk'}>
            {text}
          </StatusTag>
        </p>
      ))}
      {row.reason !== null && (
        <p>
          <span className="text-muted">{t('explained')}:</span> “{row.reason}”
        </p>
      )}
    </>
  );
}

function RemarkField({
  element,
  typed,
  error,
}: {
  element: string;
  typed?: string | undefined;
  error?: string | undefined;
}) {
  const t = useTranslations('reporting.review');
  const name = `remark.${element}`;
  return (
    <Details
      summary={t('remarkAt', { element })}
      open={Boolean(typed) || error !== undefined}
      className="no-print"
    >
      <label className="sr-only" htmlFor={fieldId(name)}>
        {t('remarkLabel', { element })}
      </label>
      {error !== undefined && (
        <p id={`${fieldId(name)}-error`} className="font-semibold text-danger">
          {error}
        </p>
      )}
      <textarea
        key={typed ?? ''}
        id={fieldId(name)}
        name={name}
        defaultValue={typed}
        rows={2}
        maxLength={1000}
        aria-invalid={error === undefined ? undefined : true}
        aria-describedby={error === undefined ? undefined : `${fieldId(name)}-error`}
        className="control field-sizing-content min-h-16 text-14"
      />
    </Details>
  );
}
