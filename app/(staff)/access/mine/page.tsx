import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { AccessTabs } from '@/components/access/access-tabs';
import { DelegationTable } from '@/components/access/delegation-table';
import { DoneNotice } from '@/components/access/done-notice';
import { GrantTable } from '@/components/access/grant-table';
import { TokenTable } from '@/components/access/token-table';
import { Main, PageTitle } from '@/components/shell/main';
import { ButtonLink } from '@/components/ui/button';
import { Block } from '@/components/ui/figure';
import { revokeTokenAction } from '@/lib/access/actions';
import { getOwnAccess } from '@/lib/access/own/queries';
import { listScopeNames } from '@/lib/access/queries';
import { now } from '@/lib/kernel/clock';
import { may, reachOf } from '@/lib/policy/authorize';
import { requireActor } from '@/lib/session/actor';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('access'))('own.title') };
}

export default async function OwnAccessPage({ searchParams }: PageProps<'/access/mine'>) {
  const [actor, { done }, t] = await Promise.all([requireActor(), searchParams, getTranslations('access')]);
  const { grants, tokens, delegations } = await getOwnAccess(actor, null);
  const places = await listScopeNames([...grants, ...delegations].map(({ scope }) => scope));
  const given = delegations.filter(({ fromAccountId }) => fromAccountId === actor.accountId);
  const received = delegations.filter(({ fromAccountId }) => fromAccountId !== actor.accountId);
  const delegates = reachOf(actor, 'delegation.write').some(({ grant }) => grant.mandate === undefined);
  const at = now();
  const said = done === 'token' || done === 'delegated' || done === 'ended' ? t(`done.${done}`) : null;
  return (
    <Main width="wide">
      <PageTitle lead={t('own.lead')}>{t('own.title')}</PageTitle>
      <AccessTabs current="own" seesAccounts={may(actor, 'account.read', {})} />
      <DoneNotice>{said}</DoneNotice>
      <div className="flex flex-col gap-10">
        <Block title={t('own.roles')}>
          <GrantTable caption={t('own.rolesCaption')} grants={grants} places={places} now={at} />
        </Block>
        <Block title={t('own.tokens')} note={t('own.tokensNote')}>
          <TokenTable
            caption={t('own.tokensCaption')}
            tokens={tokens}
            now={at}
            revoke={{ action: revokeTokenAction, hidden: {} }}
          />
          <div className="mt-4">
            <ButtonLink href="/access/mine/token" variant="secondary">
              {t('own.newToken')}
            </ButtonLink>
          </div>
        </Block>
        {(delegates || given.length > 0) && (
          <Block title={t('own.given')} note={t('delegation.duties')}>
            <DelegationTable direction="given" rows={given} places={places} now={at} />
            {delegates && (
              <div className="mt-4">
                <ButtonLink href="/access/mine/delegate" variant="secondary">
                  {t('own.newDelegation')}
                </ButtonLink>
              </div>
            )}
          </Block>
        )}
        <Block title={t('own.received')}>
          <DelegationTable direction="received" rows={received} places={places} now={at} />
        </Block>
      </div>
    </Main>
  );
}
