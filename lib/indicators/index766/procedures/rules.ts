/**
 * Rows of the index counted from the catalogue of procedures (Quyết định 766/QĐ-TTg, formulas [found]).
 * Data-interconnection services have no dossier to hand in and stand outside these rows [derived]; a fee whose
 * figure has not been read can't be collected online, so it counts below and not above.
 */
import type { ProcedureDefinition } from '@/lib/procedures/define';
import type { IndexPart } from '../schema';

interface Counted {
  numerator: number;
  denominator: number;
  parts: IndexPart[];
}
export type ProcedureFacts = Record<'766-3.1' | '766-3.2' | '766-3.5', Counted>;

type Facts = Pick<ProcedureDefinition, 'slug' | 'level' | 'fee' | 'interconnection'>;

const isOnline = ({ level }: Facts) => level === 'FULL' || level === 'PART';

function amountsOf({ fee }: Facts): (number | null)[] {
  return fee === null ? [] : [fee.amount, ...(fee.variants ?? []).map(({ amount }) => amount)];
}

export function procedureFacts(definitions: readonly Facts[], used: readonly string[]): ProcedureFacts {
  const handed = definitions.filter(({ interconnection }) => interconnection === undefined);
  const online = handed.filter(isOnline);
  const charging = handed.filter((one) => amountsOf(one).some((amount) => amount !== 0));
  const payable = charging.filter((one) => amountsOf(one).some((amount) => amount !== null && amount > 0));
  const part = (key: IndexPart['key'], level: 'FULL' | 'PART'): IndexPart => ({
    key,
    numerator: online.filter((one) => one.level === level).length,
    denominator: handed.length,
  });
  return {
    '766-3.1': {
      numerator: online.length,
      denominator: handed.length,
      parts: [part('full', 'FULL'), part('partial', 'PART')],
    },
    '766-3.2': {
      numerator: online.filter(({ slug }) => used.includes(slug)).length,
      denominator: online.length,
      parts: [],
    },
    '766-3.5': { numerator: payable.length, denominator: charging.length, parts: [] },
  };
}

/** Procedures open to citizens, and those of them that ask the population database instead of the citizen. */
export function citizenProcedures(
  definitions: readonly Pick<ProcedureDefinition, 'applicant' | 'components'>[],
): { numerator: number; denominator: number } {
  const open = definitions.filter(({ applicant }) => applicant.includes('citizen'));
  const asking = open.filter(({ components }) => components.some(({ reuse }) => reuse.includes('NPDB')));
  return { numerator: asking.length, denominator: open.length };
}
