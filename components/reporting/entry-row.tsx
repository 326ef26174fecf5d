import { useLocale, useTranslations } from 'next-intl';
import { cx } from '@/components/ui/cx';
import { Check } from '@/components/ui/icons';
import { TextLink } from '@/components/ui/text-link';
import { formatDate } from '@/lib/i18n/format';
import { textOf } from '@/lib/reporting/cells/rules';
import { isOpen, readDraft, sameDraft } from '@/lib/reporting/entry/rules';
import type { Draft, EntryCell, EntryPart } from '@/lib/reporting/entry/schema';
import { CellControl, type ControlEvents } from './cell-control';
import { AskedNumber, FindingLine, OvertakenChoice, StatusLine } from './cell-notes';
import { Explanation, NoValue } from './cell-reason';
import type { EntryContext } from './entry-context';
import type { Line } from './entry-state';
import { shownDraft } from './shown-value';

interface EntryRowProps {
  part: EntryPart;
  cell: EntryCell;
  line: Line;
  context: EntryContext;
  events: ControlEvents;
  onEdit: (change: Partial<Draft>) => void;
  onTake: (whose: 'mine' | 'theirs') => void;
  /** The first part of its element names the element; the others only themselves. */
  first: boolean;
}

const plain = 'not-print:max-md:block not-print:max-md:px-0 not-print:max-md:py-0.5';

/** One cell with what surrounds it: its question, the periods before, the control, and what the rules say. */
export function EntryRow(props: EntryRowProps) {
  'use memo';
  const { part, cell, context, first } = props;
  const t = useTranslations('reporting.entry');
  const wide = part.type === 'text' || part.type === 'url';
  const open = context.standing.byPart[part.id]?.some(isOpen) === true;
  return (
    <tr
      id={`row-${part.id}`}
      className={cx('keep border-b border-line align-top not-print:max-md:block not-print:max-md:py-3')}
    >
      <th scope="row" className={cx(plain, 'py-1.5 pr-3 text-left font-normal')}>
        <span className={cx(open && 'font-semibold', !first && 'sr-only')}>{part.label}</span>
        {part.detail !== null && (
          <span className="block not-print:max-md:pl-0 md:pl-4 print:pl-4">
            <span className="sr-only">: </span>
            {part.detail}
          </span>
        )}
        <CodeLine part={part} cell={cell} context={context} inner={part.detail !== null} />
      </th>
      {!wide &&
        cell.before.map((text, index) => (
          <td
            key={context.before[index]?.id ?? index}
            className="tabular px-1.5 py-2.5 text-right text-14 break-words text-muted not-print:max-md:mr-5 not-print:max-md:inline-block not-print:max-md:px-0 not-print:max-md:py-0 not-print:max-md:text-14"
          >
            <span className="md:hidden print:hidden">{context.before[index]?.label}: </span>
            {text}
          </td>
        ))}
      <td colSpan={wide ? 3 : 1} className={cx(plain, 'py-1 pl-2')}>
        <CellBody {...props} />
      </td>
      <td className={cx(plain, 'py-2 pl-3 text-14')} id={`note-${part.id}`}>
        <CheckNotes {...props} unread={t('unread')} />
      </td>
    </tr>
  );
}

function CodeLine({
  part,
  cell,
  context,
  inner,
}: Pick<EntryRowProps, 'part' | 'cell' | 'context'> & { inner: boolean }) {
  'use memo';
  const t = useTranslations('reporting.entry');
  const locale = useLocale();
  const origin =
    part.computedFrom !== null
      ? t('source.computed')
      : cell.source === 'feed' || cell.source === 'carried' || cell.source === 'import'
        ? t(`source.${cell.source}`, {
            date: cell.savedAt === null ? '' : formatDate(new Date(cell.savedAt), locale),
            name: cell.savedBy ?? '',
          })
        : null;
  return (
    <span className={cx('block text-14 text-muted', inner && 'md:pl-4 print:pl-4')}>
      {cell.draft.seen > 0 ? (
        <TextLink href={`/reporting/${context.reportId}/cells/${part.id}`} quiet>
          {part.id}
          <span className="sr-only">, {t('historyOf', { name: part.label })}</span>
        </TextLink>
      ) : (
        part.id
      )}
      {(part.type === 'amount' || part.type === 'percent') && `, ${t(`unit.${part.type}`)}`}
      {origin !== null && `, ${origin}`}
    </span>
  );
}

/** The control where it may be changed; a computed or closed cell is a box one can't type into. */
function CellBody({ part, cell, line, context, events }: EntryRowProps) {
  'use memo';
  const t = useTranslations('reporting.cell');
  const byPart = context.standing.byPart[part.id] ?? [];
  const severity = byPart.find(isOpen)?.severity;
  const misread =
    ['ask', 'fault'].includes(readDraft(part, line.draft).kind) && line.draft.text.trim() !== '';
  if (part.computedFrom !== null || !context.canEnter || !cell.editable)
    return <ClosedCell part={part} line={line} context={context} />;
  return (
    <>
      <CellControl
        part={part}
        text={line.draft.text}
        name={context.nameOf(part.id)}
        tone={misread || severity === 'error' ? 'error' : severity === 'warning' ? 'warn' : 'plain'}
        describedBy={`note-${part.id}`}
        events={events}
      />
      <input type="hidden" name={`${part.id}.kept`} value={JSON.stringify(line.kept)} />
      <input type="hidden" name={`${part.id}.seen`} value={line.draft.seen} />
      {line.draft.state !== 'value' && <p className="text-14 text-muted">{t(`state.${line.draft.state}`)}</p>}
    </>
  );
}

function ClosedCell({ part, line, context }: { part: EntryPart; line: Line; context: EntryContext }) {
  'use memo';
  const t = useTranslations('reporting.cell');
  const answer = context.standing.answers.get(part.id);
  const computed = part.computedFrom !== null;
  const text = computed
    ? answer === undefined
      ? t('waitsFor', { part: part.computedFrom?.numerator ?? '' })
      : `${textOf('percent', answer.value)}%`
    : shownDraft(part, line.draft, t);
  return (
    <output
      id={`field-${part.id}`}
      aria-label={context.nameOf(part.id)}
      className={cx(
        'block min-h-9 rounded border border-dashed border-control bg-canvas px-2.5 py-1 [overflow-wrap:anywhere]',
        part.options.length === 0 && part.type !== 'url' && part.type !== 'text' && 'tabular text-right',
        computed ? 'text-muted' : 'font-semibold',
      )}
    >
      {text}
    </output>
  );
}

function CheckNotes({
  part,
  cell,
  line,
  context,
  events,
  onEdit,
  onTake,
  unread,
}: EntryRowProps & { unread: string }) {
  'use memo';
  const t = useTranslations('reporting.cell');
  const findings = context.standing.byPart[part.id] ?? [];
  const reading = readDraft(part, line.draft);
  const { draft, status } = line;
  const typed = context.canEnter && cell.editable && part.computedFrom === null;
  const name = context.nameOf(part.id);
  const asksWhy = findings.some(({ severity }) => severity === 'warning');
  const reasons = { part: part.id, name, draft, onEdit, onLeave: events.onLeave };
  const emptied = typed && draft.state === 'value' && draft.text.trim() === '' && line.kept.text !== '';
  return (
    <div className="flex flex-col gap-1.5 [overflow-wrap:anywhere]">
      {status.kind === 'overtaken' && (
        <OvertakenChoice
          part={part.id}
          theirs={status.theirs}
          shown={shownDraft(part, status.theirs.draft, t)}
          mine={shownDraft(part, draft, t)}
          onTake={onTake}
        />
      )}
      {typed && reading.kind === 'ask' && (
        <AskedNumber candidates={reading.candidates} onChoose={(text) => onEdit({ text })} />
      )}
      {typed && reading.kind === 'fault' && (
        <p className="font-semibold text-danger">{t(`fault.${reading.code}`)}</p>
      )}
      {findings.map((finding) => (
        <FindingLine key={finding.code} finding={finding} words={context.wordsOf(finding)} />
      ))}
      {typed && status.kind === 'still' && findings.length === 0 && reading.kind === 'value' && <Sound />}
      {emptied && <p className="font-semibold text-warn">{t('emptied')}</p>}
      {typed && draft.state === 'value' && (asksWhy || (draft.reason !== '' && draft.text !== '')) && (
        <Explanation {...reasons} />
      )}
      {!typed && draft.reason !== '' && <p className="text-muted">“{draft.reason}”</p>}
      {typed && (draft.text === '' || draft.state !== 'value') && <NoValue {...reasons} />}
      <StatusLine status={status} dirty={!sameDraft(draft, line.kept)} />
      {status.kind === 'still' && typed && !sameDraft(draft, line.kept) && reading.kind === 'value' && (
        <span className="sr-only">{unread}</span>
      )}
    </div>
  );
}

function Sound() {
  const t = useTranslations('reporting.check');
  return (
    <span className="pt-0.5 text-primary not-print:max-md:sr-only">
      <Check aria-hidden strokeWidth={2} className="size-4" />
      <span className="sr-only">{t('sound')}</span>
    </span>
  );
}
