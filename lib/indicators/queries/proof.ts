import 'server-only';
import { and, desc, eq, lte } from 'drizzle-orm';
import { database } from '@/db/client';
import { reportLocks } from '@/db/schema/reporting';
import { DomainError } from '@/lib/kernel/errors';
import { query } from '@/lib/kernel/query';
import { readVersions } from '@/lib/reporting/queries/cells';
import { readNames } from '@/lib/reporting/queries/names';
import { versionView } from '@/lib/reporting/queries/views';
import { definitionOf } from '../measures/catalogue';
import type { CellProof, FacilityFigure, GetCellProof } from '../schema';
import { type Context, openContext } from './context';
import { behindOf, membersOf, withCells } from './facilities';
import { labelOf } from './labels';
import { mayKnow } from './restatements';

/** A cell behind a figure: its versions, who entered them when and from where, and the locks that fixed it. */
export const getCellProof = query<GetCellProof, CellProof>({
  action: 'indicator.read',
  reads: ({ versions, row }) =>
    versions.some(({ recordedBy }) => recordedBy !== null) && row.reportId !== null
      ? [{ type: 'report', id: row.reportId }]
      : [],
  async run({ actor, input }) {
    const context = await openContext(input, { ids: [input.measure] });
    const definition = definitionOf(input.measure);
    const behind = behindOf(context, input.measure);
    if (definition === undefined || behind === null) throw new DomainError('not_found', 'indicator');
    const member = membersOf(context, behind).find(({ facility }) => facility.id === input.facilityId);
    if (member === undefined) throw new DomainError('not_found', 'facility');
    const [row] = await withCells(context, behind, { members: [member], actor });
    if (row === undefined) throw new DomainError('not_found', 'facility');
    const isKnown = mayKnow(actor, member.facility);
    return {
      measure: { id: definition.id, title: definition.title, formula: behind.measure.formula },
      part: { id: input.part, label: labelOf(input.part) },
      row,
      ...(await historyOf(context, { row, part: input.part, isKnown })),
    };
  },
});

interface Cell {
  readonly row: FacilityFigure;
  readonly part: string;
  readonly isKnown: boolean;
}

async function historyOf({ reading, knownAt }: Context, { row, part, isKnown }: Cell) {
  const { period: periodId, facility, cells } = row;
  if (periodId === null) return { versions: [], locks: [] };
  const db = database();
  const [versions, locks] = await Promise.all([
    readVersions(db, { facilityId: facility.id, periodId, part }),
    db
      .select()
      .from(reportLocks)
      .where(
        and(
          eq(reportLocks.facilityId, facility.id),
          eq(reportLocks.periodId, periodId),
          lte(reportLocks.sequence, reading.known.sequence),
        ),
      )
      .orderBy(desc(reportLocks.sequence)),
  ]);
  const people = [...versions.map(({ recordedBy }) => recordedBy), ...locks.map(({ lockedBy }) => lockedBy)];
  const nameOf = isKnown ? await readNames(db, people) : () => null;
  const fixed = cells.find((cell) => cell.part === part)?.revision;
  const wasLocked = (at: Date) => locks.some(({ lockedAt }) => at <= lockedAt);
  return {
    versions: versions
      .filter(({ recordedAt }) => recordedAt <= knownAt && (isKnown || wasLocked(recordedAt)))
      .map((version) => ({ ...versionView(version, nameOf), fixed: version.revision === fixed })),
    locks: locks.map(({ sequence, lockedAt, lockedBy, contentHash }) => ({
      sequence,
      at: lockedAt,
      by: nameOf(lockedBy),
      contentHash,
    })),
  };
}
