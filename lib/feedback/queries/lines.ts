import 'server-only';
import { alias } from 'drizzle-orm/pg-core';
import { dossiers } from '@/db/schema/dossiers';
import { complaints } from '@/db/schema/feedback';
import type { Calendar } from '@/lib/kernel/calendar';
import { now } from '@/lib/kernel/clock';
import { isLate, stagesOf } from '../rules';
import type { ComplaintState, ComplaintSubject } from '../schema';

/** Whose a complaint is: who made it, and the organisation of its dossier. */
export const complaintOwnership = { owner: complaints.madeBy, organisation: dossiers.organisationId };

export interface ComplaintLine {
  id: string;
  code: string;
  dossierCode: string | null;
  subject: ComplaintSubject;
  state: ComplaintState;
  receivedAt: Date;
  /** Last moment of what has to happen next; null while it stands still or nothing is left to do. */
  due: Date | null;
  late: boolean;
  /** Code of the complaint this one takes up again. */
  repeats: string | null;
  satisfied: boolean | null;
  sample: boolean;
}

export const earlier = alias(complaints, 'earlier');

export const lineColumns = { complaint: complaints, dossierCode: dossiers.code, repeats: earlier.code };

interface StoredLine {
  complaint: typeof complaints.$inferSelect;
  dossierCode: string | null;
  repeats: string | null;
}

export function lineOf({ complaint, dossierCode, repeats }: StoredLine, calendar: Calendar): ComplaintLine {
  const readings = stagesOf(complaint, calendar, now());
  const { id, code, subject, state, receivedAt, satisfied, sample } = complaint;
  return {
    id,
    code,
    dossierCode,
    subject,
    state,
    receivedAt,
    due: readings.find(({ doneAt }) => doneAt === null)?.due ?? null,
    late: isLate(readings),
    repeats,
    satisfied,
    sample,
  };
}
