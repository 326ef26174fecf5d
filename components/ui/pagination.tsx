import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { ArrowLeft, ArrowRight } from './icons';
import { TextLink } from './text-link';

interface PaginationProps {
  previousHref?: string | null | undefined;
  nextHref?: string | null | undefined;
  /** "1–50 trong hơn 10.000 hồ sơ". */
  position?: ReactNode;
}

/** Lists go by keyset: there is a way on and a way back, no page number to jump to. */
export function Pagination({ previousHref, nextHref, position }: PaginationProps) {
  const t = useTranslations('ui.pagination');
  if (!previousHref && !nextHref && position === undefined) return null;
  return (
    <nav aria-label={t('label')} className="mt-4 flex flex-wrap items-center gap-x-6 gap-y-2">
      {previousHref && (
        <TextLink href={previousHref} className="inline-flex min-h-11 items-center gap-1.5">
          <ArrowLeft aria-hidden strokeWidth={1.5} className="size-5" />
          {t('previous')}
        </TextLink>
      )}
      {nextHref && (
        <TextLink href={nextHref} className="inline-flex min-h-11 items-center gap-1.5">
          {t('next')}
          <ArrowRight aria-hidden strokeWidth={1.5} className="size-5" />
        </TextLink>
      )}
      {position !== undefined && <span className="tabular text-small text-muted">{position}</span>}
    </nav>
  );
}
