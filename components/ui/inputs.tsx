import { useTranslations } from 'next-intl';
import type { InputHTMLAttributes, TextareaHTMLAttributes } from 'react';
import { cx } from './cx';
import { Field, type FieldProps } from './field';

/** The width of a control says how long the answer is. */
export type InputWidth = 'full' | 'half' | 'short';

const widths = { full: '', half: 'sm:max-w-80', short: 'max-w-44' } as const satisfies Record<
  InputWidth,
  string
>;

type Own<T> = Omit<T, keyof FieldProps | 'id' | 'className' | 'width'>;

interface TextInputProps extends FieldProps, Own<InputHTMLAttributes<HTMLInputElement>> {
  width?: InputWidth;
  /** Shown after the control and read with its label: "triệu đồng", "%". */
  suffix?: string;
}

export function TextInput({
  name,
  label,
  hint,
  error,
  required,
  large,
  width = 'full',
  suffix,
  ...rest
}: TextInputProps) {
  return (
    <Field
      name={name}
      label={suffix ? <Labelled label={label} suffix={suffix} /> : label}
      {...{ hint, error, required, large }}
    >
      {(wiring) => (
        <div className="flex items-center gap-3">
          <input type="text" {...rest} {...wiring} className={cx('control', widths[width])} />
          {suffix && (
            <span aria-hidden className="shrink-0 text-muted">
              {suffix}
            </span>
          )}
        </div>
      )}
    </Field>
  );
}

function Labelled({ label, suffix }: Pick<FieldProps, 'label'> & { suffix: string }) {
  return (
    <>
      {label}
      <span className="sr-only"> ({suffix})</span>
    </>
  );
}

interface TextareaProps extends FieldProps, Own<TextareaHTMLAttributes<HTMLTextAreaElement>> {}

export function Textarea({ name, label, hint, error, required, large, rows = 4, ...rest }: TextareaProps) {
  return (
    <Field {...{ name, label, hint, error, required, large }}>
      {(wiring) => (
        <textarea rows={rows} {...rest} {...wiring} className="control field-sizing-content min-h-24 py-2" />
      )}
    </Field>
  );
}

/** One text field: a pasted or remembered date goes in as it is, and no wheel or grid has to be operated. */
export function DateInput(props: Omit<TextInputProps, 'type' | 'width' | 'suffix'>) {
  const t = useTranslations('ui');
  return (
    <TextInput
      {...props}
      hint={props.hint ?? t('date.hint')}
      width="short"
      inputMode="text"
      placeholder="dd/MM/yyyy"
      maxLength={10}
      autoComplete={props.autoComplete ?? 'off'}
    />
  );
}
