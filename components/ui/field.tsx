import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { cx } from './cx';

export interface FieldProps {
  /** Name of the value in the form; error summaries link to it. */
  name: string;
  label: ReactNode;
  hint?: ReactNode;
  error?: string | undefined;
  required?: boolean | undefined;
  /** The label is the question of the whole page. */
  large?: boolean | undefined;
}

export interface Wiring {
  id: string;
  name: string;
  'aria-describedby'?: string;
  'aria-invalid'?: 'true';
  'aria-required'?: 'true';
}

export function fieldId(name: string): string {
  return `field-${name.replaceAll(/[^\w-]/g, '-')}`;
}

/** `required` itself is not set: the browser's own bubbles speak the browser's language, not the page's. */
export function wiringOf({ name, hint, error, required }: FieldProps): Wiring {
  const id = fieldId(name);
  const described = cx(
    hint !== undefined && hint !== null && `${id}-hint`,
    error !== undefined && `${id}-error`,
  );
  return {
    id,
    name,
    ...(described === '' ? {} : { 'aria-describedby': described }),
    ...(error === undefined ? {} : { 'aria-invalid': 'true' as const }),
    ...(required === true ? { 'aria-required': 'true' as const } : {}),
  };
}

/** Label, hint, error and control in the order they are read. */
export function Field({ children, ...field }: FieldProps & { children: (wiring: Wiring) => ReactNode }) {
  const wiring = wiringOf(field);
  return (
    <div className={frameClass(field.error)}>
      <label htmlFor={wiring.id} className={labelClass(field.large)}>
        {field.label}
        <OptionalMark {...field} />
      </label>
      <FieldNotes {...field} />
      <div className="mt-2">{children(wiring)}</div>
    </div>
  );
}

/** Several controls under one question: radios, checkboxes, a group of inputs. */
export function Fieldset({ children, ...field }: FieldProps & { children: ReactNode }) {
  const { id, 'aria-describedby': described } = wiringOf(field);
  return (
    <div className={frameClass(field.error)}>
      <fieldset id={`${id}-group`} className="min-w-0" aria-describedby={described}>
        <legend className={labelClass(field.large)}>
          {field.label}
          <OptionalMark {...field} />
        </legend>
        <FieldNotes {...field} />
        <div className="mt-3">{children}</div>
      </fieldset>
    </div>
  );
}

function FieldNotes({ name, hint, error }: FieldProps) {
  const t = useTranslations('ui');
  const id = fieldId(name);
  return (
    <>
      {hint !== undefined && hint !== null && (
        <p id={`${id}-hint`} className="text-small text-muted">
          {hint}
        </p>
      )}
      {error !== undefined && (
        <p id={`${id}-error`} className="mt-1 font-semibold text-danger">
          <span className="sr-only">{t('errorPrefix')} </span>
          {error}
        </p>
      )}
    </>
  );
}

function OptionalMark({ required }: FieldProps) {
  const t = useTranslations('ui');
  return required === false ? <span className="font-normal text-muted"> ({t('optional')})</span> : null;
}

function labelClass(large = false): string {
  return cx('block font-semibold', large && 'text-21 sm:text-27');
}

function frameClass(error: string | undefined): string {
  return cx('min-w-0', error !== undefined && 'border-l-4 border-danger pl-4');
}
