import { describe, expect, it } from 'vitest';
import { hospitals } from '../facilities';
import { historyOf } from '../facility-history';
import { provinces, reorganisedOn } from '../places';
import { parentsOf, stationCount, stationsOf } from './facilities';

const { open, mergers } = stationsOf(stationCount);
const closed = mergers.flatMap((merger) => merger.closed);

describe('the sample stations', () => {
  it('are with the hospitals 13,650 facilities, of every province of both worlds', () => {
    expect(open.length + hospitals.length).toBe(13_650);
    expect(new Set(open.map(({ placeId }) => placeId)).size).toBe(34);
    const formers = provinces.flatMap(({ former }) => former);
    expect(new Set(open.map(({ former }) => former).filter((code) => code !== '')).size).toBe(formers.length);
  });

  it('have keys and names of their own, no code, and say that they are samples', () => {
    const all = [...open, ...closed];
    expect(new Set([...all, ...hospitals].map(({ id }) => id)).size).toBe(all.length + hospitals.length);
    expect(new Set(all.map(({ nameVi }) => nameVi)).size).toBe(all.length);
    expect(all.filter(({ maCskcb }) => maCskcb !== undefined)).toEqual([]);
    expect(all.filter(({ sample, nameVi }) => !sample || !nameVi.includes('mẫu'))).toEqual([]);
  });

  it('are named after the province of their time, and today after that of today', () => {
    const names = Map.groupBy(
      historyOf(open.filter(({ openedOn }) => openedOn === null)).filter(
        ({ attribute }) => attribute === 'name',
      ),
      ({ facilityId }) => facilityId,
    );
    const moved = open.filter(({ id }) => names.has(id));
    expect(moved.length).toBeGreaterThan(4000);
    for (const { id, nameVi } of moved) expect(names.get(id)?.at(-1)?.value).toBe(nameVi);
  });

  it('merged with the provinces: two closed on the day on which one opened', () => {
    expect(mergers).toHaveLength(60);
    for (const { opened, closed: both } of mergers) {
      expect([opened.openedOn, ...both.map(({ closedOn }) => closedOn)]).toEqual(
        Array(3).fill(reorganisedOn),
      );
      expect(both.map(({ placeId }) => placeId)).toEqual([opened.placeId, opened.placeId]);
      expect(parentsOf(opened).map(({ hierarchy }) => hierarchy)).toEqual(['place', 'managing_body']);
      for (const one of both) expect(parentsOf(one).map(({ validTo }) => validTo)).toEqual([reorganisedOn]);
    }
  });
});
