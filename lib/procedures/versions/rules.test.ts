import { describe, expect, it } from 'vitest';
import { procedureBySlug } from '@/lib/procedures/catalogue';
import type { ProcedureDefinition } from '@/lib/procedures/define';
import type { Condition, Field } from '@/lib/procedures/fields/define';
import { conditionCycles, publicationFaults } from '@/lib/procedures/versions/rules';

const label = { vi: 'Câu hỏi', en: 'Question' };

function question(code: string, when?: Condition): Field {
  return { code, kind: 'text', label, required: true, ...(when ? { when } : {}) };
}

function withFields(...fields: Field[]): ProcedureDefinition {
  const base = procedureBySlug('cosmetics-notification');
  if (base === undefined) throw new Error('no cosmetics notification');
  return { ...base, components: [], form: [{ code: 'only', title: label, fields }] };
}

const faultCodes = (definition: ProcedureDefinition) => publicationFaults(definition).map(({ code }) => code);

describe('conditions that wait for each other', () => {
  it('are found, also through "not" and "any"', () => {
    const definition = withFields(
      question('a', { not: { field: 'b', present: true } }),
      question('b', { any: [{ field: 'c', equals: 'x' }] }),
      question('c', { field: 'a', present: true }),
      question('d', { field: 'a', present: true }),
    );
    expect(conditionCycles(definition)).toEqual([['a', 'b', 'c']]);
    expect(faultCodes(definition)).toEqual(['condition_cycle']);
  });

  it('include a field that waits for itself', () => {
    expect(conditionCycles(withFields(question('a', { field: 'a', present: true })))).toEqual([['a']]);
  });

  it('are absent from a chain', () => {
    expect(conditionCycles(withFields(question('a'), question('b', { field: 'a', present: true })))).toEqual(
      [],
    );
  });
});

describe('a version is refused when', () => {
  it.each([
    ['unknown_field', withFields(question('a', { field: 'nowhere', present: true }))],
    ['repeated_code', withFields(question('a'), question('a'))],
    ['options_missing', withFields({ code: 'a', kind: 'select', label, required: true })],
    ['bad_pattern', withFields({ code: 'a', kind: 'text', label, required: true, pattern: '(' })],
    ['part_without_reason', { ...withFields(question('a')), level: 'PART' as const }],
    ['route_share', { ...withFields(question('a')), route: [] }],
  ])('%s', (code, definition) => {
    expect(faultCodes(definition)).toEqual([code]);
  });

  it('condition_in_list: a row can not hide its own fields', () => {
    const part = {
      code: 'b',
      kind: 'text' as const,
      label,
      required: true,
      when: { field: 'a', present: true },
    };
    const list: Field = { code: 'list', kind: 'list', label, required: true, min: 1, max: 2, fields: [part] };
    expect(faultCodes(withFields(question('a'), list))).toEqual(['condition_in_list']);
  });
});
