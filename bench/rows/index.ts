import type { BenchRow } from '../define';
import { row as board } from './board';
import { row as dossierList } from './dossier-list';

/** In the order of the page of results. */
export const rows: readonly BenchRow[] = [dossierList, board];
