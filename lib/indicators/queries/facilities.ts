import 'server-only';
import { decodeCursor, encodeCursor, type Page } from '@/lib/kernel/pagination';
import { query } from '@/lib/kernel/query';
import { foldTones } from '@/lib/kernel/text';
import type { Actor } from '@/lib/policy/actor';
import { answersAt, lastLockAt } from '../cube/rules';
import { provenBy } from '../cube/totals/rules';
import type { Measure } from '../measures/define';
import { partsOf } from '../measures/rules';
import { endOf, monthOf } from '../periods/rules';
import type { FacilityRow } from '../registry/define';
import type { FacilityFigure, ListFacilityFigures, Outcome } from '../schema';
import { type FixedCells, readFixedCells } from './cells';
import { type Context, openContext } from './context';
import { courseOf, groupOf } from './course';
import { mayKnow } from './restatements';

const pageSize = 50;

/** The facilities behind a figure, by name; each with the cells the formula read and the lock that fixed them. */
export const listFacilityFigures = query<ListFacilityFigures, Page<FacilityFigure>>({
  action: 'indicator.read',
  async run({ actor, input }) {
    const context = await openContext(input, { ids: [input.id] });
    const behind = behindOf(context, input.id);
    if (behind === null) return { rows: [], next: null, previous: null };
    const wanted = input.search === undefined ? '' : foldTones(input.search);
    const rows = membersOf(context, behind)
      .filter(({ outcome }) => input.outcome === undefined || outcome === input.outcome)
      .filter(({ facility }) => wanted === '' || foldTones(facility.name.vi).includes(wanted))
      .sort(byName);
    const { shown, ...page } = pageOf(rows, input);
    return { rows: await withCells(context, behind, { members: shown, actor }), ...page };
  },
});

export interface Behind {
  readonly measure: Measure;
  readonly period: string;
}

/** The formula and period behind a figure; null when it doesn't come from reports. */
export function behindOf(context: Context, id: string): Behind | null {
  const { measure, current } = courseOf(context, id, groupOf(context));
  return measure === undefined || current === null ? null : { measure, period: current.period };
}

export interface Member {
  readonly facility: FacilityRow;
  readonly number: number;
  readonly outcome: Outcome;
  /** The lock that answers; for a member without answer its lock of the period, if there is one. */
  readonly lock: number;
  readonly proven: boolean | null;
}

/** Who should answer in the context's place, and what they said. */
export function membersOf(context: Context, { measure, period }: Behind): Member[] {
  const { cube, registry, known } = context.reading;
  const at = { month: monthOf(period), sequence: known.sequence };
  const snapshot = registry.at(endOf(period));
  const members = snapshot.members.get(measure.members.id);
  const answers = answersAt(cube, measure, at);
  const proofs = provenBy(context.reading, measure, endOf(period));
  const asked = measure.kind === 'share' && measure.proof !== undefined;
  const said = cube.values.get(measure.id)?.numerator;
  const group = groupOf(context);
  return registry.facilities.flatMap((facility, number): Member[] => {
    if (facility === undefined || members?.[number] !== 1) return [];
    if (group !== null && snapshot.groups[group.dimension][number] !== group.at) return [];
    const answer = answers[number] ?? 0;
    const lock = answer === 0 ? lastLockAt(cube, measure, { ...at, facility: number }) : answer;
    const counts = answer !== 0 && (said?.get(answer) ?? 0) > 0;
    const outcome = answer === 0 ? 'no_answer' : counts ? 'counts' : 'does_not';
    return [{ facility, number, outcome, lock, proven: asked ? proofs.has(number) : null }];
  });
}

const collator = new Intl.Collator('vi');
const byName = (a: Member, b: Member) => compare(a.facility, [b.facility.name.vi, b.facility.id]);
const compare = ({ name, id }: FacilityRow, [otherName, otherId]: readonly [string, string]) =>
  collator.compare(name.vi, otherName) || (id < otherId ? -1 : Number(id > otherId));

function pageOf(rows: readonly Member[], { after, before }: ListFacilityFigures) {
  const backwards = decodeCursor(before);
  const cursor = backwards ?? decodeCursor(after);
  const place: readonly [string, string] | null = cursor && [cursor.value ?? '', cursor.id];
  const isBefore = ({ facility }: Member) => place !== null && compare(facility, place) < 0;
  const isUpTo = ({ facility }: Member) => place !== null && compare(facility, place) <= 0;
  const passed = rows.filter(backwards === null ? isUpTo : isBefore).length;
  const start = backwards === null ? passed : Math.max(0, passed - pageSize);
  const shown = rows.slice(start, backwards === null ? start + pageSize : passed);
  const [first, last] = [shown.at(0), shown.at(-1)];
  return {
    shown,
    next: last !== undefined && start + shown.length < rows.length ? cursorOf(last) : null,
    previous: first !== undefined && start > 0 ? cursorOf(first) : null,
  };
}

const cursorOf = ({ facility }: Member) => encodeCursor({ value: facility.name.vi, id: facility.id });

interface Shown {
  readonly members: readonly Member[];
  readonly actor: Actor;
}

export async function withCells(
  context: Context,
  { measure, period }: Behind,
  { members, actor }: Shown,
): Promise<FacilityFigure[]> {
  const locks = members.flatMap(({ lock }) => (lock === 0 ? [] : [lock]));
  const cells = await readFixedCells(locks, partsOf(measure));
  return members.map((member) => {
    const fixed = cells.get(member.lock);
    const reportId = fixed !== undefined && mayKnow(actor, member.facility) ? fixed.reportId : null;
    return { ...rowOf(context, member, measure), ...whenOf(member, fixed, period), reportId };
  });
}

function rowOf({ reading }: Context, { facility, outcome, lock, proven }: Member, measure: Measure) {
  const { id, name, placeId, sample } = facility;
  const place = [...reading.registry.places['34'], ...reading.registry.places['63']].find(
    (one) => one.id === placeId,
  );
  const values = outcome === 'no_answer' ? undefined : reading.cube.values.get(measure.id);
  const whole = measure.kind === 'share' ? 1 : (values?.denominator?.get(lock) ?? null);
  return {
    facility: {
      id,
      name,
      class: facility.class,
      ownership: facility.ownership,
      placeId,
      place: place?.name ?? { vi: placeId, en: placeId },
      sample,
    },
    outcome,
    proven,
    sample: reading.cube.sample.get(lock) === 1,
    numerator: values?.numerator.get(lock) ?? null,
    denominator: values === undefined || measure.kind === 'sum' ? null : whole,
  };
}

function whenOf({ lock, outcome }: Member, fixed: FixedCells | undefined, period: string) {
  return {
    period: fixed?.periodId ?? null,
    carried: outcome !== 'no_answer' && fixed !== undefined && fixed.periodId !== period,
    sequence: lock === 0 ? null : lock,
    cells: fixed?.cells ?? [],
  };
}
