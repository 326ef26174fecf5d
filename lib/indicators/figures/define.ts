import type { Provenance } from '../schema';

/** A dated value of a measure that doesn't come from reports: from dossiers and registers, its owner, a publication. */
export interface Fact {
  readonly provenance: Extract<Provenance, 'dossiers' | 'entry' | 'published'>;
  readonly value: number | null;
  readonly numerator: number | null;
  readonly denominator: number | null;
  readonly asOf: string;
  readonly source: { readonly ref: string; readonly confidence: string } | null;
  readonly sample: boolean;
}
