/** A figure of one facility from its locked cells: a yes, a number, or one part over another. */
export interface FigureRule {
  readonly code: string;
  readonly part: string;
  readonly over?: string;
  readonly unit: 'yes' | 'share' | 'count';
  /** The form that asks it. */
  readonly form: 'hospital-month' | 'hospital-quarter';
}

export const figureRules = [
  { code: 'records', part: 'E15', unit: 'yes', form: 'hospital-month' },
  { code: 'signed', part: 'E19', over: 'E18', unit: 'share', form: 'hospital-month' },
  { code: 'paperless', part: 'E22', unit: 'yes', form: 'hospital-month' },
  { code: 'laboratory', part: 'E09', unit: 'yes', form: 'hospital-month' },
  { code: 'imaging', part: 'E11', unit: 'yes', form: 'hospital-month' },
  { code: 'prescriptions', part: 'E27b', over: 'E27a', unit: 'share', form: 'hospital-month' },
  { code: 'identity', part: 'E31b', over: 'E31a', unit: 'share', form: 'hospital-month' },
  { code: 'cashless', part: 'E37b', over: 'E37a', unit: 'share', form: 'hospital-month' },
  { code: 'staff', part: 'E03', over: 'E02', unit: 'share', form: 'hospital-quarter' },
  { code: 'security', part: 'E51a', unit: 'count', form: 'hospital-quarter' },
] as const satisfies readonly FigureRule[];
export type FigureCode = (typeof figureRules)[number]['code'];

export interface PeerFigure {
  code: FigureCode;
  unit: FigureRule['unit'];
  /** Its own value and the period it is from; null: nothing was locked. */
  value: number | null;
  periodId: string | null;
  part: number | null;
  whole: number | null;
  /** Peers that gave an answer, of how many. */
  answered: number;
  peers: number;
  /** Half of the peers lie below, half above; of a yes, the share that says yes. */
  middle: number | null;
}
