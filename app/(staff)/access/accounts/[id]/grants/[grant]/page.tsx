import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getLocale, getTranslations } from 'next-intl/server';
import { ReasonPage } from '@/components/access/reason-page';
import { placeOf } from '@/components/access/words';
import { revokeGrantAction } from '@/lib/access/actions';
import { getGrant, listScopeNames } from '@/lib/access/queries';
import { formatDate } from '@/lib/i18n/format';
import { orNotFound } from '@/lib/kernel/or-not-found';
import { requireActor } from '@/lib/session/actor';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('access'))('revoke.title') };
}

export default async function RevokeGrantPage({ params }: PageProps<'/access/accounts/[id]/grants/[grant]'>) {
  const [actor, { id, grant: grantId }, t, locale] = await Promise.all([
    requireActor(),
    params,
    getTranslations('access'),
    getLocale(),
  ]);
  const grant = await orNotFound(getGrant(actor, { id: grantId }));
  if (grant.accountId !== id) notFound();
  const scope = placeOf(grant.scope, await listScopeNames([grant.scope]), locale) ?? t('nowhere');
  return (
    <ReasonPage
      account={{ id, name: grant.name }}
      title={t('revoke.title')}
      lead={
        <>
          <strong>{t('revoke.what', { role: t(`roles.${grant.role}`), scope })}</strong>
          <br />
          {t('revoke.since', { date: formatDate(grant.validFrom, locale) })}
        </>
      }
      effect={t('revoke.effect')}
      action={revokeGrantAction}
      hidden={{ grant: grantId }}
      submitLabel={t('revoke.submit')}
    />
  );
}
