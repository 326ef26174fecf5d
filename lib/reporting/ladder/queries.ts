import 'server-only';
import { and, eq, lte } from 'drizzle-orm';
import { reportEvidence } from '@/db/schema/reporting';
import { query } from '@/lib/kernel/query';
import type { Cells } from '@/lib/reporting/checks';
import { factsOf } from '../commands/find';
import { periodOf, remembered } from '../periods/rules';
import { type CellRow, readCells } from '../queries/cells';
import { partsOn } from '../queries/definitions';
import { findFacility } from '../queries/visible';
import { isCarried } from '../rules';
import type { PeriodView } from '../schema';
import { ladders } from './catalogue';
import { type LadderView, ladderOf } from './rules';

/** Where a facility stands at the end of a period by what it has reported so far, on every ladder. */
export const getLadders = query<{ facilityId: string; periodId: string }, LadderView[]>({
  action: 'report.read',
  async run(reading) {
    const { db, input } = reading;
    const facility = await findFacility(reading);
    const period = periodOf(input.periodId);
    const [history, accepted] = await Promise.all([
      readCells(db, [facility.id], remembered(period.id)),
      db
        .select({ element: reportEvidence.elementId, issuedOn: reportEvidence.issuedOn })
        .from(reportEvidence)
        .where(
          and(
            eq(reportEvidence.facilityId, facility.id),
            eq(reportEvidence.state, 'accepted'),
            lte(reportEvidence.issuedOn, period.endsOn),
          ),
        ),
    ]);
    const { activities, ...facts } = factsOf(facility);
    const reported = {
      cells: cellsAt(history, period),
      previous: {},
      explained: new Set<string>(),
      evidence: new Set(accepted.map(({ element }) => element)),
      facility: { ...facts, activities: new Set(activities) },
      periodEnd: period.endsOn,
    };
    return ladders.map((ladder) => ladderOf(ladder, reported, accepted));
  },
});

/** A state and the day it began hold until something else is said; what happened in a period is of that period only. */
function cellsAt(history: readonly CellRow[], { startsOn, endsOn }: PeriodView): Cells {
  const parts = partsOn(endsOn);
  const known = history
    .filter(({ state, validTo }) => state === 'value' && validTo <= endsOn)
    .filter(({ part, validTo }) => {
      const definition = parts.get(part);
      const lasting = definition !== undefined && (isCarried(definition) || definition.type === 'date');
      return lasting || validTo >= startsOn;
    })
    .toSorted((a, b) => (a.validTo < b.validTo ? -1 : 1));
  return Object.fromEntries(known.map(({ part, value }) => [part, value]));
}
