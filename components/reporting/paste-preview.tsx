import { useTranslations } from 'next-intl';
import { PlainTable } from '@/components/tables/plain-table';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import type { Drafts } from '@/lib/reporting/entry/schema';
import type { PastedBlock, PastedCell } from './paste';
import { shownDraft } from './shown-value';

interface PastePreviewProps {
  block: PastedBlock | null;
  drafts: Drafts;
  nameOf: (part: string) => string;
  onApply: (cells: readonly PastedCell[]) => void;
  onClose: () => void;
}

/** Which value goes where, before anything is changed. */
export function PastePreview({ block, drafts, nameOf, onApply, onClose }: PastePreviewProps) {
  const t = useTranslations('reporting.paste');
  const cell = useTranslations('reporting.cell');
  const cells = block?.cells ?? [];
  const shown = (one: PastedCell, text: string) =>
    shownDraft(one.part, { text, state: 'value', reason: '', seen: 0 }, cell);
  return (
    <Dialog
      title={t('title', { count: cells.length })}
      open={block !== null}
      onClose={onClose}
      actions={
        <>
          {cells.length > 0 && (
            <Button type="button" onClick={() => onApply(cells)}>
              {t('apply', { count: cells.length })}
            </Button>
          )}
          <Button type="button" variant="quiet" onClick={onClose}>
            {t('cancel')}
          </Button>
        </>
      }
    >
      {block !== null && block.unknown.length > 0 && (
        <p className="mb-2 text-small text-warn">{t('unknown', { values: block.unknown.join(', ') })}</p>
      )}
      <div className="max-h-[50vh] overflow-y-auto text-small">
        <PlainTable
          caption={t('caption')}
          captionHidden
          columns={[
            { key: 'cell', header: t('cell'), rowHeader: true, cell: ({ part }) => nameOf(part.id) },
            {
              key: 'old',
              header: t('old'),
              numeric: true,
              cell: (one) => shown(one, drafts[one.part.id]?.text ?? ''),
            },
            {
              key: 'new',
              header: t('new'),
              numeric: true,
              cell: (one) => (
                <>
                  {shown(one, one.text)}
                  {one.problem !== null && (
                    <span className="block font-semibold text-warn">{t(`problem.${one.problem}`)}</span>
                  )}
                </>
              ),
            },
          ]}
          rows={cells}
          rowKey={({ part }) => part.id}
          empty={<p>{t('none')}</p>}
        />
      </div>
    </Dialog>
  );
}
