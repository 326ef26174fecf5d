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
 * The file control itself is drawn as the drop zone: browsers accept a dropped file on it,
 * so pointer, keyboard and a page without JavaScript all use the same control.
 */
export function FileDrop({ wiring, accept, multiple, maxBytes }: FileDropProps) {
  const t = useTranslations('ui.file');
  const locale = useLocale();
  const [chosen, setChosen] = useState<readonly File[]>([]);
  const tooLarge = chosen.find((file) => maxBytes !== undefined && file.size > maxBytes);
  return (
    <>
      <input
        {...wiring}
        type="file"
        accept={accept}
        multiple={multiple}
        onChange={(event) => setChosen([...(event.target.files ?? [])])}
        className="block w-full max-w-full rounded border border-dashed border-control p-4 text-small hover:bg-canvas file:mr-4 file:min-h-10 file:cursor-pointer file:rounded file:border file:border-solid file:border-primary file:bg-surface file:px-4 file:font-semibold file:text-primary sm:py-6"
      />
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
