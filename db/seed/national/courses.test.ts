import { describe, expect, it } from 'vitest';
import { isEnded } from '@/lib/dossiers/rules';
import { dossierStates, moveRow } from '@/lib/dossiers/workflow';
import { catalogue } from '@/lib/procedures/catalogue';
import { coursesOf } from './courses';
import { drawsFrom } from './draws';

const courses = catalogue.map((definition, nth) => ({
  definition,
  ...coursesOf(definition, drawsFrom(nth)),
}));
const all = courses.flatMap(({ usual, tangled, cancelled }) => [...usual, ...tangled, cancelled]);

describe('the courses dossiers take', () => {
  it('are unbroken, follow the workflow and come to an end', () => {
    const broken = all.filter((course) =>
      course.some(({ move, from }, at) => {
        const before = at === 0 ? 'draft' : course[at - 1]?.to;
        return from !== before || !moveRow(move).from.includes(from);
      }),
    );
    expect(broken).toEqual([]);
    const ends = new Set(all.map((course) => course.at(-1)?.to ?? 'draft'));
    expect([...ends].filter((state) => !isEnded(state))).toEqual(['cancelled']);
  });

  it('ask for no more supplements than the procedure allows', () => {
    for (const { definition, usual, tangled } of courses) {
      const rounds = [...usual, ...tangled].map(
        (course) => course.filter(({ move }) => move === 'ask_supplement').length,
      );
      expect(Math.max(...rounds)).toBeLessThanOrEqual(definition.supplement.maxRounds);
    }
    const devices = courses.find(({ definition }) => definition.supplement.maxRounds === 5);
    expect(
      devices?.tangled.some((course) => course.filter(({ move }) => move === 'ask_supplement').length > 2),
    ).toBe(true);
  });

  it('pass through every state, some of them forty times and more', () => {
    expect(new Set(['draft', ...all.flatMap((course) => course.map(({ to }) => to))])).toEqual(
      new Set(Object.keys(dossierStates)),
    );
    for (const { tangled } of courses)
      expect(Math.min(...tangled.map((course) => course.length))).toBeGreaterThanOrEqual(40);
  });

  it('are drawn alike for alike seeds', () => {
    const [first] = catalogue;
    if (first === undefined) throw new Error('no procedure');
    expect(coursesOf(first, drawsFrom(0))).toEqual(coursesOf(first, drawsFrom(0)));
  });
});
