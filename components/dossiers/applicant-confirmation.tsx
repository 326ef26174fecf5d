import { useLocale, useTranslations } from 'next-intl';
import { ButtonLink, ButtonRow } from '@/components/ui/button';
import { Panel } from '@/components/ui/notice';
import { formatDateTime, formatDuration, type LimitUnit } from '@/lib/i18n/format';

interface ConfirmationProps {
  code: string;
  submittedAt: Date | null;
  /** Path data of the QR and its width in modules. */
  qr: { path: string; size: number };
  trackUrl: string;
  receiptId: string | null;
  intake: { amount: number; unit: LimitUnit };
  limit: { amount: number; unit: LimitUnit } | null;
}

/** The dossier is in: its code, a copy to keep, and what happens next. */
export function Confirmation({
  code,
  submittedAt,
  qr,
  trackUrl,
  receiptId,
  intake,
  limit,
}: ConfirmationProps) {
  const t = useTranslations('applicant.confirmation');
  const locale = useLocale();
  return (
    <>
      <Panel title={t('title')}>
        <p>{t('code')}</p>
        <p className="tabular text-27 font-semibold break-words">{code}</p>
      </Panel>
      <div className="mt-8 flex flex-wrap items-start gap-6">
        <svg
          role="img"
          aria-label={t('qr', { url: trackUrl })}
          viewBox={`-2 -2 ${qr.size + 4} ${qr.size + 4}`}
          className="size-40 shrink-0 bg-[#ffffff] text-[#000000]"
          shapeRendering="crispEdges"
        >
          <path d={qr.path} fill="currentColor" />
        </svg>
        <div className="min-w-0 flex-1 basis-60">
          {submittedAt !== null && <p>{t('at', { time: formatDateTime(submittedAt, locale) })}</p>}
          <p className="text-small break-words text-muted">{trackUrl}</p>
        </div>
      </div>
      <h2 className="mt-10 mb-2">{t('next')}</h2>
      <ol className="list-decimal pl-6">
        <li>{t('nextIntake', { time: formatDuration(intake, locale) })}</li>
        <li>
          {limit === null ? t('nextReviewOpen') : t('nextReview', { time: formatDuration(limit, locale) })}
        </li>
        <li>{t('nextResult')}</li>
      </ol>
      <ButtonRow>
        {receiptId !== null && (
          <ButtonLink href={`/api/documents/papers/${receiptId}`}>{t('receipt')}</ButtonLink>
        )}
        <ButtonLink href={`/my/dossiers/${code}`} variant="secondary">
          {t('open')}
        </ButtonLink>
      </ButtonRow>
    </>
  );
}
