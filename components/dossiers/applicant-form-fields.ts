import type { FormField, FormSection, SimpleField } from '@/components/forms/form-fields';
import type { Choice } from '@/components/ui/choices';
import { compareNames } from '@/lib/i18n/format';
import type { Locale } from '@/lib/i18n/locale';
import type { SimpleField as DeclaredField, Field, Section } from '@/lib/procedures/fields/define';
import { countryCodes } from '@/lib/procedures/fields/schema';

interface FormContext {
  locale: Locale;
  /** Codes of the fields that are asked now. */
  shown: ReadonlySet<string>;
  /** Fields whose answer still is what a register told, with the register's name. */
  provenance: Readonly<Record<string, string>>;
}

/** A section of a procedure's definition as the form parts draw it. */
export function formSectionOf(section: Section, { locale, shown, provenance }: FormContext): FormSection {
  const countries = section.fields.some(({ kind }) => kind === 'country') ? countriesOf(locale) : [];
  const fields = section.fields
    .filter(({ code }) => shown.has(code))
    .map((field) => formFieldOf(field, { locale, countries, provenance: provenance[field.code] }));
  const { code, title, note } = section;
  return { code, title: title[locale], note: note?.[locale], fields };
}

interface FieldContext {
  locale: Locale;
  countries: readonly Choice[];
  provenance: string | undefined;
}

function formFieldOf(field: Field, context: FieldContext): FormField {
  if (field.kind !== 'list') return simpleFieldOf(field, context);
  const { code, label, hint, required, min, max, fields } = field;
  const { locale } = context;
  return {
    code,
    kind: 'list',
    label: label[locale],
    hint: hint?.[locale],
    required,
    min: Math.max(1, min),
    max,
    fields: fields.map((part) => simpleFieldOf(part, context)),
  };
}

function simpleFieldOf(field: DeclaredField, { locale, countries, provenance }: FieldContext): SimpleField {
  const { code, kind, label, hint, required, maxLength, options } = field;
  const choices = options?.map((option) => ({ value: option.value, label: option.label[locale] }));
  return {
    code,
    kind,
    label: label[locale],
    hint: hint?.[locale],
    required,
    maxLength,
    options: kind === 'country' ? countries : choices,
    provenance,
  };
}

function countriesOf(locale: Locale): Choice[] {
  const names = new Intl.DisplayNames([locale], { type: 'region' });
  const byName = compareNames(locale);
  return countryCodes
    .map((value) => ({ value, label: names.of(value) ?? value }))
    .sort((left, right) => byName(left.label, right.label));
}

export function countryName(code: string, locale: Locale): string {
  return countryCodes.includes(code)
    ? (new Intl.DisplayNames([locale], { type: 'region' }).of(code) ?? code)
    : code;
}
