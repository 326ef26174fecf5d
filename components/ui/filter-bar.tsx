import { useLocale } from 'next-intl';
import type { InputHTMLAttributes, ReactNode } from 'react';
import { formatDate } from '@/lib/i18n/format';
import { Button } from './button';
import type { Choice } from './choices';
import { cx } from './cx';
import { TextLink } from './text-link';

interface FilterBarProps {
  action: string;
  /** What the form is called, and the word on its button. */
  label: string;
  submit: string;
  /** What else the address says and a new question does not change. */
  kept?: Readonly<Record<string, string | undefined>>;
  /** The way back to everything; false while nothing is chosen. */
  clear?: { href: string; label: string } | false;
  children: ReactNode;
  /** Stands at the end of the line. */
  aside?: ReactNode;
  className?: string;
}

/** One line that reads as a sentence; every condition goes to the address, so the view can be sent to a colleague. */
export function FilterBar(props: FilterBarProps) {
  const { action, label, submit, kept = {}, clear = false, children, aside, className } = props;
  return (
    <form
      method="get"
      action={action}
      aria-label={label}
      className={cx('no-print flex flex-wrap items-center gap-2 text-14', className)}
    >
      {Object.entries(kept).map(
        ([name, value]) =>
          value !== undefined && <input key={name} type="hidden" name={name} value={value} />,
      )}
      {children}
      <Button variant="secondary" size="small">
        {submit}
      </Button>
      {clear && <TextLink href={clear.href}>{clear.label}</TextLink>}
      {aside}
    </form>
  );
}

interface FilterProps {
  name: string;
  label: string;
  value: string | undefined;
  /** A class, where the usual width is not the fit one. */
  width?: string;
}

export type FilterOption = Pick<Choice, 'value' | 'label'>;

export interface FilterGroup {
  label: string;
  options: readonly FilterOption[];
}

interface FilterSelectProps extends FilterProps {
  /** The word for no condition; without it one of the options always holds. */
  empty?: string;
  /** The choices speak for themselves: only a phone, one line each, shows the label. */
  labelHidden?: boolean;
  options: readonly (FilterOption | FilterGroup)[];
}

/** On a phone the names stand on the left and the controls in one column on the right. */
const line = 'flex items-center gap-2 max-sm:w-full max-sm:justify-between';
const control = 'control min-h-9 py-1 text-14 max-sm:w-full max-sm:max-w-52';

/** A key makes a control take its value from the address again when a link has changed it. */
export function FilterSelect({ name, label, value = '', empty, options, ...look }: FilterSelectProps) {
  const { width = 'w-auto max-w-72', labelHidden = false } = look;
  return (
    <label className={line}>
      <span className={labelHidden ? 'sm:sr-only' : undefined}>{label}</span>
      <select key={value} name={name} defaultValue={value} className={cx(control, width)}>
        {empty !== undefined && <option value="">{empty}</option>}
        {options.map((option) =>
          'options' in option ? (
            <optgroup key={option.label} label={option.label}>
              {option.options.map(optionOf)}
            </optgroup>
          ) : (
            optionOf(option)
          ),
        )}
      </select>
    </label>
  );
}

function optionOf({ value, label }: FilterOption) {
  return (
    <option key={value} value={value}>
      {label}
    </option>
  );
}

interface FilterSearchProps extends FilterProps {
  hint?: string;
  maxLength?: number;
}

export function FilterSearch({ hint, ...rest }: FilterSearchProps) {
  return <FilterInput type="search" placeholder={hint} {...rest} />;
}

/** The value is a civil date; it is shown and typed the way it is written here. */
export function FilterDate({ value, width = 'w-32', ...rest }: FilterProps) {
  const locale = useLocale();
  return (
    <FilterInput
      {...rest}
      value={value === undefined ? undefined : formatDate(value, locale)}
      width={width}
      placeholder="dd/MM/yyyy"
      maxLength={10}
      autoComplete="off"
    />
  );
}

type InputProps = FilterProps & Omit<InputHTMLAttributes<HTMLInputElement>, 'value' | 'width'>;

function FilterInput({ label, value = '', width = 'w-52', ...rest }: InputProps) {
  return (
    <label className={line}>
      <span>{label}</span>
      <input key={value} type="text" {...rest} defaultValue={value} className={cx(control, width)} />
    </label>
  );
}

interface FilterCheckProps {
  name: string;
  label: string;
  checked: boolean | undefined;
}

export function FilterCheck({ name, label, checked = false }: FilterCheckProps) {
  return (
    <label className="flex items-center gap-2">
      <input
        key={String(checked)}
        type="checkbox"
        name={name}
        value="true"
        defaultChecked={checked}
        className="size-5 accent-fill"
      />
      {label}
    </label>
  );
}
