import type { FacilityClass, FacilityForm, ManagingBody, Ownership } from '@/db/schema/facilities';
import type { Activity, Condition, Frequency } from '@/lib/reporting/define';
import type { Indicator, Words } from '../define';

/** A facility matches a group when it matches every dimension the group names. */
export interface MemberGroup {
  readonly form?: readonly FacilityForm[];
  readonly ownership?: readonly Ownership[];
  readonly managedBy?: readonly ManagingBody[];
  readonly class?: readonly FacilityClass[];
  readonly oldLevel?: readonly number[];
  readonly activity?: Activity;
}

/** Who should answer, over the registry as it stood at the period's end: active facilities of any of the groups. */
export interface MembersRule {
  readonly id: string;
  readonly words: Words;
  readonly anyOf: readonly MemberGroup[];
}

/** Conditions that speak of the cells of one report; membership and proof are declared apart. */
export type CellCondition = Extract<
  Condition,
  { kind: 'is_true' | 'is_false' | 'present' | 'above' | 'at_least' | 'at_most' | 'one_of' | 'within_months' }
>;

interface Common {
  /** Of an indicator (T01–T72), or of a coverage measure without a target of its own. */
  readonly id: string;
  readonly frequency: Frequency;
  readonly members: MembersRule;
  /** The formula for a reader. */
  readonly formula: Words;
}

/** Share of the members that answered for whom every condition holds; an answer stands for up to a year. */
export interface ShareMeasure extends Common {
  readonly kind: 'share';
  readonly counts: readonly CellCondition[];
  /** A member has answered when all of these are filled. */
  readonly answeredBy: readonly string[];
  /** The element whose accepted evidence proves the claim. */
  readonly proof?: string;
}

/** One amount over another, both of the same period; never carried. */
export interface RatioMeasure extends Common {
  readonly kind: 'ratio';
  readonly numerator: string;
  readonly denominator: string;
}

/** One amount of the period added up; never carried. */
export interface SumMeasure extends Common {
  readonly kind: 'sum';
  readonly part: string;
}

export type Measure = ShareMeasure | RatioMeasure | SumMeasure;

/** What a reader is told about a measure, whether it is an indicator of the plans or a coverage measure. */
export type Definition = Omit<Indicator, 'seeds'>;
