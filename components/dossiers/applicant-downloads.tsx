import { useLocale, useTranslations } from 'next-intl';
import { StatusTag } from '@/components/ui/status-tag';
import { TextLink } from '@/components/ui/text-link';
import { formatBytes, formatDateTime } from '@/lib/i18n/format';

export interface IssuedLine {
  id: string;
  kind: string;
  number: string | null;
  title: string;
  status: 'draft' | 'valid' | 'corrected' | 'revoked';
  capability: string;
  issuedAt: Date;
}

/** Papers the ministry gave in this dossier; each has an address where a stranger can check it. */
export function IssuedPapers({ papers }: { papers: readonly IssuedLine[] }) {
  const t = useTranslations('applicant.issued');
  const locale = useLocale();
  if (papers.length === 0) return <p className="text-muted">{t('none')}</p>;
  return (
    <ul>
      {papers.map((paper) => (
        <li key={paper.id} className="keep border-b border-line py-3">
          <p>
            <TextLink href={`/api/documents/papers/${paper.id}`} className="font-medium">
              {paper.title}
            </TextLink>
          </p>
          <p className="text-small text-muted">
            {paper.number !== null && `${t('number', { number: paper.number })} · `}
            {formatDateTime(paper.issuedAt, locale)} · PDF ·{' '}
            <TextLink href={`/verify/${paper.capability}`}>{t('verify')}</TextLink>
          </p>
          {paper.status === 'revoked' && <StatusTag tone="off_track">{t('revoked')}</StatusTag>}
          {paper.status === 'corrected' && <StatusTag tone="at_risk">{t('corrected')}</StatusTag>}
        </li>
      ))}
    </ul>
  );
}

interface GivenLine {
  id: string;
  documentId: string;
  component: string;
  name: string;
  size: number;
  attachedAt: Date;
}

export function GivenPapers({
  files,
  titles,
}: {
  files: readonly GivenLine[];
  titles: ReadonlyMap<string, string>;
}) {
  const t = useTranslations('applicant.issued');
  const locale = useLocale();
  if (files.length === 0) return <p className="text-muted">{t('noneGiven')}</p>;
  return (
    <ul>
      {files.map((file) => (
        <li key={file.id} className="keep border-b border-line py-3">
          <p>
            <TextLink href={`/api/documents/${file.documentId}?inline`} className="font-medium break-words">
              {file.name}
            </TextLink>
          </p>
          <p className="text-small text-muted">
            {titles.get(file.component) ?? file.component} · {formatBytes(file.size, locale)} ·{' '}
            {formatDateTime(file.attachedAt, locale)}
          </p>
        </li>
      ))}
    </ul>
  );
}
