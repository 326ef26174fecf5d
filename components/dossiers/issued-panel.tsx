import { useLocale, useTranslations } from 'next-intl';
import { pageHref } from '@/components/documents/page-picture';
import { TextLink } from '@/components/ui/text-link';
import { formatDate, formatMoney } from '@/lib/i18n/format';

export interface IssuedPaper {
  id: string;
  title: string;
  number: string | null;
  status: 'draft' | 'valid' | 'corrected' | 'revoked';
  issuedAt: Date;
}

export interface FeeLine {
  id: string;
  amount: number;
  state: 'unpaid' | 'paid' | 'refunded' | 'expired' | 'exempt';
  settledAt: Date | null;
}

/** What has been issued to the applicant, and what was paid. */
export function IssuedPanel({ papers, fees }: { papers: readonly IssuedPaper[]; fees: readonly FeeLine[] }) {
  const t = useTranslations('officer');
  const locale = useLocale();
  return (
    <>
      <section aria-labelledby="issued" className="text-14">
        <h2 id="issued" className="mb-2">
          {t('papers.title')}
        </h2>
        {papers.length === 0 && <p className="text-muted">{t('papers.none')}</p>}
        <ul>
          {papers.map((paper) => (
            <li key={paper.id} className="border-b border-line py-2">
              <TextLink href={pageHref(paper.id, 'file')}>{paper.title}</TextLink>
              <span className="block text-muted">
                {[
                  paper.number,
                  formatDate(paper.issuedAt, locale),
                  paper.status === 'draft' ? null : t(`papers.${paper.status}`),
                ]
                  .filter(Boolean)
                  .join(' · ')}
              </span>
            </li>
          ))}
        </ul>
      </section>
      {fees.length > 0 && (
        <section aria-labelledby="fees" className="text-14">
          <h2 id="fees" className="mb-2">
            {t('fees.title')}
          </h2>
          <ul>
            {fees.map((fee) => (
              <li key={fee.id} className="flex justify-between gap-4 border-b border-line py-2">
                <span className="tabular font-medium">{formatMoney(fee.amount, locale)}</span>
                <span>
                  {fee.state === 'paid'
                    ? t('fees.paid', {
                        date: fee.settledAt === null ? '' : formatDate(fee.settledAt, locale),
                      })
                    : t(`fees.${fee.state}`)}
                </span>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}
