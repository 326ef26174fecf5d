import { useLocale, useTranslations } from 'next-intl';
import { type Column, PlainTable } from '@/components/tables/plain-table';
import { revokeSessionAction } from '@/lib/access/actions';
import type { SessionLine } from '@/lib/access/schema';
import { formatDateTime } from '@/lib/i18n/format';
import { ActForm } from './act-form';

interface SessionTableProps {
  caption: string;
  sessions: readonly SessionLine[];
  /** Account whose sessions may be ended here; null for those who only look. */
  endable: string | null;
}

export function SessionTable({ caption, sessions, endable }: SessionTableProps) {
  const t = useTranslations('access');
  const locale = useLocale();
  const columns: Column<SessionLine>[] = [
    {
      key: 'opened',
      header: t('account.openedAt'),
      rowHeader: true,
      className: 'tabular',
      cell: ({ createdAt, issuer }) => (
        <>
          {formatDateTime(createdAt, locale)}
          <span className="block font-normal text-muted">{t(`issuers.${issuer}`)}</span>
        </>
      ),
    },
    {
      key: 'seen',
      header: t('account.seenAt'),
      className: 'tabular',
      cell: ({ lastSeenAt }) => formatDateTime(lastSeenAt, locale),
    },
    {
      key: 'expires',
      header: t('account.expiresAt'),
      className: 'tabular',
      cell: ({ expiresAt }) => formatDateTime(expiresAt, locale),
    },
  ];
  if (endable !== null) {
    columns.push({
      key: 'act',
      header: t('account.act'),
      cell: ({ id }) => (
        <ActForm action={revokeSessionAction} hidden={{ account: endable, session: id }}>
          {t('account.endSession')}
        </ActForm>
      ),
    });
  }
  return (
    <PlainTable
      caption={caption}
      captionHidden
      columns={columns}
      rows={sessions}
      rowKey={({ id }) => id}
      empty={<p className="text-muted">{t('account.noSessions')}</p>}
    />
  );
}
