import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { BoardView } from '@/components/indicators/board-view';
import { IndicatorTabs } from '@/components/indicators/indicator-tabs';
import { LiveRefresh } from '@/components/indicators/live-refresh';
import { Main } from '@/components/shell/main';
import { readBoard } from '@/lib/indicators/queries/board';
import { getIndicator } from '@/lib/indicators/queries/indicator';
import { requireStaffWith } from '@/lib/session/staff';
import { askedOf, type SearchParams } from './view';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('indicators');
  return { title: t('title') };
}

/** The first board: the answer, the measures, then one of them by province, on the map and in its reasons. */
export default async function IndicatorsPage({ searchParams }: { searchParams: SearchParams }) {
  const actor = await requireStaffWith('indicator.read');
  const { view, input, refused } = await askedOf(searchParams);
  const [board, t] = await Promise.all([readBoard(actor, input), getTranslations('indicators')]);
  const measure = board.rows.find((row) => row.measure === view.measure) ?? board.rows[0];
  const chosen = measure === undefined ? null : await getIndicator(actor, { ...input, id: measure.measure });
  return (
    <Main width="full">
      <div className="print-wide">
        <IndicatorTabs current="board" />
        <BoardView
          board={board}
          view={view}
          refused={refused}
          chosen={chosen}
          live={
            view.asOf === undefined && (
              <LiveRefresh
                endpoint="/api/indicators/sequence"
                sequence={board.sequence}
                drawnAt={board.knownAt}
                words={t('board.updated')}
              />
            )
          }
        />
      </div>
    </Main>
  );
}
