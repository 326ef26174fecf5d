import { z } from 'zod';
import type { registerKinds as kinds } from '@/db/schema/registers';

export const registerKinds = [
  'system',
  'database',
  'platform',
  'facility_system',
  'external',
  'interconnection',
  'infrastructure',
  'capability',
  'programme',
  'activity',
  'training',
  'security',
  'equipment',
  'legal',
] as const satisfies typeof kinds;
export type RegisterKind = (typeof registerKinds)[number];

export const EntryId = z.string().regex(/^R-\d{2}$/);

const said = <T extends z.ZodType>(schema: T) => schema.optional().catch(undefined);

/** The filter as it stands in the address; what is not understood is as if it were not there. */
export const ListRegister = z.object({
  kind: said(z.enum(registerKinds)),
  q: said(z.string().trim().max(100)),
});
export type ListRegister = z.output<typeof ListRegister>;

type Words = { vi: string; en: string };
type Confidence = 'seed' | 'found' | 'knowledge' | 'demo' | 'derived';
type Lifecycle = 'planned' | 'design' | 'build' | 'pilot' | 'operate' | 'retire';

export interface Provenance {
  source: string;
  confidence: Confidence;
  verifiedAt: Date | null;
}

export interface Connection {
  to: string;
  protocol: string | null;
  state: 'planned' | 'live' | 'down';
  lastSuccessAt: string | null;
}

/** One line of the list. What is null is not known; nothing is filled in by guess. */
export interface RegisterLine extends Provenance {
  id: string;
  kind: RegisterKind;
  name: Words;
  tracks: Words;
  indicatorIds: readonly string[];
  owner: Words | null;
  lifecycle: Lifecycle | null;
  securityLevel: number | null;
  connections: readonly Connection[];
}

export interface RegisterView extends RegisterLine {
  operator: string | null;
  legalBasis: string | null;
  securityApprovedOn: string | null;
  securityPlanApprovedOn: string | null;
  hosting: string | null;
  hostedAtDataCentre: 'yes' | 'no' | null;
  monitoredSince: string | null;
  lastReviewedOn: string | null;
  identifiers: string | null;
  usesPersonalId: 'yes' | 'no' | 'not_applicable' | null;
  conformsToArchitecture: 'yes' | 'no' | 'not_applicable' | null;
  coverage: string | null;
  users: number | null;
  incidents: number | null;
  nextMilestone: string | null;
  nextMilestoneOn: string | null;
  evidence: number;
  courses: readonly Course[];
  databases: readonly KeyDatabase[];
}

export interface Course extends Provenance {
  id: string;
  name: Words;
  heldOn: string | null;
  classes: number | null;
  days: number | null;
  people: number | null;
  peopleText: Words | null;
}

/** đúng – đủ – sạch – sống – thống nhất – dùng chung, in the order in which they are named. */
export const qualities = ['correct', 'sufficient', 'clean', 'live', 'consistent', 'shared'] as const;
export type Quality = (typeof qualities)[number];

export interface KeyDatabase extends Provenance {
  id: string;
  name: Words;
  entryId: string | null;
  quality: Readonly<Record<Quality, number | null>>;
  assessedOn: string | null;
}
