import type { Activity, Check, Condition, Severity, Words } from './define';

export type CellValue = boolean | number | string | readonly string[] | null;
export type Cells = Readonly<Record<string, CellValue | undefined>>;

/** What the rules may look at: the cells valid in the period, the period before, and who reports. */
export type Reported = {
  readonly cells: Cells;
  readonly previous: Cells;
  /** Parts for which the reporter gave an explanation or a reason. */
  readonly explained: ReadonlySet<string>;
  /** Elements that have an evidence file. */
  readonly evidence: ReadonlySet<string>;
  readonly facility: {
    readonly class: string;
    readonly hospital: boolean;
    readonly activities: ReadonlySet<Activity>;
  };
  readonly periodEnd: string;
};

export type Finding = {
  readonly code: string;
  readonly severity: Severity;
  readonly parts: readonly string[];
  readonly values: Cells;
  readonly message: Words;
  readonly explained: boolean;
};

const isEmpty = (value: CellValue | undefined) =>
  value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0);

const isNothing = (value: CellValue | undefined) => isEmpty(value) || value === false || value === 0;

/** Whole months back from the end of a period, kept inside the month: 31 March less one month is 28 February. */
function monthsBefore(date: string, months: number): string {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
  const index = year * 12 + month - 1 - months;
  const [toYear, toMonth] = [Math.floor(index / 12), (index % 12) + 1];
  const last = new Date(Date.UTC(toYear, toMonth, 0)).getUTCDate();
  return `${toYear}-${String(toMonth).padStart(2, '0')}-${String(Math.min(day, last)).padStart(2, '0')}`;
}

function numbers(cells: Cells, ...ids: string[]): number[] | null {
  const found = ids.map((id) => cells[id]);
  return found.every((value) => typeof value === 'number') ? found : null;
}

function compare(cells: Cells, part: string, holds: (value: number) => boolean): boolean | null {
  const value = cells[part];
  return typeof value === 'number' ? holds(value) : null;
}

function isWithinList(value: CellValue | undefined, values: readonly string[]): boolean | null {
  if (isEmpty(value)) return null;
  const given = Array.isArray(value) ? value : [value];
  return given.every((one) => values.includes(String(one)));
}

function isRatio(
  cells: Cells,
  { part, numerator, denominator, tolerance }: Extract<Condition, { kind: 'ratio' }>,
): boolean | null {
  const [share, top, bottom] = numbers(cells, part, numerator, denominator) ?? [];
  if (share === undefined || top === undefined || bottom === undefined || bottom === 0) return null;
  // Binary rounding may not turn a difference of exactly the tolerance into a fault.
  return Math.abs(share - (top / bottom) * 100) <= tolerance + 1e-9;
}

function isSteady({ cells, previous }: Reported, part: string, share: number): boolean | null {
  const [now, before] = [cells[part], previous[part]];
  if (typeof now !== 'number' || typeof before !== 'number' || before === 0) return null;
  return Math.abs(now - before) <= share * Math.abs(before);
}

function beforeOrOn(value: CellValue | undefined, last: string): boolean | null {
  return typeof value === 'string' && value !== '' ? value <= last : null;
}

/** true, false, or null when the cells it needs are not there. */
export function holds(condition: Condition, reported: Reported): boolean | null {
  const { cells, facility } = reported;
  switch (condition.kind) {
    case 'is_true':
      return cells[condition.part] === true;
    case 'is_false':
      return cells[condition.part] === false;
    case 'none':
      return condition.parts.every((part) => isNothing(cells[part]));
    case 'present':
      return !isEmpty(cells[condition.part]);
    case 'absent':
      return isEmpty(cells[condition.part]);
    case 'above':
      return compare(cells, condition.part, (value) => value > condition.value);
    case 'at_least':
      return compare(cells, condition.part, (value) => value >= condition.value);
    case 'at_most':
      return compare(cells, condition.part, (value) => value <= condition.value);
    case 'not_above': {
      const [left, right] = numbers(cells, condition.part, condition.other) ?? [];
      return left === undefined || right === undefined ? null : left <= right * condition.factor;
    }
    case 'ratio':
      return isRatio(cells, condition);
    case 'not_after_period':
      return beforeOrOn(cells[condition.part], reported.periodEnd);
    case 'within_months': {
      const value = cells[condition.part];
      return typeof value === 'string' && value !== ''
        ? value >= monthsBefore(reported.periodEnd, condition.months)
        : null;
    }
    case 'one_of':
      return isWithinList(cells[condition.part], condition.values);
    case 'none_of':
      return !isEmpty(cells[condition.part]) && !condition.values.includes(String(cells[condition.part]));
    case 'has_evidence':
      return reported.evidence.has(condition.element);
    case 'period_ends_after':
      return reported.periodEnd > condition.date;
    case 'class_in':
      return condition.classes.includes(facility.class);
    case 'hospital':
      return facility.hospital === condition.is;
    case 'activity':
      return facility.activities.has(condition.activity);
    case 'steady':
      return isSteady(reported, condition.part, condition.share);
    case 'not_withdrawn':
      return !(reported.previous[condition.part] === true && cells[condition.part] === false);
  }
}

/** Checks what was reported. A rule speaks only when its conditions hold and its own cells are there. */
export function findingsOf(checks: readonly Check[], reported: Reported): Finding[] {
  return checks
    .filter(({ when }) => when.every((condition) => holds(condition, reported) === true))
    .filter(({ must }) => holds(must, reported) === false)
    .map(({ code, severity, parts, message }) => ({
      code,
      severity,
      parts,
      message,
      values: Object.fromEntries(parts.map((part) => [part, reported.cells[part]])),
      explained: severity === 'warning' && parts.some((part) => reported.explained.has(part)),
    }));
}

/** Errors always stop a submission, warnings until they are explained, flags never. */
export const blocksSubmission = (findings: readonly Finding[]): boolean =>
  findings.some(({ severity, explained }) => severity === 'error' || (severity === 'warning' && !explained));
