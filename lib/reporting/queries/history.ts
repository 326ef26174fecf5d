import 'server-only';
import { sql } from 'drizzle-orm';
import type { Database } from '@/db/client';
import { DomainError } from '@/lib/kernel/errors';
import { query } from '@/lib/kernel/query';
import { storedAs } from '../define';
import type { CellHistory } from '../schema';
import { readCells, readVersions } from './cells';
import { partsOn } from './definitions';
import { readNames } from './names';
import { periodsBefore, valuesBefore, versionView } from './views';
import { findVisible } from './visible';

const shownPeriods = 12;
/** Fewer peers would show a neighbour's figure. */
const fewestPeers = 5;

/** What stands behind a cell: its versions, the periods before, and what is usual in its class. */
export const getCellHistory = query<{ reportId: string; part: string }, CellHistory>({
  action: 'report.read',
  reads: ({ versions }, { reportId }) =>
    versions.some(({ recordedBy }) => recordedBy !== null) ? [{ type: 'report', id: reportId }] : [],
  async run({ db, actor, input }) {
    const { report, facility, period } = await findVisible(db, actor, input.reportId);
    const part = partsOn(period.endsOn).get(input.part);
    if (part === undefined) throw new DomainError('not_found', 'report_part');
    const ids = periodsBefore(period.id, shownPeriods);
    const cell = { facilityId: facility.id, periodId: period.id, part: part.id };
    const [versions, earlier, peers] = await Promise.all([
      readVersions(db, cell),
      readCells(db, [facility.id], ids),
      storedAs[part.type] === 'number' && part.type !== 'boolean'
        ? readPeers(db, { part: part.id, periodId: ids.at(-1) ?? '', formId: report.formId, facility })
        : none,
    ]);
    const nameOf = await readNames(
      db,
      versions.map(({ recordedBy }) => recordedBy),
    );
    return {
      versions: versions.map((row) => versionView(row, nameOf)),
      before: valuesBefore(earlier, part.id, ids),
      peersMedian: peers.median,
      peers: { periodId: peers.count === 0 ? null : (ids.at(-1) ?? null), count: peers.count },
    };
  },
});

interface Peers {
  median: number | null;
  count: number;
}

const none: Peers = { median: null, count: 0 };

interface Asked {
  part: string;
  periodId: string;
  formId: string;
  facility: { id: string; class: string };
}

/** The other facilities of the same class whose report of the period was verified. */
async function readPeers(db: Database, { part, periodId, formId, facility }: Asked): Promise<Peers> {
  const rows = await db.execute<{ median: number | null; count: number }>(sql`
    select percentile_cont(0.5) within group (order by cell.number_value) as median, count(*)::int as count
    from (
      select distinct on (v.facility_id) v.number_value, v.state
      from report_values v
      join reports r on r.facility_id = v.facility_id and r.period_id = v.period_id and r.form_id = ${formId}
        and r.state in ('verified', 'locked')
      join facilities f on f.id = v.facility_id and f.class = ${facility.class} and f.id <> ${facility.id}::uuid
      where v.element_id = ${part} and v.period_id = ${periodId}
      order by v.facility_id, v.revision desc
    ) cell
    where cell.state = 'value'`);
  const [found = none] = rows;
  return found.count < fewestPeers ? none : found;
}
