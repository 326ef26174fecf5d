import type { BenchRow } from '../define';
import { row as board } from './board';

/** In the order of the page of results. */
export const rows: readonly BenchRow[] = [board];
