import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getLocale, getTranslations } from 'next-intl/server';
import { BoardControls } from '@/components/indicators/board-controls';
import { ExportLinks } from '@/components/indicators/export-links';
import { IndicatorDetail } from '@/components/indicators/indicator-view';
import { hrefOf, without } from '@/components/indicators/view';
import { ViewLine } from '@/components/indicators/view-line';
import { Main, PageTitle } from '@/components/shell/main';
import { Breadcrumbs } from '@/components/ui/breadcrumbs';
import { definitionOf } from '@/lib/indicators/measures/catalogue';
import { readBoard } from '@/lib/indicators/queries/board';
import { getIndicator } from '@/lib/indicators/queries/indicator';
import { orNotFound } from '@/lib/kernel/or-not-found';
import { requireStaffWith } from '@/lib/session/staff';
import { askedOf } from '../view';

type Address = '/indicators/[id]';

export async function generateMetadata({ params }: PageProps<Address>): Promise<Metadata> {
  const [{ id }, locale] = await Promise.all([params, getLocale()]);
  return { title: definitionOf(id)?.title[locale] ?? id };
}

export default async function IndicatorPage({ params, searchParams }: PageProps<Address>) {
  const [{ id }, { view, input, refused }, actor] = await Promise.all([
    params,
    askedOf(searchParams),
    requireStaffWith('indicator.read'),
  ]);
  const definition = definitionOf(id);
  if (definition === undefined) notFound();
  const [indicator, board, t, locale] = await Promise.all([
    orNotFound(getIndicator(actor, { ...input, id })),
    orNotFound(readBoard(actor, input)),
    getTranslations('indicators'),
    getLocale(),
  ]);
  const here = without(view, 'measure');
  return (
    <Main width="full">
      <div className="print-wide">
        <Breadcrumbs
          crumbs={[{ href: hrefOf('/indicators', here), label: t('title') }, { label: definition.id }]}
        />
        <div className="mt-4">
          <PageTitle
            lead={<ViewLine board={board} view={view} refused={refused} />}
            aside={<ExportLinks view={{ ...here, measure: id }} what="indicator" />}
          >
            {definition.title[locale]}
          </PageTitle>
        </div>
        <div className="mb-8">
          <BoardControls board={board} view={here} path={`/indicators/${id}`} />
        </div>
        <IndicatorDetail indicator={indicator} view={here} world={board.world} />
      </div>
    </Main>
  );
}
