import { csvText } from '@/lib/kernel/csv';
import type { Sheet } from './sheet';

export const csvOf = ({ columns, rows }: Sheet): string =>
  csvText([columns.map(({ header }) => header), ...rows]);
