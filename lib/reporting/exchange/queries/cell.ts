import 'server-only';
import { isStorable } from '@/lib/kernel/text';
import type { CellFacts } from '../../commands/plan';
import type { ElementPart } from '../../define';
import { partsOn } from '../../queries/definitions';
import { type Answer, sameAnswer } from '../../rules';
import type { CellInput } from '../../schema';
import { type FileCell, headings, isComputed, readValue, stateOf } from '../rules';
import { type ImportFaultCode, importFaults } from '../schema';

const codes: ReadonlySet<string> = new Set(importFaults);
const valueCodes: Readonly<Record<string, ImportFaultCode>> = {
  not_yes_or_no: 'option',
  not_a_count: 'whole',
  not_a_level: 'whole',
  not_an_amount: 'whole',
  not_a_percent: 'number',
  not_a_date: 'date',
  not_an_option: 'option',
  not_a_text: 'too_long',
  not_an_address: 'url',
};
/** What the command calls a refusal, in the words of a file. */
export const faultCode = (code: string): ImportFaultCode =>
  valueCodes[code] ?? (codes.has(code) ? (code as ImportFaultCode) : 'other');

export type CellReading =
  | { kind: 'input'; input: CellInput }
  | { kind: 'unchanged' | 'empty' }
  | { kind: 'fault'; code: ImportFaultCode; column?: string };

/** What stands in the file is compared first: a file that was not touched is never refused. */
export function readCell(cell: FileCell, facts: CellFacts): CellReading {
  const part = facts.parts.get(cell.part);
  if (part === undefined) {
    const known = partsOn(facts.context.periodEnd).has(cell.part);
    return cell.value === null || cell.value === ''
      ? { kind: 'empty' }
      : { kind: 'fault', code: known ? 'not_asked' : 'unknown_part', column: headings.part };
  }
  const state = stateOf(cell.state);
  if (state === null) return { kind: 'fault', code: 'state_unknown', column: headings.state };
  if (typeof cell.value === 'string' && !isStorable(cell.value + cell.reason))
    return { kind: 'fault', code: 'other' };
  const answer = answerOf(part, cell, state);
  if ('kind' in answer) return answer;
  const current = facts.cells.get(cell.part);
  const reason = cell.reason === '' ? (current?.reason ?? null) : cell.reason;
  if (current !== undefined && sameAnswer({ ...answer, reason }, current)) return { kind: 'unchanged' };
  if (isComputed(part)) return { kind: 'fault', code: 'computed' };
  const seen = /^\d+$/.test(cell.revision) ? Number(cell.revision) : (current?.revision ?? 0);
  return {
    kind: 'input',
    input: {
      part: cell.part,
      ...answer,
      value: answer.value as CellInput['value'],
      seen,
      ...(reason === null ? {} : { reason: reason.slice(0, 1000) }),
    },
  };
}

function answerOf(
  part: ElementPart,
  cell: FileCell,
  state: CellInput['state'],
): Omit<Answer, 'reason'> | CellReading {
  if (state !== 'value') return { state, value: null };
  const read = readValue(part, cell.value);
  if (read.kind === 'value') return { state, value: read.value };
  if (read.kind === 'fault') return read;
  if (cell.state === '') return { kind: 'empty' };
  const isList = part.type === 'set' || part.type === 'list';
  return isList ? { state, value: [] } : { kind: 'fault', code: 'required' };
}
