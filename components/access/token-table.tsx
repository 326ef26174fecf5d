import { useLocale, useTranslations } from 'next-intl';
import type { FormAction } from '@/components/forms/action-form';
import { type Column, PlainTable } from '@/components/tables/plain-table';
import { standingOf } from '@/lib/access/rules';
import { type TokenLine, tokenScopes } from '@/lib/access/schema';
import { formatDate, formatDateTime } from '@/lib/i18n/format';
import { ActForm } from './act-form';
import { StandingTag } from './standing-tag';

interface TokenTableProps {
  caption: string;
  tokens: readonly TokenLine[];
  now: Date;
  revoke?: { action: FormAction; hidden: Readonly<Record<string, string>> } | undefined;
}

export function TokenTable({ caption, tokens, now, revoke }: TokenTableProps) {
  const t = useTranslations('access');
  const locale = useLocale();
  const standing = (token: TokenLine) =>
    standingOf({ validFrom: token.createdAt, validTo: token.expiresAt, revokedAt: token.revokedAt }, now);
  const columns: Column<TokenLine>[] = [
    {
      key: 'name',
      header: t('token.name'),
      rowHeader: true,
      cell: ({ name, prefix }) => (
        <>
          {name}
          <code className="block font-mono text-14 font-normal text-muted">{prefix}…</code>
        </>
      ),
    },
    {
      key: 'scopes',
      header: t('token.scopes'),
      cell: ({ scopes }) =>
        tokenScopes
          .filter((scope) => scopes.includes(scope))
          .map((scope) => t(`scopes.${scope}`))
          .join(', '),
    },
    {
      key: 'expires',
      header: t('token.expires'),
      className: 'whitespace-nowrap tabular',
      cell: (token) => (
        <>
          {formatDate(token.expiresAt, locale)}
          <span className="block">
            <StandingTag standing={standing(token)} />
          </span>
        </>
      ),
    },
    {
      key: 'used',
      header: t('token.lastUsed'),
      className: 'whitespace-nowrap tabular',
      cell: ({ lastUsedAt }) =>
        lastUsedAt === null ? (
          <span className="text-muted">{t('token.unused')}</span>
        ) : (
          formatDateTime(lastUsedAt, locale)
        ),
    },
  ];
  if (revoke !== undefined) {
    columns.push({
      key: 'act',
      header: t('token.act'),
      cell: (token) =>
        standing(token) === 'in_force' && (
          <ActForm
            action={revoke.action}
            hidden={{ ...revoke.hidden, token: token.id }}
            label={t('token.revokeNamed', { name: token.name })}
          >
            {t('token.revoke')}
          </ActForm>
        ),
    });
  }
  return (
    <PlainTable
      caption={caption}
      captionHidden
      columns={columns}
      rows={tokens}
      rowKey={({ id }) => id}
      empty={<p className="text-muted">{t('own.noTokens')}</p>}
    />
  );
}
