import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { Interconnection } from '@/components/procedures/interconnection';
import { LegalBasis } from '@/components/procedures/legal-basis';
import { PaperList } from '@/components/procedures/paper-list';
import { ProcedureFacts } from '@/components/procedures/procedure-facts';
import { StartApplication } from '@/components/procedures/start-application';
import { Main, PageTitle } from '@/components/shell/main';
import { Breadcrumbs } from '@/components/ui/breadcrumbs';
import { Details } from '@/components/ui/details';
import { InsetText } from '@/components/ui/notice';
import { readWaitingTime } from '@/lib/dossiers/queries/public';
import { orNotFound } from '@/lib/kernel/or-not-found';
import { getProcedure } from '@/lib/procedures/queries';
import { listUnitNames } from '@/lib/procedures/units/queries';

/** Fewer finished dossiers say nothing about the next one, and might say something about a person. */
const fewest = 10;

export async function generateMetadata({ params }: PageProps<'/procedures/[slug]'>): Promise<Metadata> {
  const { definition } = await orNotFound(getProcedure({ slug: (await params).slug }));
  const locale = await getLocale();
  return { title: definition.title[locale], description: definition.summary[locale] };
}

export default async function ProcedurePage({ params }: PageProps<'/procedures/[slug]'>) {
  const { slug } = await params;
  const [t, pages, nav, locale, procedure, waited, units] = await Promise.all([
    getTranslations('procedures'),
    getTranslations('pages.procedure'),
    getTranslations('pages'),
    getLocale(),
    orNotFound(getProcedure({ slug })),
    readWaitingTime({ procedure: slug }),
    listUnitNames(undefined),
  ]);
  const { definition, legalBasis, notice } = procedure;
  const { count, median, slow } = waited;
  const waiting = count < fewest || median === null || slow === null ? null : { count, median, slow };
  return (
    <Main width="page">
      <Breadcrumbs
        crumbs={[
          { href: '/', label: nav('home') },
          { href: '/procedures', label: t('title') },
        ]}
      />
      <div className="mt-4">
        <PageTitle lead={definition.summary[locale]}>{definition.title[locale]}</PageTitle>
      </div>
      <StartApplication slug={slug} level={definition.level} fed={definition.interconnection !== undefined} />
      <div className="mt-10 grid gap-x-14 gap-y-10 lg:grid-cols-[minmax(0,1fr)_22rem]">
        <div className="min-w-0">
          <h2 className="mb-3">{t('detail.components')}</h2>
          <PaperList components={definition.components} />
          {definition.interconnection !== undefined && <Interconnection data={definition.interconnection} />}
          {definition.note !== undefined && (
            <div className="mt-8">
              <InsetText>{definition.note[locale]}</InsetText>
            </div>
          )}
          <Details className="mt-8" summary={t('detail.legalBasis')}>
            <LegalBasis documents={legalBasis} />
          </Details>
        </div>
        <section aria-label={pages('facts')}>
          <ProcedureFacts
            definition={definition}
            waiting={waiting}
            unitName={units[definition.unit]?.[locale] ?? definition.unit}
          />
          <p className="mt-4 text-14 text-muted">{notice[locale]}.</p>
        </section>
      </div>
    </Main>
  );
}
