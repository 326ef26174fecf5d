import type { BenchRow } from '../define';

/** In the order of the page of results. */
export const rows: readonly BenchRow[] = [];
