'use client';
import { useLocale, useTranslations } from 'next-intl';
import { type ReactNode, useActionState, useMemo, useState } from 'react';
import { DefaultSubmit } from '@/components/forms/action-form';
import { ErrorSummary } from '@/components/ui/error-summary';
import { saveReportAction } from '@/lib/reporting/entry/actions';
import { standingOf } from '@/lib/reporting/entry/rules';
import {
  type EntryCells,
  type EntryRemark,
  type EntryRules,
  type EntrySection,
  untouched,
} from '@/lib/reporting/entry/schema';
import type { CellHistory } from '@/lib/reporting/schema';
import { CellPanel } from './cell-panel';
import { wordsOf } from './check-words';
import { EntryBar, type EntryMoves } from './entry-bar';
import type { EntryContext } from './entry-context';
import { EntryHead } from './entry-head';
import { draftsOf } from './entry-state';
import { EntryTable } from './entry-table';
import { type PastedBlock, readBlock } from './paste';
import { PastePreview } from './paste-preview';
import { useEntry } from './use-entry';

export interface EntryGridProps {
  reportId: string;
  version: number;
  canEnter: boolean;
  periodId: string;
  periodLabel: string;
  before: readonly { id: string; label: string }[];
  sections: readonly EntrySection[];
  cells: EntryCells;
  rules: EntryRules;
  remarks: readonly EntryRemark[];
  moves: EntryMoves;
  /** The cell the panel shows first, with its history. */
  shown: { part: string; history: CellHistory } | null;
  head: ReactNode;
  /** What stands in the right column below the cell's history. */
  children: ReactNode;
}

/** The form of one period: a spreadsheet that knows its rules, saves by itself, and works without a script too. */
export function EntryGrid(props: EntryGridProps) {
  'use memo';
  const { reportId, sections, cells, rules, moves, remarks } = props;
  const t = useTranslations('reporting');
  const parts = useMemo(() => sections.flatMap((section) => section.parts), [sections]);
  const [sent, send] = useActionState(saveReportAction, untouched);
  const { model, tell, flush } = useEntry({ reportId, parts, cells, sent });
  const drafts = draftsOf(model);
  const standing = useMemo(() => standingOf(parts, drafts, rules), [parts, drafts, rules]);
  const [focused, setFocused] = useState<string | null>(props.shown?.part ?? null);
  const [block, setBlock] = useState<PastedBlock | null>(null);
  const context = useContext({ ...props, parts }, standing);
  const typable = parts.filter(
    ({ id, computedFrom }) => computedFrom === null && cells[id]?.editable === true,
  );
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] items-start gap-x-9 gap-y-8 xl:grid-cols-[minmax(0,1fr)_19.75rem]">
      <form
        action={send}
        noValidate
        aria-label={t('entry.form', { period: props.periodLabel })}
        className="entry-form min-w-0"
      >
        <DefaultSubmit />
        <input type="hidden" name="reportId" value={reportId} />
        <input type="hidden" name="version" value={props.version} />
        {props.head}
        <EntryHead
          model={model}
          standing={standing}
          canEnter={props.canEnter}
          onUndo={() => tell({ type: 'undone' })}
        />
        <ErrorSummary errors={sent.summary} />
        {sections.map((section) => (
          <EntryTable
            key={section.code}
            section={section}
            cells={cells}
            model={model}
            context={context}
            now={props.periodLabel}
            remarks={remarks}
            tell={tell}
            onLeave={flush}
            onEnter={setFocused}
            onBlock={(text, part) => setBlock(readBlock(text, typable, part))}
          />
        ))}
        <EntryBar
          moves={moves}
          standing={standing}
          period={props.periodId}
          canEnter={props.canEnter}
          flush={flush}
          openRemarks={remarks.filter(({ state }) => state === 'open').map((remark) => remark.id)}
        />
      </form>
      <aside aria-label={t('entry.aside')} className="flex min-w-0 flex-col gap-9 xl:self-stretch">
        <CellPanel
          reportId={reportId}
          part={parts.find(({ id }) => id === focused) ?? null}
          answer={focused === null ? undefined : standing.answers.get(focused)}
          period={props.periodLabel}
          first={props.shown}
        />
        {props.children}
      </aside>
      <PastePreview
        block={block}
        drafts={drafts}
        nameOf={context.nameOf}
        onClose={() => setBlock(null)}
        onApply={(chosen) => {
          tell({
            type: 'pasted',
            texts: Object.fromEntries(chosen.map(({ part, text }) => [part.id, text])),
          });
          setBlock(null);
        }}
      />
    </div>
  );
}

type ContextSource = EntryGridProps & { parts: readonly EntrySection['parts'][number][] };

function useContext(source: ContextSource, standing: EntryContext['standing']): EntryContext {
  'use memo';
  const t = useTranslations('reporting.check');
  const locale = useLocale();
  const { parts, rules, before } = source;
  const names = useMemo(
    () =>
      new Map(parts.map(({ id, label, detail }) => [id, detail === null ? label : `${label}: ${detail}`])),
    [parts],
  );
  const checks = useMemo(() => new Map(rules.checks.map((check) => [check.code, check])), [rules.checks]);
  const nameOf = (part: string) => {
    const name = names.get(part);
    return name === undefined ? part : `${name} (${part})`;
  };
  const place = {
    checks,
    answers: standing.answers,
    previous: rules.context.previous,
    nameOf,
    before: before.at(-1)?.label ?? '',
    locale,
  };
  return {
    reportId: source.reportId,
    canEnter: source.canEnter,
    before,
    standing,
    nameOf,
    wordsOf: (finding) => wordsOf(finding, place, t),
  };
}
