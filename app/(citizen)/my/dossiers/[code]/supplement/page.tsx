import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { getLocale, getTranslations } from 'next-intl/server';
import { SupplementItems } from '@/components/dossiers/applicant-supplement';
import { ActionForm } from '@/components/forms/action-form';
import { Main, PageTitle } from '@/components/shell/main';
import { BackLink } from '@/components/ui/breadcrumbs';
import { InsetText } from '@/components/ui/notice';
import { TextLink } from '@/components/ui/text-link';
import { answerSupplementAction } from '@/lib/dossiers/actions';
import { getDossier } from '@/lib/dossiers/queries/get';
import { formatDate } from '@/lib/i18n/format';
import { orNotFound } from '@/lib/kernel/or-not-found';
import { requireActor } from '@/lib/session/actor';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('applicant'))('supplement.title') };
}

export default async function SupplementPage({ params }: PageProps<'/my/dossiers/[code]/supplement'>) {
  const [{ code }, actor] = await Promise.all([params, requireActor()]);
  const [dossier, t, locale] = await Promise.all([
    orNotFound(getDossier(actor, { code })),
    getTranslations('applicant'),
    getLocale(),
  ]);
  const asked = dossier.openSupplement;
  if (asked === null) redirect(`/my/dossiers/${code}`);
  const left = asked.items.filter(({ component }) => !asked.addressed.includes(component)).length;
  return (
    <Main width="prose">
      <BackLink href={`/my/dossiers/${code}`}>{t('backTo.dossier')}</BackLink>
      <PageTitle lead={dossier.definition.title[locale]}>{t('supplement.title')}</PageTitle>
      <p>
        {t('supplement.lead')}{' '}
        {asked.dueAt !== null && t('supplement.by', { date: formatDate(asked.dueAt, locale) })}
      </p>
      {asked.paperId !== null && (
        <p className="mt-2">
          <TextLink href={`/api/documents/papers/${asked.paperId}`}>{t('supplement.form')}</TextLink>
        </p>
      )}
      <div className="mt-6">
        <SupplementItems
          code={code}
          definition={dossier.definition}
          items={asked.items}
          addressed={asked.addressed}
        />
      </div>
      {left > 0 ? (
        <div className="mt-6">
          <InsetText>{t('supplement.left', { count: left })}</InsetText>
        </div>
      ) : (
        <ActionForm
          action={answerSupplementAction}
          sections={[]}
          hidden={{ code }}
          submitLabel={t('supplement.send')}
        />
      )}
    </Main>
  );
}
