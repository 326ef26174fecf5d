'use client';
import { useLocale, useTranslations } from 'next-intl';
import { useState } from 'react';
import { formatBytes } from '@/lib/i18n/format';
import type { Wiring } from './field';

interface FileDropProps {
  wiring: Wiring;
  accept: string | undefined;
  multiple: boolean;
  maxBytes: number | undefined;
}

/**
 * The file control itself fills the drop zone: browsers accept a dropped file on it, so pointer, keyboard and
 * screen reader all use the same control. Its own words are in the browser's language, so ours cover them;
 * without a script it shows itself, for only it can then tell what was chosen.
 */
export function FileDrop({ wiring, accept, multiple, maxBytes }: FileDropProps) {
  const t = useTranslations('ui.file');
  const locale = useLocale();
  const [chosen, setChosen] = useState<readonly File[]>([]);
  const tooLarge = chosen.find((file) => maxBytes !== undefined && file.size > maxBytes);
  return (
    <>
      <div className="relative rounded border border-dashed border-control px-4 py-4 text-center hover:bg-canvas has-focus-visible:outline-3 has-focus-visible:outline-offset-2 has-focus-visible:outline-focus has-aria-invalid:border-2 has-aria-invalid:border-danger sm:py-6">
        <p aria-hidden className="noscript:hidden">
          <span className="link">{t('choose')}</span>{' '}
          <span className="pointer-coarse:hidden">{t('orDrop')}</span>
        </p>
        <input
          {...wiring}
          type="file"
          accept={accept}
          multiple={multiple}
          onChange={(event) => setChosen([...(event.target.files ?? [])])}
          className="absolute inset-0 size-full cursor-pointer opacity-0 file:mr-4 file:min-h-10 file:rounded file:border file:border-solid file:border-primary file:px-4 file:text-primary noscript:static noscript:opacity-100"
        />
      </div>
      <div aria-live="polite" className="text-small">
        {tooLarge === undefined ? (
          <ChosenFiles files={chosen} />
        ) : (
          <p className="mt-2 font-semibold text-danger">
            {t('tooLarge', {
              name: tooLarge.name,
              size: formatBytes(tooLarge.size, locale),
              limit: formatBytes(maxBytes ?? 0, locale),
            })}
          </p>
        )}
      </div>
    </>
  );
}

function ChosenFiles({ files }: { files: readonly File[] }) {
  const t = useTranslations('ui.file');
  const locale = useLocale();
  if (files.length === 0) return null;
  return (
    <ul className="mt-2">
      {files.map((file) => (
        <li key={`${file.name}-${file.size}`} className="font-semibold">
          {t('chosen', { name: file.name, size: formatBytes(file.size, locale) })}
        </li>
      ))}
    </ul>
  );
}
