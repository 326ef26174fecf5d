import type { BenchRow } from '../define';
import { row as board } from './board';
import { row as cellToFigure } from './cell-to-figure';
import { row as dossierList } from './dossier-list';
import { row as javascript } from './javascript';
import { row as peerPayload } from './peer-payload';
import { row as search } from './search';
import { row as startUp } from './start-up';
import { row as viewers } from './viewers';

/** In the order of the page of results. */
export const rows: readonly BenchRow[] = [
  dossierList,
  search,
  board,
  cellToFigure,
  viewers,
  javascript,
  startUp,
  peerPayload,
];
