import { describe, expect, it } from 'vitest';
import { hospitalForms } from '@/db/schema/facilities';
import { figures } from '@/db/seed/observations';
import { forms } from '@/lib/reporting/forms/catalogue';
import { elements, parts } from '@/lib/reporting/forms/elements';
import { definitions, measureOf, measures } from './catalogue';
import { hospitals } from './catalogue/members';
import { publishedBeside, publishedValues } from './catalogue/published';
import { answerOf, isMember, type Profile, partsOf } from './rules';

const elementOf = new Map(parts.map(({ id, element }) => [id, element]));
const measure = (id: string) => measureOf(id) ?? expect.fail(id);

describe('the catalogue of measures', () => {
  it('has one measure for each id, each with a definition and existing parts', () => {
    const ids = measures.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.filter((id) => !definitions.some((one) => one.id === id))).toEqual([]);
    expect(measures.flatMap(partsOf).filter((part) => !elementOf.has(part))).toEqual([]);
  });

  it('reads one form only, of the frequency it is told to have', () => {
    for (const one of measures) {
      const asked = partsOf(one).map((part) => elementOf.get(part)?.id ?? '');
      const answering = forms.filter(({ sections }) => {
        const own = sections.flatMap((section) => section.elements);
        return asked.every((element) => own.includes(element));
      });
      expect(
        answering.map(({ frequency }) => frequency),
        one.id,
      ).toEqual([one.frequency]);
    }
  });

  it('asks for a proof only where the element has a slot for one', () => {
    for (const one of measures)
      if (one.kind === 'share' && one.proof !== undefined)
        expect(elements.find(({ id }) => id === one.proof)?.evidence, one.id).toBe(true);
  });

  it('names elements in the indicator that the formula reads', () => {
    for (const one of measures) {
      const named = definitions.find(({ id }) => id === one.id)?.elements ?? [];
      const read = partsOf(one);
      const covers = (element: string) =>
        read.some((part) => part === element || elementOf.get(part)?.id === element);
      // What an indicator names beside its first value is a measure of its own: E37 is CASHLESS, E26 is EPRESC.
      const beside = new Set(['E26', 'E37a', 'E37b', 'E50a']);
      expect(
        named.filter((element) => !covers(element) && !beside.has(element)),
        one.id,
      ).toEqual([]);
    }
  });

  it('counts the same forms as a hospital as the registry does', () => {
    expect([...hospitals].sort()).toEqual([...hospitalForms].sort());
  });

  it('stands published figures only for measures there are', () => {
    for (const [id, ids] of [...Object.entries(publishedValues), ...Object.entries(publishedBeside)]) {
      expect(
        definitions.some((one) => one.id === id),
        id,
      ).toBe(true);
      for (const figure of ids)
        expect(
          figures.some((one) => one.id === figure),
          figure,
        ).toBe(true);
    }
  });
});

describe('an answer', () => {
  const end = '2026-10-31';

  it('is yes or no, blank, or withheld', () => {
    const his = measure('HIS');
    expect(answerOf(his, { E05: true }, end)).toEqual({ numerator: 1, denominator: 1 });
    expect(answerOf(his, { E05: false }, end)).toEqual({ numerator: 0, denominator: 1 });
    expect(answerOf(his, {}, end)).toBe('blank');
    expect(answerOf(his, { E05: null }, end)).toBe('withheld');
  });

  it('counts electronic records only with the day they replaced paper', () => {
    const emr = measure('T54');
    expect(answerOf(emr, { E15: true, E16: '2025-01-01' }, end)).toMatchObject({ numerator: 1 });
    expect(answerOf(emr, { E15: true }, end)).toMatchObject({ numerator: 0, denominator: 1 });
    expect(answerOf(emr, { E16: '2025-01-01' }, end)).toBe('blank');
  });

  it('needs both halves of paperless, and a price list of the last twelve months', () => {
    expect(answerOf(measure('T53'), { E21: true, E22: true }, end)).toMatchObject({ numerator: 1 });
    expect(answerOf(measure('T53'), { E21: true, E22: false }, end)).toMatchObject({ numerator: 0 });
    expect(answerOf(measure('T53'), { E22: true }, end)).toBe('blank');
    const prices = (day: string) => answerOf(measure('T60'), { E49c: true, E49e: day }, end);
    expect([prices('2025-10-31'), prices('2025-10-30')]).toMatchObject([{ numerator: 1 }, { numerator: 0 }]);
  });

  it('is an amount over an amount, zero included', () => {
    expect(answerOf(measure('T57'), { E27a: 0, E27b: 0 }, end)).toEqual({ numerator: 0, denominator: 0 });
    expect(answerOf(measure('T57'), { E27b: 5 }, end)).toBe('blank');
    expect(answerOf(measure('T61'), { E50b: 7 }, end)).toEqual({ numerator: 7, denominator: null });
  });
});

describe('membership', () => {
  const profile: Profile = {
    form: 'general_hospital',
    ownership: 'private',
    managedBy: 'owner',
    class: 'unranked',
    oldLevel: null,
    activities: new Set(),
    active: true,
  };
  const isIn = (id: string, change: Partial<Profile> = {}) =>
    isMember(measure(id).members, { ...profile, ...change });

  it('follows form, owner, class, level and activity', () => {
    expect([isIn('T54'), isIn('T15'), isIn('T53'), isIn('T56'), isIn('T33'), isIn('T06')]).toEqual([
      true,
      false,
      false,
      false,
      false,
      false,
    ]);
    expect(isIn('T54', { form: 'health_centre' })).toBe(false);
    expect(isIn('T54', { form: 'health_centre', ownership: 'local' })).toBe(true);
    expect(isIn('T53', { class: 'special' })).toBe(true);
    expect(isIn('T56', { oldLevel: 2 })).toBe(true);
    expect(isIn('T33', { activities: new Set(['obstetrics']) })).toBe(true);
    expect(isIn('T06', { managedBy: 'byt' })).toBe(true);
    expect(isIn('T31', { form: 'commune_station' })).toBe(true);
  });

  it('is never of a facility that is closed or suspended', () => {
    expect(isIn('T31', { active: false })).toBe(false);
  });
});
