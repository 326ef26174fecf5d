import type { ButtonHTMLAttributes, ReactNode } from 'react';
import { cx } from './cx';
import { Kbd } from './kbd';
import { TextLink } from './text-link';

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

export function buttonClass(variant?: ButtonVariant, size?: ButtonSize): string {
  return cx(lookOf(variant, size), 'justify-center');
}

function lookOf(variant: ButtonVariant = 'primary', size: ButtonSize = 'normal'): string {
  return cx(base, variants[variant], sizes[size], closed);
}

interface ButtonProps extends ButtonHTMLAttributes<HTMLButtonElement> {
  variant?: ButtonVariant;
  size?: ButtonSize;
  wide?: boolean;
  /** The key that does the same; shown at the end and told to assistive technology. */
  shortcut?: string;
}

export function Button({
  variant,
  size,
  wide = false,
  shortcut,
  className,
  type = 'submit',
  children,
  ...rest
}: ButtonProps) {
  const held = shortcut === undefined ? 'justify-center' : 'justify-between text-left';
  return (
    <button
      {...rest}
      type={type}
      aria-keyshortcuts={shortcut}
      className={cx(lookOf(variant, size), wide && 'w-full', held, className)}
    >
      {children}
      {shortcut !== undefined && <Kbd>{shortcut}</Kbd>}
    </button>
  );
}

interface ButtonLinkProps {
  href: string;
  children: ReactNode;
  variant?: ButtonVariant;
  size?: ButtonSize;
  wide?: boolean;
  className?: string;
}

export function ButtonLink({ href, children, variant, size, wide = false, className }: ButtonLinkProps) {
  return (
    <TextLink
      href={href}
      quiet
      className={cx(buttonClass(variant, size), 'hover:no-underline', wide && 'w-full', className)}
    >
      {children}
    </TextLink>
  );
}

/** The main act first, the others after it; on a phone one below the other, full width. */
export function ButtonRow({ children }: { children: ReactNode }) {
  return (
    <div className="mt-8 flex flex-col gap-3 sm:flex-row sm:flex-wrap sm:items-center [&>.button]:w-full sm:[&>.button]:w-auto">
      {children}
    </div>
  );
}
