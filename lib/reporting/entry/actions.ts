'use server';
import { refresh } from 'next/cache';
import { redirect } from 'next/navigation';
import { getLocale, getTranslations } from 'next-intl/server';
import { type FormValues, type Say, submitForm, valuesOf } from '@/lib/kernel/action';
import { now } from '@/lib/kernel/clock';
import { DomainError } from '@/lib/kernel/errors';
import type { Actor } from '@/lib/policy/actor';
import { plainNumber } from '@/lib/reporting/cells/rules';
import { findActor, signedInActor } from '@/lib/session/actor';
import { answerRemark } from '../commands/answer';
import { carryForward } from '../commands/carry';
import { moveReport } from '../commands/move';
import { saveCells } from '../commands/save';
import { parts as allParts } from '../forms/elements';
import { getCellHistory, getReport } from '../queries/get';
import type { CellHistory, CellInput, CellOutcome } from '../schema';
import { draftOf, entryParts, inputOf, readDraft, readSent, type SentCell, sameDraft } from './rules';
import { type EntryFormState, type KeptCell, type KeptCells, type Theirs, untouched } from './schema';

async function saying(): Promise<Say> {
  const [t, errors] = await Promise.all([getTranslations('reporting.fault'), getTranslations('errors.code')]);
  return (code, params = {}) => {
    for (const name of [String(params.detail ?? ''), code])
      if (name !== '' && t.has(name as never)) return t(name as never);
    return errors.has(code as never) ? errors(code as never) : errors('invalid');
  };
}

/** Saves cells while somebody types; nothing on the page moves because of it. */
export async function keepCellsAction(reportId: string, cells: CellInput[]): Promise<KeptCells> {
  const actor = await findActor();
  if (actor === null) return { kind: 'signed_out' };
  const say = await saying();
  try {
    const outcomes = await saveCells(actor, { reportId, cells });
    return { kind: 'kept', at: now().toISOString(), cells: outcomes.map((one) => keptCell(one, say)) };
  } catch (cause) {
    if (!(cause instanceof DomainError)) throw cause;
    return { kind: 'refused', message: say(cause.code, { detail: cause.detail ?? '' }) };
  }
}

/** What stood in a cell in the periods before, and what similar facilities report. */
export async function readCellHistoryAction(reportId: string, part: string): Promise<CellHistory | null> {
  const actor = await findActor();
  if (actor === null) return null;
  return getCellHistory(actor, { reportId, part });
}

function keptCell(outcome: CellOutcome, say: Say): KeptCell {
  if (outcome.outcome === 'overtaken') {
    const { part, theirs } = outcome;
    return { part, outcome: 'overtaken', theirs: theirsOf(part, theirs.current) };
  }
  if (outcome.outcome === 'refused')
    return { part: outcome.part, outcome: 'refused', message: say(outcome.code) };
  return outcome;
}

function theirsOf(part: string, current: Parameters<typeof draftOf>[1]): Theirs {
  const type = allParts.find(({ id }) => id === part)?.type ?? 'text';
  return {
    draft: draftOf(type, current),
    at: (current?.recordedAt ?? now()).toISOString(),
    by: current?.recordedBy ?? null,
  };
}

/** The whole form: saves what changed, answers remarks, takes over, or hands the report in; the same without a script. */
export async function saveReportAction(_state: EntryFormState, form: FormData): Promise<EntryFormState> {
  const say = await saying();
  const done: EntryFormState = { ...untouched, drafts: {}, faults: {}, theirs: {}, saved: [] };
  let kept = done;
  const state = await submitForm(form, { actor: signedInActor, say }, async (actor, values) => {
    kept = await saveSent(actor, values, say);
    await answerAll(actor, values);
    const { reportId = '', intent, version = '' } = values;
    if (intent === 'carry') await carryAll(actor, reportId);
    if (intent === 'submit' && kept.status === 'ok') {
      await moveReport(actor, { move: 'submit', reportId, version });
      redirect(`/reporting/${reportId}?done=submit`);
    }
    refresh();
  });
  if (state.status !== 'invalid') return kept;
  const typed = Object.keys(kept.drafts).length > 0 ? kept : await unsentOf(valuesOf(form));
  return { ...typed, status: 'invalid', summary: [...kept.summary, ...state.summary] };
}

/** Nothing could be saved: what was typed comes back with the page. */
async function unsentOf(values: FormValues): Promise<EntryFormState> {
  const known = entryParts(
    allParts.map(({ element }) => element).filter((one, at, all) => all.indexOf(one) === at),
    await getLocale(),
  );
  const drafts = Object.fromEntries(readSent(values, known).map(({ part, draft }) => [part.id, draft]));
  return { ...untouched, drafts };
}

async function saveSent(actor: Actor, values: FormValues, say: Say): Promise<EntryFormState> {
  const { reportId = '', intent = '' } = values;
  const report = await getReport(actor, { id: reportId });
  const sent = readSent(values, entryParts(report.elements, await getLocale())).map((cell) =>
    chosen(cell, intent),
  );
  const changed = sent.filter(({ draft, kept }) => !sameDraft(draft, kept));
  const read = await Promise.all(changed.map(async (cell) => ({ cell, fault: await faultOf(cell) })));
  const inputs = read.flatMap(({ cell, fault }) =>
    fault === null ? (inputOf(cell.part, cell.draft) ?? []) : [],
  );
  const outcomes = inputs.length === 0 ? [] : await saveCells(actor, { reportId, cells: inputs });
  const cells = outcomes.map((one) => keptCell(one, say));
  const faults = {
    ...Object.fromEntries(read.flatMap(({ cell, fault }) => (fault === null ? [] : [[cell.part.id, fault]]))),
    ...Object.fromEntries(
      cells.flatMap((one) => (one.outcome === 'refused' ? [[one.part, one.message]] : [])),
    ),
  };
  const theirs = Object.fromEntries(
    cells.flatMap((one) => (one.outcome === 'overtaken' ? [[one.part, one.theirs]] : [])),
  );
  const open = changed.filter(({ part }) => faults[part.id] !== undefined || theirs[part.id] !== undefined);
  return {
    status: open.length > 0 ? 'invalid' : 'ok',
    summary: open.map(({ part }) => ({
      field: part.id,
      message: `${part.label} (${part.id}): ${faults[part.id] ?? say('overtaken')}`,
    })),
    drafts: Object.fromEntries(open.map(({ part, draft }) => [part.id, draft])),
    faults,
    theirs,
    saved: cells.flatMap((one) => (one.outcome === 'saved' ? [one.part] : [])),
    savedAt: cells.some(({ outcome }) => outcome === 'saved') ? now().toISOString() : null,
  };
}

/** Of two values the person has chosen one: the other's is left as it is, one's own goes over it. */
function chosen(cell: SentCell, intent: string): SentCell {
  if (intent === `take:${cell.part.id}:theirs`) return { ...cell, draft: cell.kept };
  if (intent === `take:${cell.part.id}:mine`)
    return { ...cell, draft: { ...cell.draft, seen: cell.kept.seen } };
  return cell;
}

async function faultOf({ part, draft, kept }: SentCell): Promise<string | null> {
  const [t, fault] = await Promise.all([
    getTranslations('reporting.cell'),
    getTranslations('reporting.fault'),
  ]);
  if (draft.state !== 'value') return draft.reason.trim() === '' ? fault('reason_required') : null;
  const reading = readDraft(part, draft);
  if (reading.kind === 'fault') return t(`fault.${reading.code}`);
  if (reading.kind === 'ask') {
    const [first = '', other = 'none'] = reading.candidates.map(plainNumber);
    return t('ask', { first, other });
  }
  return reading.kind === 'empty' && kept.text !== '' ? t('emptied') : null;
}

async function answerAll(actor: Actor, values: FormValues): Promise<void> {
  for (const [name, text] of Object.entries(values)) {
    const [, remarkId] = /^answer\.(\d+)$/.exec(name) ?? [];
    if (remarkId !== undefined && text.trim() !== '') await answerRemark(actor, { remarkId, text });
  }
}

async function carryAll(actor: Actor, reportId: string): Promise<void> {
  const { carriable } = await getReport(actor, { id: reportId });
  if (carriable.length > 0) await carryForward(actor, { reportId, parts: [...carriable] });
}
