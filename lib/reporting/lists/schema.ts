/** What lists of reports ask and show: a facility's desk, a department's list, how complete a province is. */
import { z } from 'zod';
import type { Words } from '../define';
import { PeriodId, type PeriodView } from '../periods/schema';
import type { ReportState } from '../workflow';

export const ListReports = z.object({
  period: PeriodId.optional(),
  form: z.string().max(40).optional(),
  state: z.enum(['missing', 'draft', 'submitted', 'returned', 'verified', 'locked']).optional(),
  place: z.string().max(12).optional(),
  search: z.string().trim().max(100).optional(),
  late: z.stringbool().optional(),
  after: z.string().max(400).optional(),
  before: z.string().max(400).optional(),
});
export type ListReports = z.infer<typeof ListReports>;

/** A line of the department's or ministry's list: a facility that is expected to report, with or without a report. */
export interface ReportLine {
  facilityId: string;
  facility: Words;
  class: string;
  place: Words;
  reportId: string | null;
  formId: string;
  periodId: string;
  state: ReportState | 'missing';
  filled: number;
  asked: number;
  submittedAt: Date | null;
  late: boolean;
  openRemarks: number;
  version: number | null;
  sample: boolean;
}

/** How complete a province (or the nation, place null) is for one form and period; expected comes from the dated registry. */
export interface Completeness {
  place: { id: string; name: Words } | null;
  formId: string;
  periodId: string;
  expected: number;
  missing: number;
  draft: number;
  submitted: number;
  returned: number;
  verified: number;
  locked: number;
  onTime: number;
}

/** A period of a facility's own desk: with a report, or still without one. */
export interface OwnReport {
  facilityId: string;
  facility: Words;
  period: PeriodView;
  formId: string;
  form: Words;
  reportId: string | null;
  state: ReportState | 'missing';
  filled: number;
  asked: number;
  submittedAt: Date | null;
  /** Past the due day without a submission, or first submitted after it. */
  late: boolean;
  /** The period takes reports now: opened, and the province has not closed it. */
  open: boolean;
  openRemarks: number;
  sample: boolean;
}
