import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { ReasonPage } from '@/components/access/reason-page';
import { setAccountStateAction } from '@/lib/access/actions';
import { getAccount } from '@/lib/access/queries';
import { orNotFound } from '@/lib/kernel/or-not-found';
import { may } from '@/lib/policy/authorize';
import { requireActor } from '@/lib/session/actor';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('access'))('accounts.title') };
}

export default async function AccountStatePage({ params }: PageProps<'/access/accounts/[id]/state'>) {
  const [actor, { id }, t] = await Promise.all([requireActor(), params, getTranslations('access')]);
  const { account } = await orNotFound(getAccount(actor, { id }));
  const verb = account.disabledAt === null ? 'disable' : 'enable';
  const right = verb === 'disable' ? 'account.revoke' : 'account.grant';
  if (account.personId === actor.personId || !may(actor, right, {})) notFound();
  return (
    <ReasonPage
      account={account}
      title={t(`stateForm.${verb}Title`)}
      lead={account.name}
      effect={t(`stateForm.${verb}Effect`)}
      action={setAccountStateAction}
      hidden={{ to: verb === 'disable' ? 'disabled' : 'open' }}
      submitLabel={t(`stateForm.${verb}Submit`)}
    />
  );
}
