import { cx } from './cx';

export type ButtonVariant = 'primary' | 'secondary' | 'quiet' | 'danger';
export type ButtonSize = 'normal' | 'small';

const base =
  'button inline-flex items-center gap-2 rounded border font-semibold no-underline transition-colors select-none';

const variants = {
  primary:
    'border-fill bg-fill text-on-fill hover:border-fill-strong hover:bg-fill-strong hover:text-on-fill',
  secondary: 'border-primary bg-surface text-primary hover:bg-wash hover:text-primary-strong',
  quiet: 'border-transparent bg-transparent text-primary hover:bg-wash hover:text-primary-strong',
  danger: 'border-danger-fill bg-danger-fill text-on-fill hover:brightness-90 hover:text-on-fill',
} as const satisfies Record<ButtonVariant, string>;

const sizes = {
  normal: 'min-h-(--control-height) px-5 py-2 text-body',
  small: 'min-h-8 px-3 py-1 text-small pointer-coarse:min-h-11',
} as const satisfies Record<ButtonSize, string>;

const closed =
  'disabled:border-line disabled:bg-track disabled:text-muted aria-disabled:opacity-80 disabled:hover:bg-track';

export function buttonLook(variant: ButtonVariant = 'primary', size: ButtonSize = 'normal'): string {
  return cx(base, variants[variant], sizes[size], closed);
}

/** For what is no button of ours but shall look like one. */
export function buttonClass(variant?: ButtonVariant, size?: ButtonSize): string {
  return cx(buttonLook(variant, size), 'justify-center');
}
