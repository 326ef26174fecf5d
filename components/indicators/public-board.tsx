import type { Board, IndicatorView } from '@/lib/indicators/schema';
import { BoardTable } from './board-table';
import { PlaceMap } from './place-map';
import { PlacesPanel } from './places-panel';
import { StatusRule } from './status-rule';
import { ViewLine } from './view-line';
import { WhyPanel } from './why-panel';

interface PublicBoardProps {
  board: Board;
  chosen: IndicatorView;
}

/** The board without doors to single facilities: sums only, nothing of a person. */
export function PublicBoard({ board, chosen }: PublicBoardProps) {
  const { figure, provinces, missingBy } = chosen;
  return (
    <div className="desk">
      <ViewLine board={board} view={{}} sample={board.rows.some(({ sample }) => sample)} />
      <div className="mt-5">
        <BoardTable
          rows={board.rows}
          chosen={figure.measure}
          chooseHref={(measure) => `/progress?measure=${measure}#places`}
        />
      </div>
      <StatusRule
        example={board.rows.find(({ pace, target }) => target !== null && typeof pace?.ratio === 'number')}
      />
      <div className="mt-10 grid gap-x-10 gap-y-10 lg:grid-cols-[3fr_2fr] print:break-before-page print:grid-cols-2">
        <PlacesPanel figure={figure} provinces={provinces} />
        <div className="flex min-w-0 flex-col gap-8">
          <PlaceMap figure={figure} provinces={provinces} world={board.world} />
          <WhyPanel figure={figure} missingBy={missingBy} />
        </div>
      </div>
    </div>
  );
}
