import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { Fieldset } from '@/components/ui/field';
import { Plus } from '@/components/ui/icons';
import { rowCount } from '@/lib/kernel/form-rows';
import { FieldControl } from './field-control';
import type { ByName, FormSection, ListField } from './form-fields';

interface SchemaFormProps {
  sections: readonly FormSection[];
  values?: ByName | undefined;
  errors?: ByName | undefined;
  /** A page with one section already carries its title. */
  titlesHidden?: boolean;
}

/** Sections and fields as data become labelled inputs; it stands inside a form and needs no JavaScript. */
export function SchemaForm({ sections, values = {}, errors = {}, titlesHidden = false }: SchemaFormProps) {
  return (
    <div className="flex max-w-form flex-col gap-10">
      {sections.map((section) => (
        <section key={section.code} className="flex flex-col gap-7" aria-label={section.title}>
          {!titlesHidden && <h2>{section.title}</h2>}
          {section.note !== undefined && <p className="text-muted">{section.note}</p>}
          {section.fields.map((field) =>
            field.kind === 'list' ? (
              <ListRows key={field.code} field={field} values={values} errors={errors} />
            ) : (
              <FieldControl
                key={field.code}
                field={field}
                name={field.code}
                values={values}
                errors={errors}
              />
            ),
          )}
        </section>
      ))}
    </div>
  );
}

interface ListRowsProps {
  field: ListField;
  values: ByName;
  errors: ByName;
}

function ListRows({ field, values, errors }: ListRowsProps) {
  const t = useTranslations('ui.list');
  const rows = Math.max(rowCount(values, field.code), field.min ?? 0);
  const places = Array.from({ length: rows }, (_, index) => `${field.code}.${index}`);
  const full = field.max !== undefined && rows >= field.max;
  return (
    <Fieldset
      name={field.code}
      label={field.label}
      hint={field.hint}
      error={errors[field.code] ?? field.error}
      required={field.required}
    >
      {rows === 0 && <p className="text-muted">{t('empty')}</p>}
      <ol className="flex flex-col gap-5">
        {places.map((place, index) => (
          <ListRow key={place} {...{ field, place, values, errors }} number={index + 1} />
        ))}
      </ol>
      {!full && (
        <Button name="intent" value={`add:${field.code}`} variant="secondary" size="small" className="mt-4">
          <Plus aria-hidden strokeWidth={1.5} className="size-5" />
          {t('add')}
          <span className="sr-only">, {field.label}</span>
        </Button>
      )}
    </Fieldset>
  );
}

function ListRow({
  field,
  place,
  number,
  values,
  errors,
}: ListRowsProps & { place: string; number: number }) {
  const t = useTranslations('ui.list');
  return (
    <li className="border-l-4 border-line pl-4">
      <div className="flex items-center justify-between gap-4">
        <p className="text-small font-semibold text-muted">{t('row', { number })}</p>
        <Button
          name="intent"
          value={`remove:${place}`}
          variant="quiet"
          size="small"
          aria-label={t('removeRow', { number, what: field.label })}
        >
          {t('remove')}
        </Button>
      </div>
      <div className="mt-1 flex flex-col gap-4">
        {field.fields.map((part) => (
          <FieldControl
            key={part.code}
            field={part}
            name={`${place}.${part.code}`}
            values={values}
            errors={errors}
          />
        ))}
      </div>
    </li>
  );
}
