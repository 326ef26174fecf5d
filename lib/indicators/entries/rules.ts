/** What an owner's entry must hold, by the unit of its indicator, and the value it comes to. */
import type { IndicatorUnit } from '../define';
import type { EnterIndicator } from './schema';

export const entryFaults = [
  'numerator_missing',
  'denominator_missing',
  'numerator_above',
  'percent_above',
  'value_missing',
  'yes_or_no',
  'unknown_milestone',
  'in_future',
] as const;
export type EntryFault = (typeof entryFaults)[number];

interface Subject {
  unit: IndicatorUnit;
  checklist: readonly { code: string }[];
  today: string;
}

type Given = Pick<EnterIndicator, 'asOf' | 'value' | 'numerator' | 'denominator' | 'done'>;

/** The first thing wrong with each field. */
export function faultsOf(
  given: Given,
  { unit, checklist, today }: Subject,
): { path: string; code: EntryFault }[] {
  const faults: { path: string; code: EntryFault }[] = [];
  const fault = (path: string, code: EntryFault) => faults.push({ path, code });
  const { value, numerator, denominator } = given;
  if (given.asOf > today) fault('asOf', 'in_future');
  if (unit === 'milestone') {
    if (given.done.some((code) => !checklist.some((item) => item.code === code)))
      fault('done', 'unknown_milestone');
    return faults;
  }
  if (unit === 'boolean') {
    if (value !== 0 && value !== 1) fault('value', 'yes_or_no');
    return faults;
  }
  const hasParts = numerator !== undefined || denominator !== undefined;
  if (unit !== 'percent' || !hasParts) {
    if (value === undefined) fault('value', 'value_missing');
    else if (unit === 'percent' && value > 100) fault('value', 'percent_above');
    return faults;
  }
  if (numerator === undefined) fault('numerator', 'numerator_missing');
  if (denominator === undefined || denominator === 0) fault('denominator', 'denominator_missing');
  else if (numerator !== undefined && numerator > denominator) fault('numerator', 'numerator_above');
  return faults;
}

/** Value and parts as they are kept: a share follows from its parts, a list of milestones from its ticks. */
export function keptOf(
  given: Given,
  { unit, checklist }: Pick<Subject, 'unit' | 'checklist'>,
): { value: number | null; numerator: number | null; denominator: number | null; done: string[] } {
  if (unit === 'milestone') {
    const done = checklist.map(({ code }) => code).filter((code) => given.done.includes(code));
    const all = checklist.length;
    const value = all === 0 ? null : (done.length / all) * 100;
    return { value, numerator: done.length, denominator: all, done };
  }
  const { numerator, denominator } = given;
  if (unit === 'percent' && numerator !== undefined && denominator !== undefined)
    return { value: (numerator / denominator) * 100, numerator, denominator, done: [] };
  return { value: given.value ?? null, numerator: null, denominator: null, done: [] };
}
