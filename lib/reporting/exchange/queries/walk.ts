import 'server-only';
import type { Readable } from 'node:stream';
import type { SQL } from 'drizzle-orm';
import type { Database } from '@/db/client';
import { facilities } from '@/db/schema/facilities';
import { query } from '@/lib/kernel/query';
import { type ImportFault, type ImportOptions, type ImportSummary, shown } from '../schema';
import { type FileGroup, groupsOf } from './groups';
import { isOpening, isPlanned, type PlannedGroup, type Resolved } from './plan';
import { readRows } from './rows';

interface Walk {
  stream: Readable;
  options: ImportOptions;
  /** Decides what becomes of some facilities, and does it. */
  decide: (groups: readonly FileGroup[], scope: SQL, db: Database) => Promise<Resolved[]>;
  /** Told after each step how far it is. */
  onStep?: ((sum: ImportSummary) => void) | undefined;
}

type Counting = { -readonly [K in keyof ImportSummary]: ImportSummary[K] } & {
  faults: ImportFault[];
  changes: ImportSummary['changes'][number][];
};

/** Goes through a file facility by facility; rows of facilities out of reach are unknown, as if they did not exist. */
export const walkImport = query<Walk, ImportSummary>({
  action: 'report.enter',
  async run({ db, input: { stream, options, decide, onStep }, within }) {
    const scope = within({ facility: facilities.id, unit: facilities.unitCode });
    const sum = zero();
    const onFault = (fault: ImportFault) => {
      sum.refused += 1;
      if (sum.faults.length < shown.faults) sum.faults.push(fault);
    };
    const onRow = () => {
      sum.rows += 1;
    };
    for await (const groups of groupsOf(readRows(stream), { options, onRow, onFault })) {
      for (const one of await decide(groups, scope, db)) {
        for (const fault of one.faults) onFault(fault);
        if (isPlanned(one)) add(sum, one);
      }
      onStep?.(sum);
    }
    return sum;
  },
});

const zero = (): Counting => ({
  rows: 0,
  facilities: 0,
  new: 0,
  changed: 0,
  unchanged: 0,
  empty: 0,
  refused: 0,
  opening: 0,
  reports: 0,
  faults: [],
  changes: [],
  findings: [],
});

function add(sum: Counting, group: PlannedGroup): void {
  sum.facilities += 1;
  sum.unchanged += group.unchanged;
  sum.empty += group.empty;
  sum.opening += isOpening(group) ? 1 : 0;
  sum.reports += group.changes.length > 0 ? 1 : 0;
  for (const change of group.changes) {
    sum[change.kind] += 1;
    if (sum.changes.length < shown.changes) sum.changes.push(change);
  }
}
