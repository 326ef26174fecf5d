import { useLocale, useTranslations } from 'next-intl';
import { cx } from '@/components/ui/cx';
import { Details } from '@/components/ui/details';
import { answerText } from '@/lib/dossiers/papers/rules';
import { answerKey, type FieldCheck, type Mark } from '@/lib/dossiers/review/rules';
import type { ProcedureDefinition } from '@/lib/procedures/define';
import type { Answers, Field, ListField } from '@/lib/procedures/fields/define';
import { visibleFields } from '@/lib/procedures/rules';

interface AnswersPanelProps {
  definition: ProcedureDefinition;
  answers: Answers;
  checks: readonly FieldCheck[];
  marks: readonly Mark[];
}

/** Every answer with what the papers say of it; only differences are loud. */
export function AnswersPanel({ definition, answers, checks, marks }: AnswersPanelProps) {
  const t = useTranslations('officer.answers');
  return (
    <section aria-labelledby="answers">
      <h2 id="answers" className="mb-2">
        {t('title')}
      </h2>
      <dl className="border-t border-line text-14">
        {visibleFields(definition, answers).map((field) => (
          <AnswerRow
            key={field.code}
            field={field}
            value={answers[field.code]}
            check={checks.find((check) => check.field === field.code)}
            mark={marks.find(({ component }) => component === answerKey(field.code))}
          />
        ))}
      </dl>
    </section>
  );
}

interface AnswerRowProps {
  field: Field;
  value: unknown;
  check: FieldCheck | undefined;
  mark: Mark | undefined;
}

function AnswerRow({ field, value, check, mark }: AnswerRowProps) {
  const t = useTranslations('officer.answers');
  const locale = useLocale();
  const differs = check?.comparison.verdict === 'differs' && mark === undefined;
  return (
    <div
      className={cx(
        'keep grid grid-cols-[minmax(0,2fr)_minmax(0,3fr)_1.25rem] gap-x-3 border-b border-line py-2',
        differs && '-mx-2 bg-warn-wash px-2',
      )}
    >
      <dt className="text-muted">{field.label[locale]}</dt>
      <dd className="min-w-0 font-medium">
        <Value field={field} value={value} />
        <p className="font-normal text-muted">
          {field.kind !== 'list' && field.prefill !== undefined && value !== undefined && (
            <span className="block">{t('prefilled')}</span>
          )}
          {check !== undefined && mark === undefined && (
            <span className="block">
              {t(check.comparison.verdict, { paper: check.paper, page: check.comparison.page })}
            </span>
          )}
          {mark !== undefined && (
            <span className="block">
              {mark.verdict === 'good'
                ? t('decided_good', { note: mark.note ?? t('noted') })
                : t('decided_wrong')}
            </span>
          )}
        </p>
      </dd>
      <dd
        aria-hidden
        className={cx(
          'text-right font-semibold',
          differs || mark?.verdict === 'wrong' ? 'text-warn' : 'text-primary',
        )}
      >
        {signOf(check, mark)}
      </dd>
    </div>
  );
}

/** The words beside it say the same. */
function signOf(check: FieldCheck | undefined, mark: Mark | undefined): string {
  if (mark !== undefined) return mark.verdict === 'good' ? '✓' : '≠';
  if (check === undefined) return '';
  return { equal: '✓', formatting_only: '✓', differs: '≠', unreadable: '?' }[check.comparison.verdict];
}

function Value({ field, value }: { field: Field; value: unknown }) {
  const t = useTranslations('ui');
  const locale = useLocale();
  if (field.kind === 'list') return <Rows field={field} rows={Array.isArray(value) ? value : []} />;
  if (field.kind === 'checkbox' && field.options === undefined) return value === true ? t('yes') : t('no');
  const text = answerText(field, value, locale);
  return text === '' ? (
    <span className="font-normal text-muted">{t('notFilled')}</span>
  ) : (
    <span className="whitespace-pre-line">{text}</span>
  );
}

function Rows({ field, rows }: { field: ListField; rows: readonly unknown[] }) {
  const t = useTranslations('officer.answers');
  const locale = useLocale();
  return (
    <Details summary={t('rows', { count: rows.length })}>
      <ol className="list-decimal pl-5 font-normal">
        {rows.map((row) => {
          const cells = field.fields
            .map((part) => answerText(part, Reflect.get(Object(row), part.code), locale))
            .filter((text) => text !== '');
          return <li key={cells.join('|')}>{cells.join(' · ')}</li>;
        })}
      </ol>
    </Details>
  );
}
