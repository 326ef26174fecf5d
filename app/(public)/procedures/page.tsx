import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { CatalogueFilter } from '@/components/procedures/catalogue-filter';
import { ProcedureLines } from '@/components/procedures/procedure-lines';
import { Main, PageTitle } from '@/components/shell/main';
import { Breadcrumbs } from '@/components/ui/breadcrumbs';
import { ButtonLink } from '@/components/ui/button';
import { EmptyState, InsetText } from '@/components/ui/notice';
import { catalogueNotice } from '@/lib/procedures/define';
import { listProcedures } from '@/lib/procedures/queries';
import { ProcedureFilter } from '@/lib/procedures/schema';
import { listUnitNames } from '@/lib/procedures/units/queries';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('procedures'))('title') };
}

export default async function ProceduresPage({ searchParams }: PageProps<'/procedures'>) {
  const filter = ProcedureFilter.parse(blanksOut(await searchParams));
  const [t, nav, locale, all, found, units] = await Promise.all([
    getTranslations('procedures'),
    getTranslations('pages'),
    getLocale(),
    listProcedures({}),
    listProcedures(filter),
    listUnitNames(undefined),
  ]);
  return (
    <Main width="page">
      <Breadcrumbs crumbs={[{ href: '/', label: nav('home') }, { label: t('title') }]} />
      <div className="mt-4">
        <PageTitle lead={t('intro')}>{t('title')}</PageTitle>
      </div>
      <InsetText>{catalogueNotice[locale]}.</InsetText>
      <div className="mt-8">
        <CatalogueFilter filter={filter} all={all} units={units} />
      </div>
      <h2 className="mt-10 border-b-2 border-ink pb-2" aria-live="polite">
        {t('count', { count: found.length })}
      </h2>
      {found.length === 0 ? (
        <EmptyState
          title={t('none')}
          action={
            <ButtonLink href="/procedures" variant="secondary">
              {t('filter.clear')}
            </ButtonLink>
          }
        />
      ) : (
        <ProcedureLines procedures={found} units={units} locale={locale} summaries />
      )}
    </Main>
  );
}

/** A form sends every field; an empty one is no filter. */
function blanksOut(params: Record<string, string | string[] | undefined>): Record<string, string> {
  const given = Object.entries(params).map(
    ([key, value]) => [key, Array.isArray(value) ? value[0] : value] as const,
  );
  return Object.fromEntries(given.filter((entry): entry is [string, string] => Boolean(entry[1])));
}
