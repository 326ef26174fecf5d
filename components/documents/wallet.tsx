import { useLocale, useTranslations } from 'next-intl';
import { ScanMark } from '@/components/dossiers/applicant-papers';
import { StatusTag, type StatusTone } from '@/components/ui/status-tag';
import { TextLink } from '@/components/ui/text-link';
import { formatBytes, formatDate } from '@/lib/i18n/format';

interface WalletResultsProps {
  results: readonly {
    id: string;
    title: string;
    number: string | null;
    status: 'valid' | 'corrected' | 'revoked';
    issuer: string;
    issuedAt: Date;
    expiresAt: Date | null;
    capability: string;
    dossierCode: string | null;
  }[];
  now: Date;
}

const tones = {
  valid: 'achieved',
  expiring: 'at_risk',
  expired: 'off_track',
  corrected: 'at_risk',
  revoked: 'off_track',
} as const satisfies Record<string, StatusTone>;
type Validity = keyof typeof tones;

const soon = 90 * 86_400_000;

function validityOf(
  paper: { status: 'valid' | 'corrected' | 'revoked'; expiresAt: Date | null },
  now: Date,
): Validity {
  if (paper.status !== 'valid' || paper.expiresAt === null) return paper.status;
  if (paper.expiresAt < now) return 'expired';
  return paper.expiresAt.getTime() - now.getTime() < soon ? 'expiring' : 'valid';
}

/** Results one holds, each with whether it still holds. */
export function WalletResults({ results, now }: WalletResultsProps) {
  const t = useTranslations('applicant.wallet');
  const locale = useLocale();
  return (
    <ul className="border-t-2 border-ink">
      {results.map((result) => (
        <li
          key={result.id}
          className="keep grid gap-x-6 border-b border-line py-4 sm:grid-cols-[minmax(0,1fr)_auto]"
        >
          <div className="min-w-0">
            <TextLink href={`/api/documents/papers/${result.id}`} className="font-medium">
              {result.title}
            </TextLink>
            <p className="text-small text-muted">
              {result.number !== null && `${t('number', { number: result.number })} · `}
              {result.issuer} · {formatDate(result.issuedAt, locale)}
            </p>
            <p className="text-small">
              <TextLink href={`/verify/${result.capability}`}>{t('verify')}</TextLink>
              {result.dossierCode !== null && (
                <>
                  {' · '}
                  <TextLink href={`/my/dossiers/${result.dossierCode}`}>{t('dossier')}</TextLink>
                </>
              )}
            </p>
          </div>
          <div className="text-small sm:text-right">
            <StatusTag tone={tones[validityOf(result, now)]}>
              {t(`validity.${validityOf(result, now)}`)}
            </StatusTag>
            <p className="text-muted">
              {result.expiresAt === null
                ? t('noExpiry')
                : t('until', { date: formatDate(result.expiresAt, locale) })}
            </p>
          </div>
        </li>
      ))}
    </ul>
  );
}

interface WalletPapersProps {
  papers: readonly {
    id: string;
    name: string;
    size: number;
    scan: 'clean' | 'infected' | 'not_scanned' | 'pending';
    expiryDate: string | null;
    createdAt: Date;
    usedFor: readonly string[];
  }[];
}

/** Papers one gave, ready to be handed in again. */
export function WalletPapers({ papers }: WalletPapersProps) {
  const t = useTranslations('applicant.wallet');
  const locale = useLocale();
  return (
    <ul className="border-t-2 border-ink">
      {papers.map((paper) => (
        <li
          key={paper.id}
          className="keep grid gap-x-6 border-b border-line py-4 sm:grid-cols-[minmax(0,1fr)_auto]"
        >
          <div className="min-w-0">
            <TextLink href={`/api/documents/${paper.id}?inline`} className="font-medium break-words">
              {paper.name}
            </TextLink>
            <p className="text-small text-muted">
              {formatBytes(paper.size, locale)} · {t('given', { date: formatDate(paper.createdAt, locale) })}{' '}
              · {t('used', { count: paper.usedFor.length })}
            </p>
          </div>
          <div className="text-small sm:text-right">
            <ScanMark scan={paper.scan} />
            {paper.expiryDate !== null && (
              <p className="text-muted">{t('until', { date: formatDate(paper.expiryDate, locale) })}</p>
            )}
          </div>
        </li>
      ))}
    </ul>
  );
}
