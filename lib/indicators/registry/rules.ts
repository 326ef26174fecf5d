/**
 * The registry of facilities as it stood on a day: who was active, of which form, class and owner, in which province
 * of which world (Nghị quyết 202/2025/QH15: 63 became 34 on 1 July 2025).
 */
import type { Activity } from '@/lib/reporting/define';
import type { MembersRule } from '../measures/define';
import { isMember, type Profile } from '../measures/rules';
import type {
  AttributeRow,
  Dimension,
  FacilityRow,
  ParentRow,
  PlaceRow,
  RegistryRows,
  WorldOf,
} from './define';
import { classWords, ownershipWords } from './define';

/** One number per facility and one column per question, in the order facilities became known. */
export interface Snapshot {
  readonly members: ReadonlyMap<string, Uint8Array>;
  readonly groups: Readonly<Record<Dimension, Int16Array>>;
}

export interface Registry {
  readonly facilities: readonly (FacilityRow | undefined)[];
  readonly places: Readonly<Record<WorldOf, readonly PlaceRow[]>>;
  /** The keys behind the numbers of a dimension. */
  readonly keys: Readonly<Record<Dimension, readonly string[]>>;
  readonly at: (day: string) => Snapshot;
}

export function registryOf(rows: RegistryRows, rules: readonly MembersRule[]): Registry {
  const facilities: (FacilityRow | undefined)[] = [];
  for (const row of rows.facilities) facilities[row.number] = row;
  const worldPlaces = {
    '34': rows.places.filter(({ world }) => world === '34'),
    '63': rows.places.filter(({ world }) => world === '63'),
  };
  const keys = {
    '34': worldPlaces['34'].map(({ id }) => id),
    '63': worldPlaces['63'].map(({ id }) => id),
    ownership: Object.keys(ownershipWords),
    class: Object.keys(classWords),
  };
  const history = historyOf(rows);
  const distinct = [...new Map(rules.map((rule) => [rule.id, rule])).values()];
  const turns = turnsOf(rows);
  const taken = new Map<number, Snapshot>();
  return {
    facilities,
    places: worldPlaces,
    keys,
    at(day) {
      const since = turns.findLastIndex((turn) => turn <= day);
      const known = taken.get(since);
      if (known !== undefined) return known;
      const snapshot = snapshotOn(day, { facilities, keys, history, rules: distinct });
      taken.set(since, snapshot);
      return snapshot;
    },
  };
}

/** The days on which anything changed, in their order: between two of them the registry stood still. */
function turnsOf({ facilities, attributes, parents }: RegistryRows): string[] {
  const days = [
    ...facilities.flatMap(({ openedOn, closedOn, insuredSince }) => [openedOn, closedOn, insuredSince]),
    ...[...attributes, ...parents].flatMap(({ validFrom, validTo }) => [validFrom, validTo]),
  ];
  return [...new Set(days.filter((day) => day !== null))].sort();
}

interface Sources {
  facilities: readonly (FacilityRow | undefined)[];
  keys: Registry['keys'];
  history: History;
  rules: readonly MembersRule[];
}

function snapshotOn(day: string, { facilities, keys, history, rules }: Sources): Snapshot {
  const size = facilities.length;
  const columns = rules.map((rule) => ({ rule, column: new Uint8Array(size) }));
  const group = () => new Int16Array(size).fill(-1);
  const groups = { '34': group(), '63': group(), ownership: group(), class: group() };
  const numberIn = indexesOf(keys);
  facilities.forEach((facility, at) => {
    if (facility === undefined) return;
    const profile = profileOn(day, facility, history);
    for (const { rule, column } of columns) column[at] = Number(isMember(rule, profile));
    const places = placesOn(day, facility, history);
    groups['34'][at] = numberIn['34'].get(places['34'] ?? '') ?? -1;
    groups['63'][at] = numberIn['63'].get(places['63'] ?? '') ?? -1;
    groups.ownership[at] = numberIn.ownership.get(profile.ownership) ?? -1;
    groups.class[at] = numberIn.class.get(profile.class) ?? -1;
  });
  return { members: new Map(columns.map(({ rule, column }) => [rule.id, column])), groups };
}

function indexesOf(keys: Registry['keys']): Record<Dimension, Map<string, number>> {
  const index = (list: readonly string[]) => new Map(list.map((key, at) => [key, at]));
  return {
    '34': index(keys['34']),
    '63': index(keys['63']),
    ownership: index(keys.ownership),
    class: index(keys.class),
  };
}

interface History {
  attributes: ReadonlyMap<string, readonly AttributeRow[]>;
  parents: ReadonlyMap<string, readonly ParentRow[]>;
  successorOf: ReadonlyMap<string, string>;
  /** Of a province made of one former province only. */
  formerOf: ReadonlyMap<string, string>;
}

function historyOf({ attributes, parents, mergers }: RegistryRows): History {
  const formers = Map.groupBy(mergers, ({ successorId }) => successorId);
  const single = [...formers].filter(([, list]) => list.length === 1);
  return {
    attributes: Map.groupBy(attributes, ({ facilityId }) => facilityId),
    parents: Map.groupBy(
      parents.toSorted((a, b) => (a.validFrom < b.validFrom ? -1 : 1)),
      ({ facilityId }) => facilityId,
    ),
    successorOf: new Map(mergers.map(({ successorId, predecessorId }) => [predecessorId, successorId])),
    formerOf: new Map(single.map(([id, [merger]]) => [id, merger?.predecessorId ?? ''])),
  };
}

interface Dated {
  readonly validFrom: string;
  readonly validTo: string | null;
}
const holdsOn = (day: string) => (row: Dated) =>
  row.validFrom <= day && (row.validTo === null || row.validTo > day);

const plain = (attribute: string) => attribute.replaceAll('_', '').toLowerCase();

const undated: ReadonlyMap<string, string | null> = new Map();

/** Values dated to the day; few facilities have any, all others are what their row says. */
function datedOn(day: string, rows: readonly AttributeRow[] | undefined): ReadonlyMap<string, string | null> {
  if (rows === undefined) return undated;
  return new Map(rows.filter(holdsOn(day)).map(({ attribute, value }) => [plain(attribute), value]));
}

function profileOn(day: string, facility: FacilityRow, { attributes }: History): Profile {
  const dated = datedOn(day, attributes.get(facility.id));
  const worded = <K extends 'form' | 'ownership' | 'managedBy' | 'class' | 'status'>(key: K) =>
    (dated.get(key.toLowerCase()) ?? facility[key]) as FacilityRow[K];
  const flagged = (key: 'insured' | 'obstetrics' | 'driverChecks') => {
    const value = dated.get(key.toLowerCase());
    return value === undefined || value === null ? facility[key] : /^(true|1)$/.test(value);
  };
  const level = dated.get('oldlevel');
  return {
    form: worded('form'),
    ownership: worded('ownership'),
    managedBy: worded('managedBy'),
    class: worded('class'),
    oldLevel: level === undefined || level === null ? facility.oldLevel : Number(level),
    activities: activitiesOf([
      flagged('insured') && (facility.insuredSince ?? '') <= day && 'insured',
      flagged('obstetrics') && 'obstetrics',
      flagged('driverChecks') && 'driver_checks',
    ]),
    active: isOpenOn(day, facility) && worded('status') === 'active',
  };
}

const known = new Map<string, ReadonlySet<Activity>>();

/** There are eight sets of activities; thousands of facilities share them. */
function activitiesOf(given: readonly (Activity | false)[]): ReadonlySet<Activity> {
  const key = given.join();
  const before = known.get(key);
  if (before !== undefined) return before;
  const made = new Set(given.filter((one) => one !== false));
  known.set(key, made);
  return made;
}

const isOpenOn = (day: string, { openedOn, closedOn }: FacilityRow) =>
  (openedOn === null || openedOn <= day) && (closedOn === null || closedOn > day);

/**
 * The province in both worlds. Before the reorganisation a facility lies in the successor of its province; after it,
 * in the former province it came from. A facility that was never in a former province has one only where the new
 * province is made of a single former one; nothing is guessed for the others.
 */
function placesOn(day: string, { id, placeId }: FacilityRow, history: History) {
  const parents = history.parents.get(id) ?? [];
  const current = parents.find(holdsOn(day))?.placeId ?? parents[0]?.placeId ?? placeId;
  const isFormer = current.startsWith('p63-');
  const former = parents.findLast((row) => row.placeId.startsWith('p63-'))?.placeId;
  return {
    '34': isFormer ? history.successorOf.get(current) : current,
    '63': isFormer ? current : (former ?? history.formerOf.get(current)),
  };
}
