import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getLocale, getTranslations } from 'next-intl/server';
import { ExportLinks } from '@/components/indicators/export-links';
import { FacilityFilter } from '@/components/indicators/facility-filter';
import { FacilityTable } from '@/components/indicators/facility-table';
import { OutcomeTabs } from '@/components/indicators/outcome-tabs';
import { figureText } from '@/components/indicators/sentences';
import { hrefOf, without } from '@/components/indicators/view';
import { ViewLine } from '@/components/indicators/view-line';
import { headName } from '@/components/indicators/words';
import { Main, PageTitle } from '@/components/shell/main';
import { Breadcrumbs } from '@/components/ui/breadcrumbs';
import { EmptyState } from '@/components/ui/notice';
import { Pagination } from '@/components/ui/pagination';
import { definitionOf } from '@/lib/indicators/measures/catalogue';
import { readBoard } from '@/lib/indicators/queries/board';
import { listFacilityFigures } from '@/lib/indicators/queries/facilities';
import { getIndicator } from '@/lib/indicators/queries/indicator';
import { ListFacilityFigures } from '@/lib/indicators/schema';
import { orNotFound } from '@/lib/kernel/or-not-found';
import { requireStaffWith } from '@/lib/session/staff';
import { askedOf } from '../../view';

type Address = '/indicators/[id]/facilities';

export async function generateMetadata({ params }: PageProps<Address>): Promise<Metadata> {
  const [{ id }, t] = await Promise.all([params, getTranslations('indicators')]);
  return { title: t('facilities.title', { name: id }) };
}

/** The facilities a figure is made of: what each said, in which period, fixed by which lock. */
export default async function FacilitiesPage({ params, searchParams }: PageProps<Address>) {
  const [{ id }, { view, input, refused, raw }, actor] = await Promise.all([
    params,
    askedOf(searchParams),
    requireStaffWith('indicator.read'),
  ]);
  if (definitionOf(id) === undefined) notFound();
  const asked = ListFacilityFigures.safeParse({ ...input, id, ...chosen(raw) });
  if (!asked.success) notFound();
  const [page, indicator, board, t, locale] = await Promise.all([
    orNotFound(listFacilityFigures(actor, asked.data)),
    orNotFound(getIndicator(actor, { ...input, id })),
    orNotFound(readBoard(actor, input)),
    getTranslations('indicators'),
    getLocale(),
  ]);
  const { figure, definition } = indicator;
  const { outcome, search } = asked.data;
  const here = without(view, 'measure');
  const path = `/indicators/${id}/facilities`;
  const name = headName(figure, { t, locale });
  const more = { outcome, search };
  return (
    <Main width="full">
      <div className="print-wide">
        <Breadcrumbs
          crumbs={[
            { href: hrefOf('/indicators', without(here, 'place')), label: t('title') },
            { href: hrefOf(`/indicators/${id}`, here), label: id },
            { label: figure.place?.name[locale] ?? t('filter.nation') },
          ]}
        />
        <div className="mt-4">
          <PageTitle
            lead={
              <>
                <p className="text-ink">{figureText(figure, { t, locale })}</p>
                <ViewLine board={board} view={view} refused={refused} sample={figure.sample} />
              </>
            }
            aside={<ExportLinks view={{ ...here, measure: id }} what="facilities" more={more} />}
          >
            {t('facilities.title', { name })}
          </PageTitle>
        </div>
        <FacilityFilter path={path} view={here} outcome={outcome} search={search} places={board.places} />
        <OutcomeTabs
          figure={figure}
          current={outcome}
          hrefOfOutcome={(chosenOutcome) => hrefOf(path, here, { search, outcome: chosenOutcome })}
        />
        <div className="mt-4">
          {page.rows.length === 0 ? (
            <EmptyState title={t('facilities.empty')}>{t('facilities.emptyHint')}</EmptyState>
          ) : (
            <FacilityTable
              caption={t('facilities.title', { name })}
              rows={page.rows}
              parts={Object.fromEntries(definition.elements.map((part) => [part.id, part.label]))}
              hrefOfFacility={(facility) => hrefOf(`${path}/${facility}`, here)}
            />
          )}
        </div>
        <Pagination
          previousHref={page.previous && hrefOf(path, here, { ...more, before: page.previous })}
          nextHref={page.next && hrefOf(path, here, { ...more, after: page.next })}
          position={t('facilities.position', { count: page.rows.length })}
        />
      </div>
    </Main>
  );
}

/** What narrows the list; an empty field is no condition. */
function chosen({ outcome, search, after, before }: Readonly<Record<string, string | undefined>>) {
  return Object.fromEntries(Object.entries({ outcome, search, after, before }).filter(([, value]) => value));
}
