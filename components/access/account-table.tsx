import { useLocale, useTranslations } from 'next-intl';
import { type Column, PlainTable } from '@/components/tables/plain-table';
import { EmptyState } from '@/components/ui/notice';
import { SampleBadge } from '@/components/ui/sample';
import { StatusTag } from '@/components/ui/status-tag';
import { TextLink } from '@/components/ui/text-link';
import type { AccountLine } from '@/lib/access/schema';
import { formatDateTime } from '@/lib/i18n/format';
import { placeOf, type ScopeNames } from './words';

export function AccountTable({ rows, places }: { rows: readonly AccountLine[]; places: ScopeNames }) {
  const t = useTranslations('access');
  const locale = useLocale();
  const columns: Column<AccountLine>[] = [
    {
      key: 'name',
      header: t('accounts.name'),
      rowHeader: true,
      cell: (row) => (
        <>
          <TextLink href={`/access/accounts/${row.id}`}>{row.name}</TextLink>
          {row.title !== null && <span className="block font-normal text-muted">{row.title}</span>}
        </>
      ),
    },
    {
      key: 'account',
      header: t('accounts.account'),
      cell: (row) => (
        <>
          <code className="font-mono text-14">{row.subject}</code> {row.sample && <SampleBadge />}
        </>
      ),
    },
    {
      key: 'roles',
      header: t('accounts.roles'),
      cell: (row) =>
        row.grants.length === 0 ? (
          <span className="text-muted">{t('accounts.noRole')}</span>
        ) : (
          <ul>
            {row.grants.map(({ role, scope }) => (
              <li key={`${role}@${scope ?? ''}`}>
                {[t(`roles.${role}`), placeOf(scope, places, locale)].filter(Boolean).join(', ')}
              </li>
            ))}
          </ul>
        ),
    },
    {
      key: 'seen',
      header: t('accounts.lastSeen'),
      className: 'whitespace-nowrap tabular',
      cell: (row) =>
        row.lastSeenAt === null ? (
          <span className="text-muted">{t('never')}</span>
        ) : (
          formatDateTime(row.lastSeenAt, locale)
        ),
    },
    {
      key: 'state',
      header: t('accounts.status'),
      className: 'whitespace-nowrap',
      cell: (row) =>
        row.disabledAt === null ? (
          <StatusTag tone="on_time">{t('state.open')}</StatusTag>
        ) : (
          <StatusTag tone="overdue">{t('state.disabled')}</StatusTag>
        ),
    },
  ];
  return (
    <PlainTable
      caption={t('accounts.caption')}
      captionHidden
      sticky
      columns={columns}
      rows={rows}
      rowKey={({ id }) => id}
      empty={<EmptyState title={t('accounts.none')}>{t('accounts.noneHint')}</EmptyState>}
    />
  );
}
