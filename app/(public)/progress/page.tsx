import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { FigureRows } from '@/components/home/figure-rows';
import { PublicBoard } from '@/components/indicators/public-board';
import { answerText } from '@/components/indicators/sentences';
import { Main, PageTitle } from '@/components/shell/main';
import { Breadcrumbs } from '@/components/ui/breadcrumbs';
import { EmptyState } from '@/components/ui/notice';
import { readPublicBoard } from '@/lib/indicators/queries/board';
import { getPublicIndicator } from '@/lib/indicators/queries/indicator';
import { listPublicFigures } from '@/lib/indicators/queries/published';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('pages.progress'))('title') };
}

/** The country's progress for everybody: the board as it stands now, then every published figure with its source. */
export default async function ProgressPage({ searchParams }: PageProps<'/progress'>) {
  const [{ measure: asked }, board, figures] = await Promise.all([
    searchParams,
    readPublicBoard({ world: '34' }),
    listPublicFigures({}),
  ]);
  const [t, pages, own, locale] = await Promise.all([
    getTranslations('indicators'),
    getTranslations('pages'),
    getTranslations('pages.progress'),
    getLocale(),
  ]);
  const known = board.rows.filter(({ provenance }) => provenance !== 'none');
  const row = known.find(({ measure }) => measure === asked) ?? known[0];
  const chosen = row && (await getPublicIndicator({ world: '34', id: row.measure }));
  return (
    <Main width="wide">
      <div className="print-wide">
        <Breadcrumbs crumbs={[{ href: '/', label: pages('home') }, { label: own('title') }]} />
        <div className="mt-4">
          <PageTitle lead={known.length === 0 ? own('lead') : t('progress.lead')}>
            {known.length === 0 ? own('title') : answerText(board.rows, { t, locale })}
          </PageTitle>
        </div>
        {chosen !== undefined && <PublicBoard board={board} chosen={chosen} />}
        {figures.length === 0 ? (
          <EmptyState title={own('none')} />
        ) : (
          <section aria-labelledby="published" className="mt-12">
            <h2 id="published">{t('targets.published')}</h2>
            <p className="mb-4 max-w-prose text-small text-muted">{t('targets.publishedNote')}</p>
            <FigureRows figures={figures} />
          </section>
        )}
      </div>
    </Main>
  );
}
