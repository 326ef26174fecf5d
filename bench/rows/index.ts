import type { BenchRow } from '../define';
import { row as auditChain } from './audit-chain';
import { row as board } from './board';
import { row as cellToFigure } from './cell-to-figure';
import { row as cluster } from './cluster';
import { row as cubeLoad } from './cube-load';
import { row as dossierList } from './dossier-list';
import { row as dueDates } from './due-dates';
import { row as exporting } from './export';
import { row as importMonth } from './import-month';
import { row as javascript } from './javascript';
import { row as peerPayload } from './peer-payload';
import { row as search } from './search';
import { row as soak } from './soak';
import { row as startUp } from './start-up';
import { row as upload } from './upload';
import { row as viewers } from './viewers';
import { row as workbook } from './workbook';

/** In the order of the page of results. */
export const rows: readonly BenchRow[] = [
  dossierList,
  search,
  board,
  cellToFigure,
  viewers,
  cubeLoad,
  importMonth,
  workbook,
  dueDates,
  auditChain,
  upload,
  exporting,
  javascript,
  startUp,
  peerPayload,
  cluster,
  soak,
];
