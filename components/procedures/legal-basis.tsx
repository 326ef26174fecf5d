import { useLocale, useTranslations } from 'next-intl';
import { ConfidenceMark } from '@/components/ui/confidence-mark';
import { formatDate } from '@/lib/i18n/format';
import type { LegalDocumentLine } from '@/lib/procedures/schema';

/** The texts behind a procedure with the time they hold and how sure we are of it. */
export function LegalBasis({ documents }: { documents: readonly LegalDocumentLine[] }) {
  const t = useTranslations('procedures.legal');
  const locale = useLocale();
  return (
    <ul>
      {documents.map((text) => (
        <li key={text.id} className="keep border-b border-line py-3 last:border-0">
          <p className="font-medium">{text.number}</p>
          <p className="text-16">{text.title[locale]}</p>
          <p className="text-14 text-muted">
            {text.issuedOn !== null && `${t('issuedOn', { date: formatDate(text.issuedOn, locale) })} · `}
            {text.validFrom === null
              ? t('noDate')
              : t('validFrom', { date: formatDate(text.validFrom, locale) })}
            {text.validTo !== null && ` · ${t('validTo', { date: formatDate(text.validTo, locale) })}`}
          </p>
          {text.statusNote !== null && <p className="text-14 text-muted">{text.statusNote}</p>}
          <ConfidenceMark confidence={text.confidence} source={text.sourceRef} />
        </li>
      ))}
    </ul>
  );
}
