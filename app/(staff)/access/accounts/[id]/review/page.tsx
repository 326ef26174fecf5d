import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { GrantTable } from '@/components/access/grant-table';
import { ReasonPage } from '@/components/access/reason-page';
import { confirmGrantsAction } from '@/lib/access/actions';
import { getAccount, listScopeNames } from '@/lib/access/queries';
import { standingOf } from '@/lib/access/rules';
import { now } from '@/lib/kernel/clock';
import { orNotFound } from '@/lib/kernel/or-not-found';
import { may } from '@/lib/policy/authorize';
import { requireActor } from '@/lib/session/actor';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('access'))('reviewForm.title') };
}

export default async function ConfirmReviewPage({ params }: PageProps<'/access/accounts/[id]/review'>) {
  const [actor, { id }, t] = await Promise.all([requireActor(), params, getTranslations('access')]);
  const { account, grants } = await orNotFound(getAccount(actor, { id }));
  if (account.personId === actor.personId || !may(actor, 'account.review', {})) notFound();
  const at = now();
  const held = grants.filter((grant) => standingOf(grant, at) === 'in_force');
  return (
    <ReasonPage
      account={account}
      title={t('reviewForm.title')}
      lead={account.name}
      effect={t('reviewForm.effect')}
      action={confirmGrantsAction}
      hidden={{}}
      submitLabel={t('reviewForm.submit')}
    >
      <div className="mb-8">
        <GrantTable
          caption={t('account.grantsCaption', { name: account.name })}
          grants={held}
          places={await listScopeNames(held.map(({ scope }) => scope))}
          now={at}
        />
      </div>
    </ReasonPage>
  );
}
