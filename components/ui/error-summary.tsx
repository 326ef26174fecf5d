'use client';
import { useTranslations } from 'next-intl';
import { useEffect, useRef } from 'react';
import { fieldId } from './field';

interface ErrorSummaryProps {
  errors: readonly { field: string; message: string }[];
  /** What stands above the list; by default how many places are left to correct. */
  title?: string;
}

/** Takes focus whenever new errors arrive, names each in words and leads to its field. */
export function ErrorSummary({ errors, title }: ErrorSummaryProps) {
  const t = useTranslations('ui');
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (errors.length > 0) box.current?.focus();
  }, [errors]);
  if (errors.length === 0) return null;
  return (
    <div
      ref={box}
      role="alert"
      tabIndex={-1}
      aria-labelledby="error-summary-title"
      className="mb-8 rounded border-3 border-danger p-5"
    >
      <h2 id="error-summary-title" className="text-body font-semibold">
        {title ?? t('errorSummary', { count: errors.length })}
      </h2>
      <ul className="mt-2 flex flex-col gap-2">
        {errors.map(({ field, message }) => (
          <li key={`${field}-${message}`}>
            {field.startsWith('/') ? (
              <a
                href={field}
                target="_blank"
                rel="noreferrer"
                className="link font-semibold text-danger hover:text-danger"
              >
                {message}
              </a>
            ) : field === '' ? (
              <span className="font-semibold text-danger">{message}</span>
            ) : (
              <a href={`#${fieldId(field)}`} className="link font-semibold text-danger hover:text-danger">
                {message}
              </a>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}
