/** What leaves the portal of a report: no names of people. */
import { isoOf } from '@/lib/kernel/calendar';
import type { CellOutcome, ReportLine } from '../schema';
import type { FeedReceipt, ReportItem } from './schema';

export function reportItem(line: ReportLine): ReportItem {
  return {
    report: line.reportId,
    facility: { id: line.facilityId, name: line.facility, class: line.class, place: line.place },
    form: line.formId,
    period: line.periodId,
    state: line.state,
    asked: line.asked,
    filled: line.filled,
    submittedAt: line.submittedAt === null ? null : isoOf(line.submittedAt),
    late: line.late,
    openRemarks: line.openRemarks,
    version: line.version,
    sample: line.sample,
  };
}

type Told = FeedReceipt['outcomes'][number];

export function toldOf(outcome: CellOutcome): Told {
  const { part } = outcome;
  if (outcome.outcome === 'refused')
    return { part, outcome: 'refused', revision: null, code: outcome.code, theirs: null };
  const told: Told = { part, outcome: outcome.outcome, revision: outcome.revision, code: null, theirs: null };
  if (outcome.outcome !== 'overtaken' || outcome.theirs.current === null) return told;
  const { value, state, revision, source, recordedAt } = outcome.theirs.current;
  const said = typeof value === 'object' && value !== null ? [...value] : value;
  return { ...told, theirs: { value: said, state, revision, source, recordedAt: isoOf(recordedAt) } };
}
