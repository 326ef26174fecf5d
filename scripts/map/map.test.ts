import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { islands34, shapes34 } from '@/components/charts/map/shapes-34';
import { islands63, shapes63 } from '@/components/charts/map/shapes-63';
import { formerPlaceIdOf, placeIdOf, provinces } from '@/db/seed/places';
import { outlinesOf } from './dissolve';
import { clockwise, type Point, ringsOf, turned } from './paths';
import { simplified } from './simplify';
import { snapped } from './snap';

const sum = (numbers: readonly number[]) => numbers.reduce((total, one) => total + one, 0);
const areaOf = (path = '') => sum(ringsOf(path).map(turned));
const bytes = (world: string) =>
  readFileSync(new URL(`../../components/charts/map/shapes-${world}.ts`, import.meta.url)).length;

describe('the outlines', () => {
  const former = provinces.flatMap((province) => province.former.map(([code]) => formerPlaceIdOf(code)));

  it('are those of the 34 and of the 63, each once', () => {
    expect(Object.keys(shapes34).sort()).toEqual(provinces.map(({ code }) => placeIdOf(code)).sort());
    expect(Object.keys(shapes63).sort()).toEqual(former.sort());
    expect(Object.keys(shapes34)).toHaveLength(34);
    expect(Object.keys(shapes63)).toHaveLength(63);
  });

  it('enclose something', () => {
    for (const [id, path] of Object.entries({ ...shapes34, ...shapes63 })) {
      expect(areaOf(path), id).toBeGreaterThan(1500);
    }
  });

  it('make each of the 34 of its predecessors, so that no land is lost or taken twice', () => {
    for (const { code, former: parts } of provinces) {
      const whole = areaOf(shapes34[placeIdOf(code)]);
      const together = sum(parts.map(([old]) => areaOf(shapes63[formerPlaceIdOf(old)])));
      expect(Math.abs(whole / together - 1), code).toBeLessThan(0.02);
    }
    const all = (shapes: Readonly<Record<string, string>>) => sum(Object.values(shapes).map(areaOf));
    expect(Math.abs(all(shapes34) / all(shapes63) - 1)).toBeLessThan(0.002);
  });

  it('hold Hoàng Sa with Đà Nẵng and Trường Sa with Khánh Hòa, every islet to be seen', () => {
    expect(islands34.map(({ key, of }) => [key, of])).toEqual([
      ['hoangSa', 'p34-48'],
      ['truongSa', 'p34-56'],
    ]);
    expect(islands63.map(({ of }) => of)).toEqual(['p63-48', 'p63-56']);
    const counts = islands34.map(({ path }) => ringsOf(path).length);
    expect(counts).toEqual([19, 54]);
  });

  it('stay small enough to be sent with a page', () => {
    expect(bytes('34')).toBeLessThan(60_000);
    expect(bytes('63')).toBeLessThan(60_000);
  });
});

describe('the making of the map', () => {
  it('reads moves, lines and curves, absolute and relative', () => {
    expect(ringsOf('m 1,1 2,0 0,2 z m 5,5 1,0 0,1 z')).toEqual([
      [
        [1, 1],
        [3, 1],
        [3, 3],
        [1, 1],
      ],
      [
        [6, 6],
        [7, 6],
        [7, 7],
        [6, 6],
      ],
    ]);
    const [curve = []] = ringsOf('M0 0c0 1 1 1 1 0z');
    expect(curve[2]).toEqual([0.5, 0.75]);
    expect(() => ringsOf('M0 0A1 1z')).toThrow('no reading');
    expect(() => ringsOf('M0 0L1')).toThrow('1 numbers');
  });

  it('joins a border that was drawn twice, also where only one side has a corner', () => {
    const left = ringsOf('M0 0L10 0L10 5L10 10L0 10Z');
    const right = ringsOf('M10.3 0L20 0L20 10L10.2 10.1Z');
    const [one = [], other = []] = snapped([...left, ...right]).map(clockwise);
    expect(other).toContainEqual([10, 5]);
    expect(one).toContainEqual([10, 10]);
    expect(other).not.toContainEqual([10.2, 10.1]);
  });

  it('keeps the ends of a line and what stands out from it', () => {
    const line: Point[] = [
      [0, 0],
      [5, 0.1],
      [10, 0],
      [10, 8],
    ];
    expect(simplified(line)).toEqual([
      [0, 0],
      [10, 0],
      [10, 8],
    ]);
  });

  it('cancels what is walked there and back', () => {
    const arcs: Point[][] = [
      [
        [2, 0],
        [2, 2],
      ],
      [
        [2, 2],
        [0, 2],
        [0, 0],
        [2, 0],
      ],
      [
        [2, 0],
        [4, 0],
        [4, 2],
        [2, 2],
      ],
    ];
    const rings = outlinesOf(
      [
        [0, 1],
        [2, ~0],
      ],
      arcs,
    );
    expect(rings).toHaveLength(1);
    expect(turned(rings[0] ?? [])).toBe(8);
  });
});
