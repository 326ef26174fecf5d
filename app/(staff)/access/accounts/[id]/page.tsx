import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { DoneNotice } from '@/components/access/done-notice';
import { GrantTable } from '@/components/access/grant-table';
import { SessionTable } from '@/components/access/session-table';
import { TokenTable } from '@/components/access/token-table';
import { Main, PageTitle } from '@/components/shell/main';
import { Breadcrumbs } from '@/components/ui/breadcrumbs';
import { ButtonLink } from '@/components/ui/button';
import { Block } from '@/components/ui/figure';
import { InsetText } from '@/components/ui/notice';
import { SampleBadge } from '@/components/ui/sample';
import { StatusTag } from '@/components/ui/status-tag';
import { FactLine } from '@/components/ui/summary-list';
import { TextLink } from '@/components/ui/text-link';
import { withdrawTokenAction } from '@/lib/access/actions';
import { type AccountView, getAccount, listScopeNames } from '@/lib/access/queries';
import { formatDate, formatDateTime } from '@/lib/i18n/format';
import { now } from '@/lib/kernel/clock';
import { orNotFound } from '@/lib/kernel/or-not-found';
import { may } from '@/lib/policy/authorize';
import { requireActor } from '@/lib/session/actor';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('access'))('accounts.title') };
}

const outcomes = ['granted', 'revoked', 'disabled', 'enabled', 'reviewed', 'session', 'token'] as const;

export default async function AccountPage({ params, searchParams }: PageProps<'/access/accounts/[id]'>) {
  const [actor, { id }, { done }, t] = await Promise.all([
    requireActor(),
    params,
    searchParams,
    getTranslations('access'),
  ]);
  const { account, grants, sessions, tokens } = await orNotFound(getAccount(actor, { id }));
  const places = await listScopeNames(grants.map(({ scope }) => scope));
  const self = account.personId === actor.personId;
  const rights = {
    grants: !self && may(actor, 'account.grant', {}),
    revokes: !self && may(actor, 'account.revoke', {}),
    ends: may(actor, 'session.revoke', {}),
  };
  const said = outcomes.find((one) => one === done);
  const at = now();
  return (
    <Main width="wide">
      <Breadcrumbs crumbs={[{ href: '/access', label: t('accounts.title') }, { label: account.name }]} />
      <div className="mt-3">
        <AccountHeading account={account} />
      </div>
      <DoneNotice>{said === undefined ? null : t(`done.${said}`)}</DoneNotice>
      {self && (
        <div className="mb-6">
          <InsetText>{t('account.self')}</InsetText>
        </div>
      )}
      <Moves
        id={id}
        disabled={account.disabledAt !== null}
        rights={rights}
        readsTrail={may(actor, 'audit.read', {})}
      />
      <div className="flex flex-col gap-10">
        <Block title={t('account.grants')}>
          <GrantTable
            caption={t('account.grantsCaption', { name: account.name })}
            grants={grants}
            places={places}
            now={at}
            revokeHref={rights.revokes ? (grant) => `/access/accounts/${id}/grants/${grant}` : undefined}
          />
        </Block>
        <Block title={t('account.sessions')}>
          <SessionTable
            caption={t('account.sessionsCaption', { name: account.name })}
            sessions={sessions}
            endable={rights.ends ? id : null}
          />
        </Block>
        {tokens.length > 0 && (
          <Block title={t('account.tokens')}>
            <TokenTable
              caption={t('account.tokens')}
              tokens={tokens}
              now={at}
              revoke={rights.ends ? { action: withdrawTokenAction, hidden: { account: id } } : undefined}
            />
          </Block>
        )}
      </div>
    </Main>
  );
}

async function AccountHeading({ account }: { account: AccountView['account'] }) {
  const [t, locale] = await Promise.all([getTranslations('access'), getLocale()]);
  const seen = account.lastSeenAt === null ? t('never') : formatDateTime(account.lastSeenAt, locale);
  return (
    <PageTitle
      lead={
        <>
          {account.title}
          <FactLine
            facts={[
              { label: t('account.subject'), value: account.subject },
              { label: t('account.issuer'), value: t(`issuers.${account.issuer}`) },
              { label: t('account.created'), value: formatDate(account.createdAt, locale) },
              { label: t('account.lastSeen'), value: seen },
            ]}
          />
        </>
      }
      aside={
        account.disabledAt === null ? (
          <StatusTag tone="on_time">{t('state.open')}</StatusTag>
        ) : (
          <StatusTag tone="overdue">
            {t('state.disabled')}, {formatDate(account.disabledAt, locale)}
          </StatusTag>
        )
      }
    >
      {account.name} {account.sample && <SampleBadge />}
    </PageTitle>
  );
}

interface MovesProps {
  id: string;
  disabled: boolean;
  rights: { grants: boolean; revokes: boolean };
  readsTrail: boolean;
}

async function Moves({ id, disabled, rights, readsTrail }: MovesProps) {
  const t = await getTranslations('access.account');
  const at = `/access/accounts/${id}`;
  const mayChangeState = disabled ? rights.grants : rights.revokes;
  return (
    <div className="no-print mb-8 flex flex-wrap items-center gap-3">
      {rights.grants && <ButtonLink href={`${at}/grant`}>{t('grant')}</ButtonLink>}
      {rights.revokes && (
        <ButtonLink href={`${at}/review`} variant="secondary">
          {t('review')}
        </ButtonLink>
      )}
      {mayChangeState && (
        <ButtonLink href={`${at}/state`} variant="secondary">
          {disabled ? t('enable') : t('disable')}
        </ButtonLink>
      )}
      {readsTrail && <TextLink href={`/audit?record=${id}`}>{t('trail')}</TextLink>}
    </div>
  );
}
