import type { ButtonHTMLAttributes, ReactNode } from 'react';
import { type ButtonSize, type ButtonVariant, buttonClass, buttonLook } from './button-look';
import { cx } from './cx';
import { Kbd } from './kbd';
import { TextLink } from './text-link';

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
      className={cx(buttonLook(variant, size), wide && 'w-full', held, className)}
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
