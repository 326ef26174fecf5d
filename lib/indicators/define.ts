import { z } from 'zod';

export const Words = z.object({ vi: z.string().min(1), en: z.string().min(1) });
export type Words = z.infer<typeof Words>;

/** The eight pillars of the 2023–2025 plan; T70 runs over all of them. */
export const Pillar = z.enum(['P1', 'P2', 'P3', 'P4', 'P5', 'P6', 'P7', 'P8']);
export type Pillar = z.infer<typeof Pillar>;

export const IndicatorUnit = z.enum(['percent', 'milestone', 'boolean', 'count', 'services', 'people']);
export type IndicatorUnit = z.infer<typeof IndicatorUnit>;

/** FR facility report, SR system register, DD dossier data, TR training, PR programme, EX external, computed. */
export const IndicatorSource = z.enum(['FR', 'SR', 'DD', 'TR', 'PR', 'EX', 'computed']);
export type IndicatorSource = z.infer<typeof IndicatorSource>;

export const IndicatorFrequency = z.enum(['day', 'month', 'quarter', 'half_year', 'year']);
export type IndicatorFrequency = z.infer<typeof IndicatorFrequency>;

export const ChecklistItem = z.object({ code: z.string(), label: Words });
export type ChecklistItem = z.infer<typeof ChecklistItem>;

export const Indicator = z.object({
  id: z.string().regex(/^T\d{2}$/),
  version: z.int().positive(),
  title: Words,
  pillars: z.array(Pillar).min(1),
  unit: IndicatorUnit,
  better: z.enum(['higher', 'lower']),
  numerator: Words,
  /** Absent when the indicator is a count, a link that is live or not, or a list of milestones. */
  denominator: Words.optional(),
  scope: Words,
  sources: z.array(IndicatorSource).min(1),
  frequency: IndicatorFrequency,
  checklist: z.array(ChecklistItem),
  /** Report elements the value is computed from; empty when another source supplies it. */
  elements: z.array(z.string()),
  owner: z.string(),
  seeds: z.array(z.string()),
});
export type Indicator = z.infer<typeof Indicator>;

/** What the portal's own tables say of an indicator. */
export interface DossierFact {
  numerator: number;
  denominator: number;
  asOf: string;
  source: Words;
  sample: boolean;
}

/** By indicator; null where nothing is known. */
export type DossierFacts = Partial<Record<string, DossierFact | null>>;
