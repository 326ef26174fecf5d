import type { Provenance } from '../schema';

/** A dated value of a measure that doesn't come from reports: computed, from dossiers, its owner, a publication. */
export interface Fact {
  readonly provenance: Exclude<Provenance, 'reports' | 'none'>;
  readonly value: number | null;
  readonly numerator: number | null;
  readonly denominator: number | null;
  readonly asOf: string;
  readonly source: { readonly ref: string; readonly confidence: string } | null;
  readonly sample: boolean;
  /** Milestones the owner ticked. */
  readonly done: readonly string[];
}
