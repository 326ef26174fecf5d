import { useTranslations } from 'next-intl';
import { StatusTag, type StatusTone } from '@/components/ui/status-tag';
import { TextLink } from '@/components/ui/text-link';
import type { Outcome } from '@/lib/audit/schema';

/** The name of an act; one that nobody named is shown by its code rather than hidden. */
export function ActName({ action }: { action: string }) {
  const t = useTranslations('audit.actions');
  return t.has(action as never) ? t(action as never) : <code className="font-mono text-14">{action}</code>;
}

const tones = { done: 'on_time', denied: 'overdue', failed: 'due_soon' } as const satisfies Record<
  Outcome,
  StatusTone
>;

export function OutcomeTag({ outcome }: { outcome: Outcome }) {
  const t = useTranslations('audit.outcomes');
  return <StatusTag tone={tones[outcome]}>{t(outcome)}</StatusTag>;
}

export function RoleName({ role }: { role: string }) {
  const t = useTranslations('access.roles');
  return t.has(role as never) ? t(role as never) : role;
}

interface RecordNameProps {
  record: { recordType: string; recordId: string; dossier: string | null };
  href?: string;
}

/** A dossier by its code, everything else by its kind and the beginning of its id. */
export function RecordName({ record, href }: RecordNameProps) {
  const t = useTranslations('audit.records');
  const kind = t.has(record.recordType as never) ? t(record.recordType as never) : t('other');
  const short = /^[0-9a-f-]{36}$/.test(record.recordId) ? `…${record.recordId.slice(-8)}` : record.recordId;
  const name = record.dossier ?? short;
  return (
    <>
      <span className="text-muted">{kind} </span>
      {href === undefined ? (
        <span className="tabular break-all">{name}</span>
      ) : (
        <TextLink href={href} className="tabular break-all">
          {name}
        </TextLink>
      )}
    </>
  );
}
