'use client';
import type { ReactNode } from 'react';
import { type DataColumn, DataTable } from '@/components/tables/data-table';
import { type QueueLine, useQueueRows } from './queue-rows';

interface QueueTableProps {
  caption: string;
  columns: readonly DataColumn[];
  lines: readonly QueueLine[];
  bulk: ReactNode;
  empty: ReactNode;
}

/** The officers' list: lines come as data and become cells here, the preview when somebody asks for it. */
export function QueueTable({ lines, ...table }: QueueTableProps) {
  'use memo';
  const rows = useQueueRows(lines);
  return <DataTable {...table} rows={rows} />;
}
