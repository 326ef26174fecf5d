import { describe, expect, it } from 'vitest';
import { groupsOf } from './queries/groups';
import type { RawRow } from './rules';
import type { ImportFault } from './schema';

const heading: RawRow = { row: 1, cells: ['ma_cskcb', 'ky', 'ma_chi_tieu', 'gia_tri'] };
const rowOf = (row: number, facility: string, part = 'E18'): RawRow => ({
  row,
  cells: [facility, '202610', part, '1'],
});

async function gathered(pages: readonly (readonly RawRow[])[]) {
  const faults: ImportFault[] = [];
  const groups: [string, number][] = [];
  async function* source() {
    yield* pages;
  }
  const watch = { options: {}, onRow: () => {}, onFault: (fault: ImportFault) => faults.push(fault) };
  for await (const some of groupsOf(source(), watch))
    groups.push(...some.map((one): [string, number] => [one.facility, one.cells.length]));
  return { groups, faults };
}

describe('groupsOf', () => {
  it('keeps a facility together over the edge of a page', async () => {
    const { groups, faults } = await gathered([
      [heading, rowOf(2, 'a')],
      [rowOf(3, 'a', 'E19'), rowOf(4, 'b')],
      [],
    ]);
    expect(groups).toEqual([
      ['a', 2],
      ['b', 1],
    ]);
    expect(faults).toEqual([]);
  });

  it('refuses what stands apart from its facility', async () => {
    const { groups, faults } = await gathered([
      [heading, rowOf(2, 'a'), rowOf(3, 'b'), rowOf(4, 'a', 'E19'), rowOf(5, 'a', 'E31a'), rowOf(6, 'c')],
    ]);
    expect(groups).toEqual([
      ['a', 1],
      ['b', 1],
      ['c', 1],
    ]);
    expect(faults.map(({ row, code }) => [row, code])).toEqual([
      [4, 'scattered'],
      [5, 'scattered'],
    ]);
  });

  it('reads no further than what is asked for: a file without end is no trouble', async () => {
    let pages = 0;
    async function* endless() {
      yield [heading];
      for (;;) {
        pages += 1;
        yield Array.from({ length: 1000 }, (_, at) => rowOf(at, `${pages}-${Math.floor(at / 50)}`));
      }
    }
    const watch = { options: {}, onRow: () => {}, onFault: () => {} };
    let cells = 0;
    for await (const groups of groupsOf(endless(), watch)) {
      for (const group of groups) cells += group.cells.length;
      if (cells > 20_000) break;
      expect(pages * 1000 - cells).toBeLessThan(5000);
    }
  });
});
