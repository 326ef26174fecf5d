import { useLocale, useTranslations } from 'next-intl';
import type { Component } from '@/lib/procedures/define';

interface HeldByStateProps {
  organisation: { name: string; taxCode: string } | null;
  /** Papers the State already has: they are not asked for. */
  held: readonly Component[];
}

export function HeldByState({ organisation, held }: HeldByStateProps) {
  const t = useTranslations('applicant.held');
  const procedures = useTranslations('procedures');
  const locale = useLocale();
  if (organisation === null && held.length === 0) return null;
  return (
    <section className="mt-10">
      <h2 className="text-body font-semibold">{t('title')}</h2>
      {organisation !== null && (
        <div className="mt-2 bg-canvas px-4 py-3">
          <p>{organisation.name}</p>
          <p className="text-small text-muted">{t('register', { taxCode: organisation.taxCode })}</p>
        </div>
      )}
      <ul className="mt-2 text-small text-muted">
        {held.map((paper) => (
          <li key={paper.code}>
            {paper.title[locale]}: {paper.reuse.map((from) => procedures(`reuse.${from}`)).join(', ')}
          </li>
        ))}
      </ul>
    </section>
  );
}
