/** Evaluates a declared formula on the locked cells of one report, and a members rule on one facility. */
import type { FacilityClass, FacilityForm, ManagingBody, Ownership } from '@/db/schema/facilities';
import { type Cells, holds } from '@/lib/reporting/checks';
import type { Activity } from '@/lib/reporting/define';
import type { Measure, MembersRule } from './define';

/** What a facility was at a period's end. */
export interface Profile {
  readonly form: FacilityForm;
  readonly ownership: Ownership;
  readonly managedBy: ManagingBody;
  readonly class: FacilityClass;
  readonly oldLevel: number | null;
  readonly activities: ReadonlySet<Activity>;
  readonly active: boolean;
}

export function isMember({ anyOf }: MembersRule, profile: Profile): boolean {
  if (!profile.active) return false;
  return anyOf.some(
    (group) =>
      (group.form?.includes(profile.form) ?? true) &&
      (group.ownership?.includes(profile.ownership) ?? true) &&
      (group.managedBy?.includes(profile.managedBy) ?? true) &&
      (group.class?.includes(profile.class) ?? true) &&
      (group.oldLevel?.includes(profile.oldLevel ?? -1) ?? true) &&
      (group.activity === undefined || profile.activities.has(group.activity)),
  );
}

/** Every part a formula reads. */
export function partsOf(measure: Measure): string[] {
  switch (measure.kind) {
    case 'share':
      return [...new Set([...measure.answeredBy, ...measure.counts.map(({ part }) => part)])];
    case 'ratio':
      return [measure.numerator, measure.denominator];
    case 'sum':
      return [measure.part];
  }
}

/**
 * `blank`: nothing was said, an earlier answer still stands. `withheld`: the facility said that it does not know or
 * that it does not apply, so no earlier answer speaks for it any more.
 */
export type Answer = { numerator: number; denominator: number | null } | 'blank' | 'withheld';

/** A cell that says "unknown" or "not applicable" is null; a cell nobody filled is absent. */
export function answerOf(measure: Measure, cells: Cells, periodEnd: string): Answer {
  const asked = measure.kind === 'share' ? measure.answeredBy : partsOf(measure);
  if (asked.some((part) => cells[part] === null)) return 'withheld';
  if (asked.some((part) => cells[part] === undefined)) return 'blank';
  switch (measure.kind) {
    case 'share': {
      const reported = { ...nothingElse, cells, periodEnd };
      const counts = measure.counts.every((condition) => holds(condition, reported) === true);
      return { numerator: Number(counts), denominator: 1 };
    }
    case 'ratio':
      return { numerator: Number(cells[measure.numerator]), denominator: Number(cells[measure.denominator]) };
    case 'sum':
      return { numerator: Number(cells[measure.part]), denominator: null };
  }
}

const nothingElse = {
  previous: {},
  explained: new Set<string>(),
  evidence: new Set<string>(),
  facility: { class: '', hospital: true, activities: new Set<Activity>() },
};

/** A state stands until it is said anew; what was counted in a period speaks of that period only. */
export const isCarried = ({ kind }: Measure): boolean => kind === 'share';
