import { useLocale, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { cx } from '@/components/ui/cx';
import { SampleBadge } from '@/components/ui/sample';
import { StatusShape, type StatusTone } from '@/components/ui/status-tag';
import { SummaryList } from '@/components/ui/summary-list';
import { formatDateTime } from '@/lib/i18n/format';

export type VerdictStatus = 'valid' | 'corrected' | 'revoked' | 'expired' | 'unknown' | 'changed';

const looks = {
  valid: { tone: 'achieved', edge: 'border-achieved' },
  corrected: { tone: 'at_risk', edge: 'border-at-risk' },
  expired: { tone: 'at_risk', edge: 'border-at-risk' },
  revoked: { tone: 'off_track', edge: 'border-off-track' },
  unknown: { tone: 'no_data', edge: 'border-no-data' },
  changed: { tone: 'off_track', edge: 'border-off-track' },
} as const satisfies Record<VerdictStatus, { tone: StatusTone; edge: string }>;

/** The answer in one word, with shape and sentence; the same box for whatever the answer is. */
export function Verdict({ status, children }: { status: VerdictStatus; children?: ReactNode }) {
  const t = useTranslations('verify');
  const { tone, edge } = looks[status];
  return (
    <section id="answer" aria-label={t('answer')} className={cx('keep border-l-8 bg-canvas px-5 py-5', edge)}>
      <p className="flex items-center gap-3 text-27 font-semibold">
        <StatusShape tone={tone} className="size-6" />
        {t(`status.${status}`)}
      </p>
      <p className="mt-1">{t(`meaning.${status}`)}</p>
      {children}
    </section>
  );
}

interface VerifiedPaperProps {
  paper: {
    title: string;
    number: string | null;
    issuer: string;
    issuedAt: Date;
    expiresAt: Date | null;
    statusAt: Date | null;
    sha256: string;
    successor: string | null;
    sample: boolean;
  };
}

/** What may be said of a paper to a stranger: that it exists, who issued it and whether it holds. */
export function VerifiedPaper({ paper }: VerifiedPaperProps) {
  const t = useTranslations('verify');
  const locale = useLocale();
  const { title, number, issuer, issuedAt, expiresAt, statusAt, sha256, successor, sample } = paper;
  return (
    <div className="mt-6">
      <SummaryList
        rows={[
          { key: 'title', label: t('paper'), value: title },
          { key: 'number', label: t('number'), value: number ?? t('noNumber') },
          { key: 'issuer', label: t('issuer'), value: issuer },
          { key: 'issued', label: t('issued'), value: formatDateTime(issuedAt, locale) },
          {
            key: 'expires',
            label: t('expires'),
            value: expiresAt === null ? t('noExpiry') : formatDateTime(expiresAt, locale),
          },
          ...(statusAt === null
            ? []
            : [{ key: 'status', label: t('statusAt'), value: formatDateTime(statusAt, locale) }]),
          ...(successor === null ? [] : [{ key: 'successor', label: t('successor'), value: successor }]),
          {
            key: 'sha256',
            label: 'SHA-256',
            value: <code className="block font-sans text-14 break-all">{sha256}</code>,
          },
        ]}
      />
      {sample && (
        <p className="mt-4">
          <SampleBadge />
        </p>
      )}
    </div>
  );
}
