import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { catalogue, catalogueVersions, procedureBySlug } from '@/lib/procedures/catalogue';
import type { ProcedureDefinition } from '@/lib/procedures/define';
import type { Answers, Field, SimpleField } from '@/lib/procedures/fields/define';
import { isTaxCode } from '@/lib/procedures/fields/rules';
import { countryCodes } from '@/lib/procedures/fields/schema';
import {
  answersJsonSchema,
  citationOf,
  feeOf,
  fieldsOf,
  formSchemaOf,
  isReusable,
  limitOf,
  needsUpload,
  parseAnswers,
  procedureLineOf,
  requiredComponents,
  visibleFields,
} from '@/lib/procedures/rules';
import { ProcedureLine } from '@/lib/procedures/schema';

const today = '2026-11-22';
const past = '2026-03-10';
const future = '2027-03-10';

function definitionOf(slug: string): ProcedureDefinition {
  const definition = procedureBySlug(slug);
  if (definition === undefined) throw new Error(`no procedure ${slug}`);
  return definition;
}

const word = fc.stringMatching(/^[A-Za-zÀ-ỹ][A-Za-z0-9 ]{0,20}[a-z]$/).map((text) => text.normalize('NFC'));
const taxCode = fc.stringMatching(/^0[0-9]{9}$/).filter(isTaxCode);

function answerTo(field: SimpleField): fc.Arbitrary<unknown> {
  const values = (field.options ?? []).map(({ value }) => value);
  switch (field.kind) {
    case 'text':
      return field.pattern ? fc.constant('7732-18-5') : word;
    case 'textarea':
      return word;
    case 'number':
      return fc.integer({
        min: Math.ceil(field.min ?? 0),
        max: Math.floor(Math.min(field.max ?? 9_000, 9_000)),
      });
    case 'date':
      return fc.constant(field.notBefore ? future : past);
    case 'select':
    case 'radio':
      return fc.constantFrom(...values);
    case 'checkbox':
      return field.options ? fc.subarray(values, { minLength: 1 }) : fc.constant(true);
    case 'email':
      return fc.constant('lien.he@congty.vn');
    case 'phone':
      return fc.constant('0912345678');
    case 'tax_code':
      return taxCode;
    case 'personal_id':
      return fc.constant('001085012345');
    case 'country':
      return fc.constantFrom(...countryCodes);
  }
}

function answerOf(field: Field): fc.Arbitrary<unknown> {
  if (field.kind !== 'list') return answerTo(field);
  const row = fc.record(Object.fromEntries(field.fields.map((part) => [part.code, answerTo(part)])));
  return fc.array(row, { minLength: Math.max(1, field.min), maxLength: Math.min(3, field.max) });
}

/** Everything answered, whether shown or not. */
function fullAnswers(definition: ProcedureDefinition): fc.Arbitrary<Answers> {
  return fc.record(Object.fromEntries(fieldsOf(definition).map((field) => [field.code, answerOf(field)])));
}

const each = catalogueVersions.map(
  (definition) => [`${definition.slug} ${definition.version}`, definition] as const,
);

describe.each(each)('answers to %s', (_, definition) => {
  it('parse when valid, and only what is shown is kept', () => {
    fc.assert(
      fc.property(fullAnswers(definition), (answers) => {
        const parsed = parseAnswers(definition, answers, { today });
        expect(parsed).toMatchObject({ ok: true });
        if (!parsed.ok) return;
        const shown = visibleFields(definition, answers).map(({ code }) => code);
        expect(Object.keys(parsed.answers).sort()).toEqual(shown.sort());
        expect(parseAnswers(definition, parsed.answers, { today })).toEqual(parsed);
      }),
      { numRuns: 20 },
    );
  });

  it('miss exactly the required field that is left out', () => {
    fc.assert(
      fc.property(fullAnswers(definition), (answers) => {
        const independent = visibleFields(definition, answers).filter((field) => field.required);
        for (const field of independent) {
          const { [field.code]: _left, ...rest } = answers;
          const parsed = parseAnswers(definition, rest, { today });
          expect(parsed).toMatchObject({ ok: false });
          if (!parsed.ok)
            expect(parsed.errors).toContainEqual({ path: field.code, code: 'required', params: {} });
        }
      }),
      { numRuns: 3 },
    );
  });

  it('are never asked for a hidden field', () => {
    const shown = new Set(visibleFields(definition, {}).map(({ code }) => code));
    const parsed = parseAnswers(definition, {}, { today });
    expect(parsed.ok).toBe(false);
    if (!parsed.ok) expect(parsed.errors.every(({ path }) => shown.has(path))).toBe(true);
  });

  it('may be empty in a draft, and have a JSON schema', () => {
    expect(parseAnswers(definition, {}, { today, partial: true })).toEqual({ ok: true, answers: {} });
    const schema = answersJsonSchema(definition);
    expect(schema).toMatchObject({ type: 'object', additionalProperties: false });
    expect(Object.keys(schema.properties ?? {})).toEqual(fieldsOf(definition).map(({ code }) => code));
  });
});

describe('wrong answers to the cosmetics notification', () => {
  const definition = definitionOf('cosmetics-notification');
  const [valid] = fc.sample(fullAnswers(definition), { numRuns: 1, seed: 7 });

  it.each([
    ['organisation_tax_code', '0199001237', 'tax_code', {}],
    ['contact_phone', '12', 'phone', {}],
    ['contact_email', 'không phải thư', 'email', {}],
    ['brand', 'x'.repeat(121), 'too_long', { limit: 120 }],
    ['brand', '   ', 'required', {}],
    ['product_type', ['rocket'], 'not_an_option', {}],
    ['presentation', 'rocket', 'not_an_option', {}],
    ['country', 'ZZ', 'not_an_option', {}],
    ['authorisation_date', '23/11/2026', 'date_after', { limit: today }],
    ['authorisation_expiry', '21/11/2026', 'date_before', { limit: today }],
    ['authorisation_date', '31/02/2026', 'not_a_date', {}],
    ['ingredients', [], 'required', {}],
    ['declared_true', 'false', 'required', {}],
    ['nowhere', 'x', 'unknown_field', {}],
  ])('%s = %j is %s', (code, value, error, params) => {
    const parsed = parseAnswers(definition, { ...valid, [code]: value }, { today });
    expect(parsed.ok).toBe(false);
    if (parsed.ok) return;
    const found = parsed.errors.find(({ path }) => path === code || path.startsWith(`${code}.`));
    expect(found).toMatchObject({ code: error, params });
  });

  it('reads a form post: Vietnamese dates and numbers, rows by their names', () => {
    const { ingredients: _, ...rest } = valid ?? {};
    const posted = {
      ...rest,
      authorisation_date: '01/10/2026',
      declared_true: 'on',
      country: 'fr',
      'ingredients.0.name': 'AQUA',
      'ingredients.0.percentage': '72,5',
      'ingredients.1.name': '',
      'ingredients.1.percentage': '',
      'ingredients.2.name': 'GLYCERIN',
    };
    const parsed = parseAnswers(definition, posted, { today });
    expect(parsed).toMatchObject({
      ok: true,
      answers: {
        authorisation_date: '2026-10-01',
        declared_true: true,
        country: 'FR',
        ingredients: [{ name: 'AQUA', percentage: 72.5 }, { name: 'GLYCERIN' }],
      },
    });
  });

  it('names the row and the field of a wrong row', () => {
    const answers = {
      ...valid,
      ingredients: [
        { name: 'AQUA', percentage: 101 },
        { percentage: 'x', other: 1 },
      ],
    };
    const parsed = parseAnswers(definition, answers, { today });
    expect(parsed.ok ? [] : parsed.errors).toEqual([
      { path: 'ingredients.0.percentage', code: 'too_big', params: { limit: 100 } },
      { path: 'ingredients.1.name', code: 'required', params: {} },
      { path: 'ingredients.1.percentage', code: 'not_a_number', params: {} },
      { path: 'ingredients.1.other', code: 'unknown_field', params: {} },
    ]);
  });

  it('says one thing about one answer', () => {
    const parsed = parseAnswers(definition, { ...valid, authorisation_expiry: '1/1/20' }, { today });
    expect(parsed.ok ? [] : parsed.errors).toEqual([
      { path: 'authorisation_expiry', code: 'not_a_date', params: {} },
    ]);
  });

  it('gives the same codes as a zod schema', () => {
    const result = formSchemaOf(definition, { today }).safeParse({ ...valid, brand: '' });
    expect(result.error?.issues).toMatchObject([{ path: ['brand'], message: 'required' }]);
    expect(formSchemaOf(definition, { today }).safeParse(valid).success).toBe(true);
  });

  it('refuses a wrong pattern, too short a list of samples and half a sample', () => {
    const renewal = definitionOf('disinfectant-renewal');
    const order = definitionOf('cosmetics-import-order');
    const bad = parseAnswers(
      renewal,
      { active_substances: [{ name: 'x', cas_number: '1', percentage: 1 }] },
      { today, partial: true },
    );
    expect(bad.ok ? [] : bad.errors).toEqual([
      { path: 'active_substances.0.cas_number', code: 'pattern', params: {} },
    ]);
    const half = parseAnswers(order, { products: [{ samples: 2.5 }] }, { today, partial: true });
    expect(half.ok ? [] : half.errors).toMatchObject([{ path: 'products.0.samples', code: 'not_a_number' }]);
    const none = parseAnswers(order, { products: [{ samples: 0 }] }, { today, partial: true });
    expect(none.ok ? [] : none.errors).toMatchObject([
      { path: 'products.0.samples', code: 'too_small', params: { limit: 1 } },
    ]);
  });
});

describe('what depends on the answers', () => {
  it('components: a CFS is asked for unless exempt', () => {
    const definition = definitionOf('cosmetics-notification');
    const codes = (answers: Answers) => requiredComponents(definition, answers).map(({ code }) => code);
    expect(codes({ cfs_status: 'attached' })).toContain('cfs');
    expect(codes({ cfs_status: 'exempt' })).not.toContain('cfs');
  });

  it('limits: each track of a device has its own', () => {
    const definition = definitionOf('device-registration-cd');
    expect(limitOf(definition, { track: 'standard' })).toMatchObject({ amount: 30, unit: 'calendar_day' });
    expect(limitOf(definition, { track: 'fast' })).toMatchObject({ amount: 10, unit: 'working_day' });
    expect(limitOf(definition, { track: 'extended' })).toMatchObject({ amount: 45, unit: 'calendar_day' });
    expect(limitOf({ ...definition, limit: null }, {})).toBeNull();
  });

  it('fees: a tariff nobody has read stays null', () => {
    const pharmacy = definitionOf('pharmacy-business-certificate');
    expect(feeOf(definitionOf('cosmetics-notification'), {})).toBe(500_000);
    expect(feeOf(pharmacy, { good_practice: 'gmp' })).toBeNull();
    expect(feeOf(pharmacy, { good_practice: 'gdp' })).toBe(4_000_000);
    expect(feeOf({ ...pharmacy, fee: null }, {})).toBeNull();
  });

  it('components from registers are reusable, those from the applicant are uploaded', () => {
    const component = (slug: string, code: string) =>
      definitionOf(slug).components.filter((one) => one.code === code);
    const [register] = component('cosmetics-notification', 'business-registration');
    const [report] = component('disinfectant-renewal', 'circulation-report');
    expect(register && [isReusable(register), needsUpload(register)]).toEqual([true, false]);
    expect(report && [isReusable(report), needsUpload(report)]).toEqual([false, true]);
  });

  it('the line of the list is what the interface promises', () => {
    for (const definition of catalogue) {
      expect(z.strictObject(ProcedureLine.shape).parse(procedureLineOf(definition))).toBeTruthy();
    }
    expect(procedureLineOf({ ...definitionOf('practising-licence'), limit: null, fee: null })).toMatchObject({
      limit: null,
      fee: null,
    });
  });
});

describe('a citation', () => {
  const title = (vi: string) => ({ vi, en: vi });

  it.each([
    ['law', '105/2016/QH13', 'Luật Dược', 'Luật Dược số 105/2016/QH13'],
    ['circular', '06/2011/TT-BYT', 'Quản lý mỹ phẩm', 'Thông tư số 06/2011/TT-BYT về quản lý mỹ phẩm'],
    ['law', 'Luật Quảng cáo (sửa đổi năm 2025)', 'Luật Quảng cáo', 'Luật Quảng cáo (sửa đổi năm 2025)'],
  ])('of a %s %s', (kind, number, vi, citation) => {
    expect(citationOf({ kind, number, title: title(vi) })).toBe(citation);
  });
});
