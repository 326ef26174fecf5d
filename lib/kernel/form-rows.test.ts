import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyRowIntent, rowCount } from './form-rows';

const values = {
  brand: 'Soleil',
  'ingredients.0.name': 'Aqua',
  'ingredients.1.name': 'Zinc Oxide',
  'ingredients.1.share': '12',
  'ingredients.2.name': '',
  intent: 'continue',
};

describe('rows of a list', () => {
  it('counts a row by its highest place, empty rows too', () => {
    expect(rowCount(values, 'ingredients')).toBe(3);
    expect(rowCount(values, 'brand')).toBe(0);
    expect(rowCount({ 'ingredients.0': '' }, 'ingredients')).toBe(1);
  });

  it('adds an empty row at the end', () => {
    const added = applyRowIntent(values, 'add:ingredients');
    expect(added?.['ingredients.3']).toBe('');
    expect(rowCount(added ?? {}, 'ingredients')).toBe(4);
  });

  it('removes a row and moves the later ones up', () => {
    const left = applyRowIntent(values, 'remove:ingredients.0');
    expect(left).toEqual({
      brand: 'Soleil',
      'ingredients.0.name': 'Zinc Oxide',
      'ingredients.0.share': '12',
      'ingredients.1.name': '',
      intent: 'continue',
    });
  });

  it('leaves other buttons alone', () => {
    expect(applyRowIntent(values, 'continue')).toBeNull();
    expect(applyRowIntent(values, undefined)).toBeNull();
  });

  it('takes back what it added', () => {
    fc.assert(
      fc.property(fc.array(fc.string(), { maxLength: 12 }), (names) => {
        const rows = Object.fromEntries(names.map((name, index) => [`list.${index}.name`, name]));
        const added = applyRowIntent(rows, 'add:list') ?? {};
        expect(applyRowIntent(added, `remove:list.${names.length}`)).toEqual(rows);
      }),
    );
  });
});
