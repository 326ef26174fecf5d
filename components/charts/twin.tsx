import { useTranslations } from 'next-intl';
import { type Column, PlainTable } from '@/components/tables/plain-table';
import { Details } from '@/components/ui/details';

/** Folded under the drawing, always in sight, or left to the page, which then shows the same figures itself. */
export type TwinMode = 'folded' | 'open' | 'none';

export interface TwinOptions {
  table?: TwinMode | undefined;
  /** A folded table is printed open; without this the paper carries the drawing only. */
  printTable?: boolean | undefined;
}

interface TwinProps<Row> extends TwinOptions {
  caption: string;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  rowKey: (row: Row) => string;
}

/** The same figures as a table: nothing that is drawn can be read only by eye. */
export function Twin<Row>({ table = 'folded', printTable = false, ...rest }: TwinProps<Row>) {
  const t = useTranslations('charts');
  if (table === 'none') return null;
  const twin = <PlainTable {...rest} captionHidden />;
  if (table === 'open') return <div className="mt-4">{twin}</div>;
  return (
    <Details summary={t('table')} className={printTable ? 'mt-3' : 'mt-3 print:hidden'}>
      {twin}
    </Details>
  );
}
