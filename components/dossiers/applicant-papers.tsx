import { useLocale, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Button } from '@/components/ui/button';
import { StatusTag } from '@/components/ui/status-tag';
import { SubmitButton } from '@/components/ui/submit-button';
import { TextLink } from '@/components/ui/text-link';
import { detachDocumentAction } from '@/lib/dossiers/actions';
import { formatBytes, formatDateTime } from '@/lib/i18n/format';

export interface HandedIn {
  id: string;
  documentId: string;
  name: string;
  size: number;
  scan: 'clean' | 'infected' | 'not_scanned' | 'pending';
  reused: boolean;
  attachedAt: Date;
  /** Name of an equal file that was already in the store. */
  givenBefore: string | null;
}

interface HandedInListProps {
  code: string;
  component: string;
  files: readonly HandedIn[];
  editable: boolean;
}

/** Files handed in for one paper, each with what is known of it; removing one keeps it in the store. */
export function HandedInList({ code, component, files, editable }: HandedInListProps) {
  const t = useTranslations('applicant.paper');
  const locale = useLocale();
  if (files.length === 0) return <p className="text-muted">{t('none')}</p>;
  return (
    <ul>
      {files.map((file) => (
        <li
          key={file.id}
          className="flex flex-wrap items-start justify-between gap-x-6 gap-y-2 border-b border-line py-4"
        >
          <div className="min-w-0">
            <p className="font-medium break-words">
              <TextLink href={`/api/documents/${file.documentId}?inline`}>{file.name}</TextLink>
            </p>
            <p className="text-small text-muted">
              {formatBytes(file.size, locale)} · {formatDateTime(file.attachedAt, locale)}
              {file.reused && ` · ${t('reused')}`}
            </p>
            {file.givenBefore !== null && (
              <p className="text-small text-muted">{t('givenBefore', { name: file.givenBefore })}</p>
            )}
            <ScanMark scan={file.scan} />
          </div>
          {editable && (
            <form action={detachDocumentAction}>
              <input type="hidden" name="code" value={code} />
              <input type="hidden" name="component" value={component} />
              <input type="hidden" name="attachmentId" value={file.id} />
              <SubmitButton variant="secondary" size="small">
                {t('remove')}
                <span className="sr-only"> {file.name}</span>
              </SubmitButton>
            </form>
          )}
        </li>
      ))}
    </ul>
  );
}

/** Honest about what nobody has looked at. */
export function ScanMark({ scan }: { scan: HandedIn['scan'] }) {
  const t = useTranslations('applicant.scan');
  const tones = { clean: 'on_time', not_scanned: 'at_risk', pending: 'paused', infected: 'overdue' } as const;
  return (
    <p className="text-small">
      <StatusTag tone={tones[scan]}>{t(scan)}</StatusTag>
    </p>
  );
}

interface UploadFormProps {
  code: string;
  component: string;
  children: ReactNode;
}

/** The file control of an upload; the form itself goes to a route that reads the file as a stream. */
export function UploadForm({ code, component, children }: UploadFormProps) {
  const t = useTranslations('applicant.paper');
  return (
    <form action="/api/documents" method="post" encType="multipart/form-data" className="max-w-form">
      <input type="hidden" name="dossier" value={code} />
      <input type="hidden" name="component" value={component} />
      <input type="hidden" name="back" value={`/my/dossiers/${code}/papers/${component}`} />
      {children}
      <Button className="mt-4" variant="secondary">
        {t('upload')}
      </Button>
    </form>
  );
}
