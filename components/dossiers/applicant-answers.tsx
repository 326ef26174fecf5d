import { useLocale, useTranslations } from 'next-intl';
import { SummaryList, type SummaryRow } from '@/components/ui/summary-list';
import { answerText } from '@/lib/dossiers/papers/rules';
import { formatNumber } from '@/lib/i18n/format';
import type { Locale } from '@/lib/i18n/locale';
import type { ProcedureDefinition } from '@/lib/procedures/define';
import type { Answers, Field, ListField } from '@/lib/procedures/fields/define';
import { visibleFields } from '@/lib/procedures/rules';
import { countryName } from './applicant-form-fields';

interface AnswerSectionsProps {
  definition: ProcedureDefinition;
  answers: Answers;
  /** Section codes left out: the declaration, while it is still to be made. */
  without?: readonly string[];
  /** Address of a section's form; absent when nothing may be changed any more. */
  changeHref?: ((section: string) => string) | undefined;
}

/** Every answer under its section, with the way back to its question. */
export function AnswerSections({ definition, answers, without = [], changeHref }: AnswerSectionsProps) {
  const t = useTranslations('ui');
  const locale = useLocale();
  const shown = new Set(visibleFields(definition, answers).map(({ code }) => code));
  const words = { yes: t('yes'), no: t('no') };
  return definition.form
    .filter(({ code }) => !without.includes(code))
    .map((section) => {
      const rows = section.fields
        .filter(({ code }) => shown.has(code))
        .map(
          (field): SummaryRow => ({
            key: field.code,
            label: field.label[locale],
            value: <AnswerValue field={field} value={answers[field.code]} locale={locale} words={words} />,
            changeHref:
              changeHref === undefined ? undefined : `${changeHref(section.code)}#field-${field.code}`,
          }),
        )
        .map((row) => (isBlank(answers[row.key]) ? { ...row, value: '' } : row));
      if (rows.length === 0) return null;
      return (
        <section key={section.code} className="mt-8">
          <h2 className="mb-2">{section.title[locale]}</h2>
          <SummaryList rows={rows} />
        </section>
      );
    });
}

function isBlank(value: unknown): boolean {
  return (
    value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0)
  );
}

interface AnswerValueProps {
  field: Field;
  value: unknown;
  locale: Locale;
  words: { yes: string; no: string };
}

function AnswerValue({ field, value, locale, words }: AnswerValueProps) {
  if (field.kind === 'list') return <ListAnswer field={field} rows={value} locale={locale} words={words} />;
  return <span className="whitespace-pre-line">{valueText({ field, value, locale, words })}</span>;
}

function ListAnswer({
  field,
  rows,
  locale,
  words,
}: { field: ListField; rows: unknown } & Omit<AnswerValueProps, 'field' | 'value'>) {
  const list = Array.isArray(rows)
    ? rows.filter((row): row is Answers => typeof row === 'object' && row !== null)
    : [];
  return (
    <ol className="list-decimal pl-6">
      {list.map((row, index) => (
        // Rows of an answer have no name of their own; their place is what the form calls them by.
        <li key={`${field.code}.${String(index)}`}>
          {field.fields
            .filter((part) => !isBlank(row[part.code]))
            .map((part) => valueText({ field: part, value: row[part.code], locale, words }))
            .join(' · ')}
        </li>
      ))}
    </ol>
  );
}

function valueText({ field, value, locale, words }: AnswerValueProps): string {
  if (typeof value === 'boolean') return value ? words.yes : words.no;
  if (typeof value === 'number') return formatNumber(value, locale, 6);
  if (field.kind === 'country') return countryName(String(value), locale);
  return answerText(field, value, locale);
}
