import { useLocale, useTranslations } from 'next-intl';
import { formatDate } from '@/lib/i18n/format';
import { StatusShape } from './status-tag';

export type Confidence = 'seed' | 'found' | 'knowledge' | 'demo' | 'derived';

interface ConfidenceMarkProps {
  confidence: Confidence;
  source?: string | null | undefined;
  /** Where the source can be read. */
  href?: string | null | undefined;
  verifiedAt?: string | Date | null | undefined;
}

/** Where a fact comes from and whether somebody has checked it; a fact without this line is not shown. */
export function ConfidenceMark({ confidence, source, href, verifiedAt }: ConfidenceMarkProps) {
  const t = useTranslations('ui.confidence');
  const locale = useLocale();
  const verified = verifiedAt !== null && verifiedAt !== undefined;
  const named = source ? t('source', { source }) : null;
  return (
    <span className="text-14 text-muted">
      {named !== null && (
        <>
          {href ? (
            <a href={href} className="link">
              {named}
            </a>
          ) : (
            named
          )}
          {' · '}
        </>
      )}
      {t(confidence)}
      {' · '}
      {verified ? (
        <span>{t('verified', { date: formatDate(verifiedAt, locale) })}</span>
      ) : (
        <span className="whitespace-nowrap text-at-risk-text">
          <StatusShape tone="at_risk" className="mr-1 inline" />
          {t('unverified')}
        </span>
      )}
    </span>
  );
}
