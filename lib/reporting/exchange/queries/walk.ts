import 'server-only';
import type { Readable } from 'node:stream';
import type { Database } from '@/db/client';
import { facilities } from '@/db/schema/facilities';
import { query } from '@/lib/kernel/query';
import { findReport, judge, readFacts } from '../../commands/find';
import { planCells } from '../../commands/plan';
import type { CellRow } from '../../queries/cells';
import { type ImportFault, type ImportOptions, type ImportSummary, shown } from '../schema';
import { type FileGroup, groupsOf } from './groups';
import { type PlannedGroup, planGroups } from './plan';
import { readRows } from './rows';

interface Walk {
  stream: Readable;
  options: ImportOptions;
  /** What is done with the facilities of a batch; it may add faults that only writing shows. */
  visit: (
    groups: readonly PlannedGroup[],
    onFault: (fault: ImportFault) => void,
    db: Database,
  ) => Promise<void>;
}

type Counting = { -readonly [K in keyof ImportSummary]: ImportSummary[K] } & {
  faults: ImportFault[];
  changes: ImportSummary['changes'][number][];
  findings: ImportSummary['findings'][number][];
};

const batchSize = 60;

/** Goes through a file facility by facility; rows of facilities out of reach are unknown, as if they did not exist. */
export const walkImport = query<Walk, ImportSummary>({
  action: 'report.enter',
  async run({ db, input: { stream, options, visit }, within }) {
    const scope = within({ facility: facilities.id, unit: facilities.unitCode });
    const sum = zero();
    const onFault = (fault: ImportFault) => {
      sum.refused += 1;
      if (sum.faults.length < shown.faults) sum.faults.push(fault);
    };
    const onRow = () => {
      sum.rows += 1;
    };
    const groups = groupsOf(readRows(stream), { options, onRow, onFault });
    for await (const batch of batches(groups)) {
      const resolved = await planGroups(db, batch, scope);
      for (const fault of resolved.flatMap(({ faults }) => faults)) onFault(fault);
      const planned = resolved.filter((one): one is PlannedGroup => 'facility' in one);
      for (const group of planned) add(sum, group);
      await visit(planned, onFault, db);
      await addFindings(sum, db, planned);
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
  faults: [],
  changes: [],
  findings: [],
});

async function* batches(groups: AsyncIterable<FileGroup>): AsyncGenerator<FileGroup[]> {
  let batch: FileGroup[] = [];
  for await (const group of groups) {
    batch.push(group);
    if (batch.length < batchSize) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}

function add(sum: Counting, { report, inputs, changes, unchanged, empty }: PlannedGroup): void {
  sum.facilities += 1;
  sum.unchanged += unchanged;
  sum.empty += empty;
  sum.opening += report === null && inputs.length > 0 ? 1 : 0;
  for (const change of changes) {
    sum[change.kind] += 1;
    if (sum.changes.length < shown.changes) sum.changes.push(change);
  }
}

/** What the rules between cells say once the file is in, for the first reports it changes. */
async function addFindings(sum: Counting, db: Database, groups: readonly PlannedGroup[]): Promise<void> {
  for (const { report, inputs, facility } of groups) {
    if (report === null || inputs.length === 0 || sum.findings.length >= shown.findings) continue;
    const facts = await readFacts(db, await findReport(db, report.id));
    const { versions } = planCells(inputs, { facts, state: report.state, source: 'import' });
    const cells = new Map<string, CellRow>(facts.cells);
    for (const version of versions) cells.set(version.part, { ...blank, ...version });
    const touched = new Set(versions.map(({ part }) => part));
    const { findings } = judge(facts, cells);
    for (const finding of findings.filter(({ parts }) => parts.some((part) => touched.has(part))))
      sum.findings.push({ facility: facility.nameVi, finding });
  }
}

/** What a version that is not written yet has no answer for. */
const blank = { facilityId: '', periodId: '', validTo: '', recordedAt: new Date(0), recordedBy: '' };
