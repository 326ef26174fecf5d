import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { getLocale, getTranslations } from 'next-intl/server';
import { ActionForm } from '@/components/forms/action-form';
import { Main, PageTitle } from '@/components/shell/main';
import { BackLink } from '@/components/ui/breadcrumbs';
import { Warning } from '@/components/ui/notice';
import { TextLink } from '@/components/ui/text-link';
import { withdrawAction } from '@/lib/dossiers/actions';
import { getDossier } from '@/lib/dossiers/queries/get';
import { orNotFound } from '@/lib/kernel/or-not-found';
import { requireActor } from '@/lib/session/actor';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('applicant'))('withdraw.title') };
}

export default async function WithdrawPage({ params }: PageProps<'/my/dossiers/[code]/withdraw'>) {
  const [{ code }, actor] = await Promise.all([params, requireActor()]);
  const [dossier, t, locale] = await Promise.all([
    orNotFound(getDossier(actor, { code })),
    getTranslations('applicant'),
    getLocale(),
  ]);
  const home = `/my/dossiers/${code}`;
  if (!dossier.moves.includes('request_withdrawal')) redirect(home);
  return (
    <Main width="prose">
      <BackLink href={home}>{t('backTo.dossier')}</BackLink>
      <PageTitle lead={dossier.definition.title[locale]}>{t('withdraw.title')}</PageTitle>
      <Warning>{t('withdraw.warning')}</Warning>
      <div className="mt-8">
        <ActionForm
          action={withdrawAction}
          titlesHidden
          sections={[
            {
              code: 'withdraw',
              title: t('withdraw.title'),
              fields: [
                {
                  code: 'reason',
                  kind: 'textarea',
                  label: t('withdraw.reason'),
                  hint: t('withdraw.hint'),
                  required: true,
                  maxLength: 2000,
                },
              ],
            },
          ]}
          hidden={{ code, version: String(dossier.version) }}
          submitLabel={t('withdraw.submit')}
          aside={<TextLink href={home}>{t('backWithout')}</TextLink>}
        />
      </div>
    </Main>
  );
}
