import { useTranslations } from 'next-intl';
import { type ClipboardEvent, Fragment, type KeyboardEvent } from 'react';
import type { EntryCells, EntryRemark, EntrySection } from '@/lib/reporting/entry/schema';
import type { EntryContext } from './entry-context';
import { EntryRow } from './entry-row';
import type { EntryEvent, EntryModel } from './entry-state';
import { isBlock } from './paste';
import { Remark } from './remark';

interface EntryTableProps {
  section: EntrySection;
  cells: EntryCells;
  model: EntryModel;
  context: EntryContext;
  now: string;
  remarks: readonly EntryRemark[];
  tell: (event: EntryEvent) => void;
  onLeave: () => void;
  onEnter: (part: string) => void;
  onBlock: (text: string, part: string) => void;
}

/** One section of the form; on a phone its lines stand one below the other. */
export function EntryTable(props: EntryTableProps) {
  'use memo';
  const { section, cells, model, context, now } = props;
  const t = useTranslations('reporting.entry');
  const id = `section-${section.code}`;
  return (
    <section aria-labelledby={id} className="mt-7">
      <h2 id={id}>{section.title}</h2>
      <table
        aria-labelledby={id}
        className="mt-2 w-full table-fixed border-collapse text-left not-print:max-md:block"
      >
        <thead className="text-14 text-muted not-print:max-md:sr-only">
          <tr className="border-b-2 border-ink">
            <th scope="col" className="py-1.5 font-medium">
              {t('column.element')}
            </th>
            {context.before.map((period) => (
              <th
                key={period.id}
                scope="col"
                className="w-30 px-1.5 print:w-22 py-1.5 text-right font-medium"
              >
                {period.label}
              </th>
            ))}
            <th scope="col" className="w-43 py-1.5 print:w-30 pr-2.5 pl-2 text-right font-medium">
              {now}
            </th>
            <th scope="col" className="w-[24%] py-1.5 pl-3 font-medium">
              {t('column.check')}
            </th>
          </tr>
        </thead>
        <tbody className="not-print:max-md:block">
          {section.parts.map((part, index) => {
            const [cell, line] = [cells[part.id], model.lines[part.id]];
            if (cell === undefined || line === undefined) return null;
            const first = section.parts.findIndex(({ element }) => element === part.element) === index;
            return (
              <Fragment key={part.id}>
                {first &&
                  props.remarks
                    .filter(({ element, state }) => element === part.element && state !== 'settled')
                    .map((remark) => (
                      <Remark key={remark.id} remark={remark} answers={context.canEnter && cell.editable} />
                    ))}
                <EntryRow
                  part={part}
                  cell={cell}
                  line={line}
                  context={context}
                  first={first}
                  onEdit={(change) => props.tell({ type: 'edited', part: part.id, change })}
                  onTake={(whose) => props.tell({ type: 'taken', part: part.id, whose })}
                  events={{
                    onText: (text) =>
                      props.tell({ type: 'edited', part: part.id, change: { text, state: 'value' } }),
                    onLeave: props.onLeave,
                    onEnter: () => props.onEnter(part.id),
                    onKey: walk,
                    onPaste: (event) => catchBlock(event, (text) => props.onBlock(text, part.id)),
                  }}
                />
              </Fragment>
            );
          })}
        </tbody>
      </table>
    </section>
  );
}

function catchBlock(event: ClipboardEvent<HTMLInputElement>, take: (text: string) => void): void {
  const text = event.clipboardData.getData('text/plain');
  if (!isBlock(text)) return;
  event.preventDefault();
  take(text);
}

/** Enter and the arrows go from cell to cell as in a spreadsheet; a list keeps its own arrows. */
function walk(event: KeyboardEvent<HTMLElement>): void {
  if (event.nativeEvent.isComposing || event.altKey || event.ctrlKey || event.metaKey) return;
  const inList = event.currentTarget instanceof HTMLSelectElement;
  const step = stepOf(event, inList);
  if (step === 0) return;
  event.preventDefault();
  const cells = [
    ...(event.currentTarget.closest('form')?.querySelectorAll<HTMLElement>('[data-cell]') ?? []),
  ];
  const next = cells[cells.indexOf(event.currentTarget) + step];
  next?.focus();
  if (next instanceof HTMLInputElement && next.type !== 'checkbox') next.select();
}

function stepOf({ key, shiftKey }: KeyboardEvent, inList: boolean): number {
  if (key === 'Enter') return shiftKey ? -1 : 1;
  if (inList) return 0;
  if (key === 'ArrowDown') return 1;
  return key === 'ArrowUp' ? -1 : 0;
}
