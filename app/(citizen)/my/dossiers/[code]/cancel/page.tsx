import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { getLocale, getTranslations } from 'next-intl/server';
import { ActionForm } from '@/components/forms/action-form';
import { Main, PageTitle } from '@/components/shell/main';
import { BackLink } from '@/components/ui/breadcrumbs';
import { Warning } from '@/components/ui/notice';
import { TextLink } from '@/components/ui/text-link';
import { cancelDraftAction } from '@/lib/dossiers/actions';
import { getDossier } from '@/lib/dossiers/queries/get';
import { orNotFound } from '@/lib/kernel/or-not-found';
import { requireActor } from '@/lib/session/actor';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('applicant'))('cancel.title') };
}

export default async function CancelDraftPage({ params }: PageProps<'/my/dossiers/[code]/cancel'>) {
  const [{ code }, actor] = await Promise.all([params, requireActor()]);
  const [dossier, t, locale] = await Promise.all([
    orNotFound(getDossier(actor, { code })),
    getTranslations('applicant'),
    getLocale(),
  ]);
  const home = `/my/dossiers/${code}`;
  if (dossier.state !== 'draft') redirect(home);
  return (
    <Main width="prose">
      <BackLink href={home}>{t('backTo.tasks')}</BackLink>
      <PageTitle lead={dossier.definition.title[locale]}>{t('cancel.title')}</PageTitle>
      <Warning>{t('cancel.warning')}</Warning>
      <div className="mt-8">
        <ActionForm
          action={cancelDraftAction}
          titlesHidden
          sections={[]}
          hidden={{ code, version: String(dossier.version) }}
          submitLabel={t('cancel.submit')}
          aside={<TextLink href={home}>{t('backWithout')}</TextLink>}
        />
      </div>
    </Main>
  );
}
