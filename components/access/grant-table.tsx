import { useLocale, useTranslations } from 'next-intl';
import { type Column, PlainTable } from '@/components/tables/plain-table';
import { TextLink } from '@/components/ui/text-link';
import { standingOf } from '@/lib/access/rules';
import type { GrantLine } from '@/lib/access/schema';
import { StandingTag } from './standing-tag';
import { periodOf, placeOf, type ScopeNames } from './words';

interface GrantTableProps {
  caption: string;
  grants: readonly GrantLine[];
  places: ScopeNames;
  now: Date;
  /** Address of the page that takes a role away; absent for those who may not. */
  revokeHref?: ((grantId: string) => string) | undefined;
}

/** Every role an account holds or ever held, with its dates, its reason and who gave it. */
export function GrantTable({ caption, grants, places, now, revokeHref }: GrantTableProps) {
  const t = useTranslations('access');
  const locale = useLocale();
  const columns: Column<GrantLine>[] = [
    { key: 'role', header: t('account.role'), rowHeader: true, cell: ({ role }) => t(`roles.${role}`) },
    {
      key: 'scope',
      header: t('account.scope'),
      cell: ({ scope }) =>
        placeOf(scope, places, locale) ?? <span className="text-muted">{t('nowhere')}</span>,
    },
    {
      key: 'dates',
      header: t('account.dates'),
      className: 'tabular',
      cell: (grant) => (
        <>
          {periodOf(grant, { locale, noEnd: t('noEnd') })}
          <span className="block">
            <StandingTag standing={standingOf(grant, now)} />
          </span>
        </>
      ),
    },
    {
      key: 'reason',
      header: t('account.reason'),
      cell: ({ reason, grantedBy }) => (
        <>
          {reason}
          <span className="block text-muted">{grantedBy ?? t('account.bySystem')}</span>
        </>
      ),
    },
  ];
  if (revokeHref !== undefined) {
    columns.push({
      key: 'act',
      header: t('account.act'),
      cell: (grant) =>
        grant.revokedAt === null && (
          <TextLink href={revokeHref(grant.id)}>
            {t('account.revoke')}
            <span className="sr-only"> {t(`roles.${grant.role}`)}</span>
          </TextLink>
        ),
    });
  }
  return (
    <PlainTable
      caption={caption}
      captionHidden
      columns={columns}
      rows={grants}
      rowKey={({ id }) => id}
      empty={<p className="text-muted">{t('account.noGrants')}</p>}
    />
  );
}
