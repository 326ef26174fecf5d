import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { OwnDossiers } from '@/components/dossiers/applicant-list';
import { ActionForm } from '@/components/forms/action-form';
import { Main, PageTitle } from '@/components/shell/main';
import { BackLink } from '@/components/ui/breadcrumbs';
import { InsetText } from '@/components/ui/notice';
import { SummaryList } from '@/components/ui/summary-list';
import { startDossierAction } from '@/lib/dossiers/actions';
import { getApplicant } from '@/lib/dossiers/queries/applicant';
import { listOwnDossiers } from '@/lib/dossiers/queries/list';
import { orNotFound } from '@/lib/kernel/or-not-found';
import { getProcedure } from '@/lib/procedures/queries';
import { requireActor } from '@/lib/session/actor';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('applicant'))('start.title') };
}

/** Who applies and for what, before a draft is opened; an open draft comes first, so that nobody makes five. */
export default async function StartPage({ searchParams }: PageProps<'/my/start'>) {
  const { procedure = '' } = await searchParams;
  const actor = await requireActor();
  const [t, procedures, locale, { definition }, applicant, own] = await Promise.all([
    getTranslations('applicant'),
    getTranslations('procedures'),
    getLocale(),
    orNotFound(getProcedure({ slug: String(procedure) })),
    orNotFound(getApplicant(actor, undefined)),
    orNotFound(listOwnDossiers(actor, {})),
  ]);
  const drafts = own.rows.filter(
    ({ state, procedureSlug }) => state === 'draft' && procedureSlug === definition.slug,
  );
  const suits = definition.applicant.some(
    (kind) => (kind === 'citizen') === (applicant.organisation === null),
  );
  return (
    <Main width="prose">
      <BackLink href={`/procedures/${definition.slug}`}>{procedures('title')}</BackLink>
      <PageTitle lead={t('start.lead')}>{definition.title[locale]}</PageTitle>
      {drafts.length > 0 && (
        <section className="mb-10">
          <h2 className="mb-2">{t('start.drafts')}</h2>
          <OwnDossiers dossiers={drafts} />
        </section>
      )}
      <SummaryList
        rows={[
          { key: 'who', label: t('start.who'), value: applicant.organisation?.name ?? applicant.name },
          {
            key: 'for',
            label: procedures('detail.applicant'),
            value: definition.applicant.map((kind) => procedures(`applicant.${kind}`)).join(', '),
          },
        ]}
      />
      {!suits && (
        <div className="mt-6">
          <InsetText tone="warn">{t('start.unsuited')}</InsetText>
        </div>
      )}
      <ActionForm
        action={startDossierAction}
        sections={[]}
        hidden={{ procedure: definition.slug }}
        submitLabel={drafts.length > 0 ? t('start.another') : t('start.open')}
      />
    </Main>
  );
}
