import 'server-only';
import type { Tx } from '@/db/client';
import {
  facilities,
  facilityAttributes,
  facilityParents,
  facilityPredecessors,
} from '@/db/schema/facilities';
import { chance, share, uuidOf } from '../chance';
import type { Facility } from '../facilities';
import { historyOf } from '../facility-history';
import {
  formerPlaceIdOf,
  formerWorldFrom,
  type Province,
  placeIdOf,
  placeTypeRows,
  provinces,
  reorganisedOn,
} from '../places';
import { insertRows } from '../rows';

/** With the 1,650 hospitals 13,650 facilities that are open today. */
export const stationCount = 12_000;

const source = {
  sourceRef: 'Dữ liệu mẫu: trạm y tế đánh số, không phải trạm có thật',
  confidence: 'demo' as const,
};
const mergedShare = 0.005;

/** Two big cities and two large provinces, the rest by chance: the real number of stations is not claimed. */
const weightOf = (former: string) =>
  (['01', '79', '38', '40'].includes(former) ? 2.6 : 1) * (0.6 + 0.8 * chance(`stations:${former}`));

const types = placeTypeRows();

/** What a province is called today, in the words the history of names ends in. */
function todayOf({ code }: Province) {
  const now = types.find(({ placeId, validTo }) => placeId === placeIdOf(code) && (validTo ?? null) === null);
  const city = now?.type === 'city';
  const en = (now?.nameEn ?? '').replace(/ City$/, '');
  return {
    vi: `${city ? 'thành phố' : 'tỉnh'} ${now?.nameVi ?? ''}`,
    en: `${en} ${city ? 'City' : 'Province'}`,
  };
}

export type Station = Facility & { readonly openedOn: string | null; readonly closedOn: string | null };

type Plan = {
  readonly province: Province;
  readonly number: string;
  readonly former: string;
  readonly openedOn?: string;
  readonly closedOn?: string;
};

function stationOf({ province, number, former, openedOn = '', closedOn = '' }: Plan): Station {
  const { code } = province;
  const id = uuidOf(`facility:station:${code}:${number}`);
  const place = todayOf(province);
  return {
    id,
    nameVi: `Trạm Y tế mẫu số ${number} – ${place.vi}`,
    nameEn: `Sample Commune Health Station No. ${number} – ${place.en}`,
    form: 'commune_station',
    ownership: 'local',
    managedBy: 'province',
    unitCode: `SYT-${code}`,
    placeId: placeIdOf(code),
    former,
    class: 'unranked',
    oldLevel: 4,
    newLevel: 'initial',
    insured: true,
    obstetrics: chance(`birth:${id}`) < 0.1,
    vaccination: true,
    telemedicine: chance(`tele:${id}`) < 0.45 ? 'satellite' : 'none',
    status: closedOn === '' ? 'active' : 'closed',
    openedOn: openedOn === '' ? null : openedOn,
    closedOn: closedOn === '' ? null : closedOn,
    sample: true,
    updatedAt: new Date('2025-11-13T00:00:00+07:00'),
    ...source,
  };
}

type Merger = { readonly opened: Station; readonly closed: readonly Station[] };
export type Stations = { readonly open: readonly Station[]; readonly mergers: readonly Merger[] };

/** Two stations that became one when their provinces did: of two former provinces where there are two. */
function mergerOf(province: Province, number: string): Merger {
  const formers = province.former.map(([code]) => code);
  const pair = [formers[0] ?? province.code, formers[1] ?? formers[0] ?? province.code];
  return {
    opened: stationOf({ province, number, former: '', openedOn: reorganisedOn }),
    closed: pair.map((former, at) =>
      stationOf({ province, number: `${number}${'ab'[at]}`, former, closedOn: reorganisedOn }),
    ),
  };
}

/** The stations of the country, numbered within their province of today. */
export function stationsOf(count: number): Stations {
  const formers = provinces.flatMap((province) => province.former.map(([code]) => ({ province, code })));
  const shares = share(
    count,
    formers.map(({ code }) => weightOf(code)),
  );
  const merged = share(
    Math.round(count * mergedShare),
    provinces.map(({ former }) => former.length),
  );
  const lists = provinces.map((province, row): Stations => {
    const plan = formers.flatMap(({ province: its, code }, at) =>
      its === province ? Array.from({ length: shares[at] ?? 0 }, () => code) : [],
    );
    const kept = plan.slice(0, Math.max(0, plan.length - (merged[row] ?? 0)));
    const mergers = plan.slice(kept.length).map((_, at) => mergerOf(province, String(kept.length + at + 1)));
    const stations = kept.map((former, at) => stationOf({ province, former, number: String(at + 1) }));
    return { open: [...stations, ...mergers.map(({ opened }) => opened)], mergers };
  });
  return { open: lists.flatMap(({ open }) => open), mergers: lists.flatMap(({ mergers }) => mergers) };
}

type Parent = typeof facilityParents.$inferInsert;

/** In its former province until the reorganisation, in today's since; who opened or closed on that day has one. */
export function parentsOf({ id, former, placeId, unitCode, closedOn }: Station): Parent[] {
  const base = { facilityId: id, ...source };
  const rows: Parent[] = [];
  if (former !== '')
    rows.push({
      ...base,
      hierarchy: 'place',
      placeId: formerPlaceIdOf(former),
      validFrom: formerWorldFrom,
      validTo: reorganisedOn,
    });
  if (closedOn !== null) return rows;
  const since = { ...base, validFrom: reorganisedOn };
  return [
    ...rows,
    { ...since, hierarchy: 'place', placeId, decision: 'NQ 202/2025/QH15' },
    { ...since, hierarchy: 'managing_body', body: 'province', unitCode: unitCode ?? null },
  ];
}

export async function seedStations(tx: Tx, { open, mergers }: Stations): Promise<number> {
  const all = [...open, ...mergers.flatMap(({ closed }) => closed)];
  await insertRows(
    tx,
    facilities,
    all.map(({ former: _former, ...row }) => row),
  );
  await insertRows(tx, facilityParents, all.flatMap(parentsOf));
  await insertRows(tx, facilityAttributes, historyOf(open.filter(({ openedOn }) => openedOn === null)));
  await insertRows(
    tx,
    facilityPredecessors,
    mergers.flatMap(({ opened, closed }) =>
      closed.map(({ id }) => ({
        successorId: opened.id,
        predecessorId: id,
        since: reorganisedOn,
        change: 'merged' as const,
        ...source,
      })),
    ),
  );
  return all.length;
}
