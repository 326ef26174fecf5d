/**
 * Which dossiers each row of the index counts, as data: the query, the lists behind the figures and the words on
 * the screen all read this table, so a row is defined once.
 * Quyết định 766/QĐ-TTg [found]; formulas as computed on the national portal, "Mô tả công thức tính chỉ số 766"
 * [found]; where that text leaves something open, the comment says how it is read here [derived].
 */

/** A yes-or-no fact of one dossier in one period; `queries/flags.ts` says how it is read. */
export const flags = [
  'received',
  'touched',
  'timed',
  'on_time',
  'late',
  'handled',
  'handled_document',
  'online_in_full',
  'counter',
  'post',
  'charged',
  'paid_online',
  'result_file',
  'digitised',
  'reused',
  'shared',
  'identified',
  'synchronised',
  'displeased',
] as const;
export type Flag = (typeof flags)[number];

export interface DossierRule {
  /** In the denominator: every one of these holds. */
  of: readonly Flag[];
  /** In the numerator: in the denominator, and this holds. */
  counts?: Flag;
  /** Or the numerator is the denominator less each of these: a dossier with both is taken off twice, as the formula adds shares. */
  less?: readonly Flag[];
}

/** Rows counted from dossiers. */
export const dossierRules = {
  // Its own count of what was received stands for the national report system's, which the portal does not read [derived].
  '766-1.4': { of: ['received'], counts: 'synchronised' },
  '766-2.1': { of: ['touched', 'timed'], counts: 'on_time' },
  // A dossier without a result yet counts by its channel alone [derived].
  '766-3.3': { of: ['received'], counts: 'online_in_full' },
  '766-3.6': { of: ['received', 'charged'], counts: 'paid_online' },
  '766-4.1': { of: ['handled', 'handled_document'], counts: 'result_file' },
  '766-4.2': { of: ['handled'], counts: 'digitised' },
  '766-4.3': { of: ['received'], counts: 'reused' },
  '766-4.4': { of: ['received'], counts: 'shared' },
  '766-4.5': { of: ['received'], counts: 'identified' },
  // One or two points of five are read as a dislike [derived].
  '766-5.4': { of: ['touched', 'timed'], less: ['late', 'displeased'] },
} as const satisfies Record<string, DossierRule>;
export type DossierRow = keyof typeof dossierRules;

export function isDossierRow(id: string): id is DossierRow {
  return Object.hasOwn(dossierRules, id);
}

/** The rule with its literal types widened, for code that treats all rows alike. */
export function dossierRule(id: DossierRow): DossierRule {
  return dossierRules[id];
}

/** What a list behind a row says of each dossier: the facts its formula turns on. */
export function flagsShown(id: DossierRow): Flag[] {
  const { counts, less = [] } = dossierRule(id);
  const beside: Flag[] = id === '766-3.3' ? ['counter', 'post', 'result_file', 'synchronised'] : [];
  const late: Flag[] = id === '766-2.1' ? ['late'] : [];
  return [...(counts === undefined ? [] : [counts]), ...less, ...beside, ...late];
}

/** Rows counted from the catalogue of procedures, and from complaints. */
export const procedureRows = ['766-3.1', '766-3.2', '766-3.5'] as const;
export const complaintRows = ['766-5.1', '766-5.2', '766-5.3'] as const;

/** Judged on the national procedure database, of which the portal holds no fact: unknown, and said why. */
export const unknownRows = {
  '766-1.1': 'publication_decisions',
  '766-1.2': 'national_database',
  '766-1.3': 'national_content',
} as const satisfies Record<string, UnknownReason>;

export const unknownReasons = [
  'publication_decisions',
  'national_database',
  'national_content',
  'never_synchronised',
  'not_defined',
] as const;
export type UnknownReason = (typeof unknownReasons)[number];
