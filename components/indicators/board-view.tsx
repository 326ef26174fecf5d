import { useLocale, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { EmptyState } from '@/components/ui/notice';
import type { Board, IndicatorView } from '@/lib/indicators/schema';
import { BoardControls } from './board-controls';
import { BoardTable } from './board-table';
import { ExportLinks } from './export-links';
import { PlaceMap } from './place-map';
import { PlacesPanel } from './places-panel';
import { answerText } from './sentences';
import { StatusRule } from './status-rule';
import { hrefOf, type View, without } from './view';
import { ViewLine } from './view-line';
import { WhyPanel } from './why-panel';

interface BoardViewProps {
  board: Board;
  view: View;
  refused: readonly (keyof View)[];
  /** The chosen measure opened; null when the board has no rows. */
  chosen: IndicatorView | null;
  live?: ReactNode;
}

/** Are we on track, which provinces lag, where are they, why: in this order, on screen and on paper. */
export function BoardView({ board, view, refused, chosen, live }: BoardViewProps) {
  const t = useTranslations('indicators');
  const locale = useLocale();
  const { rows } = board;
  return (
    <>
      <div className="mb-5 flex flex-wrap items-start justify-between gap-x-8 gap-y-3">
        <div className="min-w-0 lg:max-w-2/3">
          <h1>{answerText(rows, { t, locale })}</h1>
          <ViewLine board={board} view={view} refused={refused} sample={rows.some(({ sample }) => sample)} />
          {live}
        </div>
        <ExportLinks view={view} what="board" />
      </div>
      <div className="mb-5">
        <BoardControls board={board} view={view} path="/indicators" />
      </div>
      {rows.length === 0 ? (
        <EmptyState title={t('board.empty')}>{t('board.emptyHint')}</EmptyState>
      ) : (
        <BoardTable
          rows={rows}
          view={view}
          chosen={chosen?.figure.measure ?? ''}
          chooseHref={(measure) => `${hrefOf('/indicators', view, { measure })}#places`}
        />
      )}
      <StatusRule
        example={rows.find(({ pace, target }) => target !== null && typeof pace?.ratio === 'number')}
      />
      {chosen !== null && <Chosen chosen={chosen} view={view} world={board.world} />}
    </>
  );
}

interface ChosenProps {
  chosen: IndicatorView;
  view: View;
  world: Board['world'];
}

function Chosen({ chosen, view, world }: ChosenProps) {
  const { figure, provinces, missingBy } = chosen;
  const path = `/indicators/${figure.measure}/facilities`;
  const hrefOfPlace = (place: string) => hrefOf(path, without(view, 'measure'), { place });
  return (
    <div className="mt-10 grid gap-x-10 gap-y-10 xl:grid-cols-2 print:break-before-page print:grid-cols-2">
      <PlacesPanel figure={figure} provinces={provinces} hrefOfPlace={hrefOfPlace} />
      <div className="flex min-w-0 flex-col gap-8">
        <PlaceMap figure={figure} provinces={provinces} world={world} hrefOfPlace={hrefOfPlace} />
        <WhyPanel figure={figure} missingBy={missingBy} />
      </div>
    </div>
  );
}
