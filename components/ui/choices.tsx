import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { cx } from './cx';
import { Field, type FieldProps, Fieldset, fieldId } from './field';

export interface Choice {
  value: string;
  label: string;
  hint?: string | undefined;
  disabled?: boolean | undefined;
}

interface SelectProps extends FieldProps {
  options: readonly Choice[];
  defaultValue?: string | undefined;
  /** The first line, without a value; false when one option always holds. */
  empty?: string | false;
}

/** The key makes React apply a kept value again after a form action has reset the control. */
export function Select({ options, defaultValue = '', empty, ...field }: SelectProps) {
  const t = useTranslations('ui');
  return (
    <Field {...field}>
      {(wiring) => (
        <select
          key={defaultValue}
          defaultValue={defaultValue}
          {...wiring}
          className="control w-auto max-w-full pr-8"
        >
          {empty !== false && <option value="">{empty ?? t('select.choose')}</option>}
          {options.map((option) => (
            <option key={option.value} value={option.value} disabled={option.disabled}>
              {option.label}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}

interface RadiosProps extends FieldProps {
  options: readonly Choice[];
  defaultValue?: string | undefined;
  inline?: boolean;
}

export function Radios({ options, defaultValue, inline = false, ...field }: RadiosProps) {
  return (
    <Fieldset {...field}>
      <div className={cx('flex gap-x-8 gap-y-3', inline ? 'flex-row flex-wrap' : 'flex-col')}>
        {options.map((option, index) => (
          <ChoiceLine key={option.value} id={choiceId(field.name, index)} option={option}>
            <input
              type="radio"
              id={choiceId(field.name, index)}
              name={field.name}
              value={option.value}
              defaultChecked={option.value === defaultValue}
              disabled={option.disabled}
              className="size-6 accent-fill"
              {...noteOf(field.name, index, option)}
            />
          </ChoiceLine>
        ))}
      </div>
    </Fieldset>
  );
}

interface CheckboxesProps extends FieldProps {
  options: readonly Choice[];
  defaultValues?: readonly string[];
}

export function Checkboxes({ options, defaultValues = [], ...field }: CheckboxesProps) {
  return (
    <Fieldset {...field}>
      <div className="flex flex-col gap-3">
        {options.map((option, index) => (
          <ChoiceLine key={option.value} id={choiceId(field.name, index)} option={option}>
            <input
              type="checkbox"
              id={choiceId(field.name, index)}
              name={field.name}
              value={option.value}
              defaultChecked={defaultValues.includes(option.value)}
              disabled={option.disabled}
              className="size-6 accent-fill"
              {...noteOf(field.name, index, option)}
            />
          </ChoiceLine>
        ))}
      </div>
    </Fieldset>
  );
}

interface CheckboxProps extends FieldProps {
  defaultChecked?: boolean;
  value?: string;
}

/** One box that stands alone: a declaration, a consent. */
export function Checkbox({
  defaultChecked = false,
  value = 'yes',
  name,
  label,
  hint,
  error,
  required,
}: CheckboxProps) {
  const t = useTranslations('ui');
  const id = fieldId(name);
  const described = cx(hint !== undefined && `${id}-hint`, error !== undefined && `${id}-error`) || undefined;
  return (
    <div className={cx(error !== undefined && 'border-l-4 border-danger pl-4')}>
      {error !== undefined && (
        <p id={`${id}-error`} className="mb-2 font-semibold text-danger">
          <span className="sr-only">{t('errorPrefix')} </span>
          {error}
        </p>
      )}
      <div className="flex items-start gap-3">
        <input
          type="checkbox"
          id={id}
          name={name}
          value={value}
          defaultChecked={defaultChecked}
          aria-describedby={described}
          aria-invalid={error === undefined ? undefined : true}
          aria-required={required}
          className="mt-0.5 size-6 shrink-0 accent-fill"
        />
        <div>
          <label htmlFor={id} className="block">
            {label}
          </label>
          {hint !== undefined && (
            <p id={`${id}-hint`} className="text-small text-muted">
              {hint}
            </p>
          )}
        </div>
      </div>
    </div>
  );
}

/** The first choice carries the field's own id, so that an error summary lands on it. */
function choiceId(name: string, index: number): string {
  return index === 0 ? fieldId(name) : `${fieldId(name)}-${index}`;
}

function noteOf(name: string, index: number, option: Choice): { 'aria-describedby'?: string } {
  return option.hint === undefined ? {} : { 'aria-describedby': `${choiceId(name, index)}-note` };
}

function ChoiceLine({ id, option, children }: { id: string; option: Choice; children: ReactNode }) {
  return (
    <div className="flex min-h-11 items-start gap-3 py-2 pointer-fine:min-h-0 pointer-fine:py-0.5">
      <span className="grid shrink-0 place-items-center pt-0.5">{children}</span>
      <div>
        <label htmlFor={id} className="block">
          {option.label}
        </label>
        {option.hint !== undefined && (
          <p id={`${id}-note`} className="text-small text-muted">
            {option.hint}
          </p>
        )}
      </div>
    </div>
  );
}
