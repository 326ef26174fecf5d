import { chance } from './chance';
import { type Facility, hospitals } from './facilities';
import { chosen } from './sample-hospitals';

/** What a sample says about one hospital; the counts over all of them are the published ones. */
export type Profile = {
  readonly hospital: Facility;
  /** Day electronic records replaced paper, null: not by the end of the sample. */
  readonly emrOn: string | null;
  readonly his: 'self' | 'company';
  readonly lis: boolean;
  /** null: the hospital did not answer. */
  readonly pacs: boolean | null;
  readonly filmless: boolean;
  readonly eDocuments: boolean;
  readonly website: boolean;
  readonly appraisal: boolean;
  readonly beds: number;
  readonly robot: string | null;
  /** How fast it moves, about 1: provinces differ, private hospitals are slower. */
  readonly pace: number;
  /** How far its province stands above or below the others, about 0. */
  readonly lead: number;
};

/** Three numbers between 0 and 1 lie closer to the middle than one: few provinces are far ahead or far behind. */
const provinceFactor = (placeId: string) =>
  ['a', 'b', 'c'].reduce((sum, part) => sum + chance(`pace:${part}:${placeId}`), 0) / 1.5;

export const leadOf = ({ ownership, placeId }: Facility) =>
  ownership === 'ministry' ? 0 : provinceFactor(placeId) - 1;

const paceOf = (hospital: Facility) =>
  (1 + 0.7 * leadOf(hospital)) * (hospital.ownership === 'private' ? 0.75 : 1);

/** Those that began by a day; hospitals of provinces further on were earlier. */
const begun = (members: readonly Facility[], count: number): Set<string> =>
  new Set(
    members
      .map((hospital) => ({ id: hospital.id, rank: chance(`emr:${hospital.id}`) - 0.35 * leadOf(hospital) }))
      .sort((a, b) => a.rank - b.rank)
      .slice(0, count)
      .map(({ id }) => id),
  );

/** Figures of 24 September and 13 November 2025 by group; the split of the rest is made up. */
const emrGroups = [
  {
    of: (h: Facility) => h.ownership === 'local' && h.class === 'class_1',
    bySeptember: 84,
    byNovember: 112,
    byOctober2026: 125,
  },
  { of: (h: Facility) => h.managedBy === 'bqp', bySeptember: 31, byNovember: 31, byOctober2026: 31 },
  { of: (h: Facility) => h.managedBy === 'bca', bySeptember: 33, byNovember: 43, byOctober2026: 48 },
  { of: (h: Facility) => h.ownership === 'private', bySeptember: 140, byNovember: 280, byOctober2026: 335 },
  { of: (h: Facility) => h.managedBy === 'byt', bySeptember: 30, byNovember: 36, byOctober2026: 39 },
  {
    of: (h: Facility) => h.ownership === 'local' && h.class !== 'class_1',
    bySeptember: 312,
    byNovember: 626,
    byOctober2026: 886,
  },
] as const;

/** Steps of the history: how many of the early ones had begun by a day (37, about 50, 77, 630, 1,128). */
const history = [
  { from: '2022-01-01', to: '2023-01-31', count: 37 },
  { from: '2023-02-01', to: '2023-08-31', count: 50 },
  { from: '2023-09-01', to: '2024-06-30', count: 77 },
  { from: '2024-07-01', to: '2025-09-24', count: 630 },
] as const;

const DAY_MS = 86_400_000;

/** The day a share of the way between two days; later starts crowd towards the end. */
function dayBetween(from: string, to: string, at: number): string {
  const days = (Date.parse(to) - Date.parse(from)) / DAY_MS;
  return new Date(Date.parse(from) + Math.floor(Math.sqrt(at) * days) * DAY_MS).toISOString().slice(0, 10);
}

function earlyDays(ids: readonly string[]): [string, string][] {
  const order = [...ids].sort((a, b) => chance(`emr-order:${a}`) - chance(`emr-order:${b}`));
  return order.map((id, rank) => {
    const step = history.find(({ count }) => rank < count) ?? history[3];
    return [id, dayBetween(step.from, step.to, chance(`emr-day:${id}`))];
  });
}

function emrDays(): Map<string, string> {
  const early: string[] = [];
  const later: [string, string][] = [];
  for (const group of emrGroups) {
    const members = hospitals.filter(group.of);
    const september = begun(members, group.bySeptember);
    const november = begun(members, group.byNovember);
    const october = begun(members, group.byOctober2026);
    early.push(...september);
    for (const id of october) {
      if (september.has(id)) continue;
      const [from, to] = november.has(id) ? ['2025-09-25', '2025-11-13'] : ['2025-12-01', '2026-10-31'];
      later.push([id, dayBetween(from, to, chance(`emr-day:${id}`))]);
    }
  }
  return new Map([...earlyDays(early), ...later]);
}

const bedRange: Readonly<Record<Facility['class'], readonly [number, number]>> = {
  special: [1400, 3000],
  class_1: [450, 1100],
  class_2: [180, 450],
  class_3: [70, 200],
  class_4: [40, 90],
  unranked: [30, 220],
};

const robots = ['da_vinci', 'renaissance', 'makoplasty', 'rosa'];

/** The 39: 3 self-developed HIS and 36 from companies, LIS 36, RIS-PACS 20 of 38 answering, e-documents 34, website 36. */
function ministryFacts() {
  const list = hospitals.filter(({ ownership }) => ownership === 'ministry');
  const answering = chosen(list, 38, 'pacs');
  return {
    selfDeveloped: chosen(list, 3, 'his'),
    // The same 36 have electronic records and a laboratory system: paperless examination needs both.
    lis: chosen(list, 36, 'emr'),
    pacs: chosen(list, 20, 'pacs'),
    answering,
    eDocuments: chosen(list, 34, 'documents'),
    website: chosen(list, 36, 'website'),
  };
}

function commonFacts() {
  const others = hospitals.filter(({ ownership }) => ownership !== 'ministry');
  const withPacs = hospitals.filter(
    ({ class: grade, ownership }) => ownership === 'local' && grade === 'class_1',
  );
  return {
    // > 99.7 % connected to the appraisal system: 1,646 of 1,650.
    unconnected: chosen(
      others.filter(({ insured }) => !insured),
      4,
      'appraisal',
    ),
    filmless: chosen(withPacs, 23, 'filmless'),
    robots: [...chosen(withPacs, robots.length, 'robot')],
  };
}

export function sampleProfiles(): Profile[] {
  const days = emrDays();
  const ministry = ministryFacts();
  const common = commonFacts();
  return hospitals.map((hospital) => {
    const { id } = hospital;
    const emrOn = days.get(id) ?? null;
    const [low, high] = bedRange[hospital.class];
    const base = {
      hospital,
      emrOn,
      appraisal: !common.unconnected.has(id),
      filmless: common.filmless.has(id),
      beds: Math.round(low + (high - low) * chance(`beds:${id}`)),
      robot: robots[common.robots.indexOf(id)] ?? null,
      pace: paceOf(hospital),
      lead: leadOf(hospital),
    };
    if (hospital.ownership === 'ministry') {
      return {
        ...base,
        his: ministry.selfDeveloped.has(id) ? 'self' : 'company',
        lis: ministry.lis.has(id),
        pacs: ministry.answering.has(id) ? ministry.pacs.has(id) : null,
        eDocuments: ministry.eDocuments.has(id),
        website: ministry.website.has(id),
      };
    }
    return {
      ...base,
      his: chance(`his:${id}`) < 0.04 ? 'self' : 'company',
      lis: emrOn !== null || chance(`lis:${id}`) < 0.75,
      pacs: hospital.class === 'class_1' || chance(`pacs:${id}`) < 0.42,
      eDocuments: chance(`documents:${id}`) < 0.8,
      website: chance(`website:${id}`) < 0.7,
    };
  });
}
