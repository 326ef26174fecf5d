import { z } from 'zod';
import type { calendarKinds as kinds } from '@/db/schema/calendar';

export const dayKinds = ['off', 'working', 'morning', 'afternoon'] as const satisfies typeof kinds;
export type DayKind = (typeof dayKinds)[number];

/** What an officer makes of a day, on the strength of which document. */
export const ConfirmDay = z.strictObject({
  date: z.iso.date(),
  kind: z.enum(dayKinds),
  nameVi: z.string().trim().min(3).max(120),
  nameEn: z.string().trim().min(3).max(120),
  document: z.string().trim().min(5).max(200),
  reason: z.string().trim().min(3).max(500),
  /** Newest row of the day when the effect was shown; another officer may have been faster. */
  seen: z.coerce.number().int().nonnegative(),
});
export type ConfirmDay = z.input<typeof ConfirmDay>;

/** The part of it that decides what moves. */
export const PreviewDay = ConfirmDay.pick({ date: true, kind: true });
export type PreviewDay = z.input<typeof PreviewDay>;

export interface CalendarLine {
  id: number;
  date: string;
  kind: DayKind;
  status: 'official' | 'provisional' | 'conditional';
  nameVi: string;
  nameEn: string;
  /** The text of law it rests on, and where it was read. */
  legalBasis: string | null;
  source: string;
  confidence: 'seed' | 'found' | 'knowledge' | 'demo' | 'derived';
  verifiedAt: Date | null;
}

/** What a change of one day does to the dossiers whose clock runs. */
export interface Effect {
  running: number;
  later: number;
  earlier: number;
  units: { unit: string; moved: number }[];
}
