import { useLocale, useTranslations } from 'next-intl';
import { type Column, PlainTable } from '@/components/tables/plain-table';
import { endDelegationAction } from '@/lib/access/actions';
import { standingOf } from '@/lib/access/rules';
import type { DelegationLine } from '@/lib/access/schema';
import { ActForm } from './act-form';
import { StandingTag } from './standing-tag';
import { periodOf, placeOf, type ScopeNames } from './words';

interface DelegationTableProps {
  direction: 'given' | 'received';
  rows: readonly DelegationLine[];
  places: ScopeNames;
  now: Date;
}

/** Mandates in one direction: to whom or from whom, in which role, on what paper, between which days. */
export function DelegationTable({ direction, rows, places, now }: DelegationTableProps) {
  const t = useTranslations('access');
  const locale = useLocale();
  const given = direction === 'given';
  const columns: Column<DelegationLine>[] = [
    {
      key: 'person',
      header: given ? t('delegation.to') : t('delegation.by'),
      rowHeader: true,
      cell: ({ fromName, toName }) => (given ? toName : fromName),
    },
    {
      key: 'role',
      header: t('account.role'),
      cell: ({ role, scope }) =>
        [t(`roles.${role}`), placeOf(scope, places, locale)].filter(Boolean).join(', '),
    },
    { key: 'document', header: t('delegation.document'), cell: ({ documentNumber }) => documentNumber },
    {
      key: 'dates',
      header: t('account.dates'),
      className: 'tabular',
      cell: (row) => (
        <>
          {periodOf(row, { locale, noEnd: t('noEnd') })}
          <span className="block">
            <StandingTag standing={standingOf(row, now)} />
          </span>
        </>
      ),
    },
  ];
  if (given) {
    columns.push({
      key: 'act',
      header: t('delegation.act'),
      cell: (row) =>
        row.revokedAt === null &&
        row.validTo > now && (
          <ActForm
            action={endDelegationAction}
            hidden={{ delegation: row.id }}
            label={t('delegation.endNamed', { name: row.toName })}
          >
            {t('delegation.end')}
          </ActForm>
        ),
    });
  }
  return (
    <PlainTable
      caption={given ? t('delegation.caption') : t('delegation.captionReceived')}
      captionHidden
      columns={columns}
      rows={rows}
      rowKey={({ id }) => id}
      empty={<p className="text-muted">{given ? t('own.noGiven') : t('own.noReceived')}</p>}
    />
  );
}
