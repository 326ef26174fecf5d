import { describe, expect, it } from 'vitest';
import { catalogue, catalogueVersions, procedureBySlug, versionsOf } from '@/lib/procedures/catalogue';
import { type ProcedureDefinition as Definition, ProcedureDefinition } from '@/lib/procedures/define';
import { fieldsOf } from '@/lib/procedures/rules';
import { inForceOn, publicationFaults } from '@/lib/procedures/versions/rules';

function definitionOf(slug: string): Definition {
  const definition = procedureBySlug(slug);
  if (definition === undefined) throw new Error(`no procedure ${slug}`);
  return definition;
}

describe('the catalogue', () => {
  it('has 25 procedures with unique ids and slugs', () => {
    expect(catalogue).toHaveLength(25);
    expect(new Set(catalogue.map(({ slug }) => slug)).size).toBe(25);
    expect(catalogue.map(({ id }) => id)).toEqual(
      Array.from({ length: 25 }, (_, index) => `SV${String(index + 1).padStart(2, '0')}`),
    );
  });

  it('has versions in the order of their effective dates, without overlap', () => {
    for (const { slug } of catalogue) {
      const versions = versionsOf(slug);
      expect(versions.map(({ version }) => version)).toEqual(versions.map((_, index) => index + 1));
      versions.slice(1).forEach((next, index) => {
        const before = versions[index];
        expect(before?.effectiveTo, slug).toBeDefined();
        expect((before?.effectiveTo ?? '') < next.effectiveFrom, slug).toBe(true);
      });
      expect(versions.at(-1)?.effectiveTo, slug).toBeUndefined();
    }
  });

  it.each(catalogueVersions.map((one) => [`${one.slug} ${one.version}`, one] as const))(
    '%s is valid, publishable and survives JSON',
    (_, definition) => {
      expect(ProcedureDefinition.parse(definition)).toEqual(definition);
      expect(JSON.parse(JSON.stringify(definition))).toEqual(definition);
      expect(publicationFaults(definition)).toEqual([]);
    },
  );

  it('publishes why a service is only partly online, and only then', () => {
    for (const { level, partReason } of catalogue) expect(partReason !== undefined).toBe(level === 'PART');
    expect(catalogue.filter(({ level }) => level === 'PART').map(({ id }) => id)).toEqual([
      'SV03',
      'SV14',
      'SV16',
      'SV17',
      'SV20',
      'SV22',
    ]);
  });

  it('asks enough to be submitted and ends with a declaration', () => {
    for (const definition of catalogue) {
      expect(fieldsOf(definition).length, definition.slug).toBeGreaterThanOrEqual(6);
      expect(fieldsOf(definition).at(-1)?.code).toBe('declared_true');
    }
  });

  it('has three interconnection services with complete data, as reported on 13 November 2025', () => {
    const linked = catalogue.filter(({ interconnection }) => interconnection?.complete.value);
    expect(linked.map(({ id, level }) => [id, level])).toEqual([
      ['SV23', 'PRO2'],
      ['SV24', 'PRO2'],
      ['SV25', 'PRO2'],
    ]);
  });

  it('names where each legal value comes from, in words a reader can follow', () => {
    const values = catalogueVersions.flatMap(({ limit, fee, supplement, result, levelSource }) => [
      ...(limit ? [limit.source] : []),
      ...(fee ? [fee.source] : []),
      supplement.source,
      result.source,
      levelSource,
    ]);
    expect(values.every(({ ref }) => ref.length > 3)).toBe(true);
    expect(values.some(({ ref }) => /\bR\d+\b/.test(ref))).toBe(false);
  });

  it('leaves a procedure code null unless a public page shows it', () => {
    const coded = catalogue.filter(({ code }) => code !== null);
    expect(coded.map(({ id, code }) => [id, code])).toEqual([
      ['SV01', '1.001111'],
      ['SV08', '1.002238'],
    ]);
    expect(coded.every(({ codeSource }) => codeSource?.confidence === 'found')).toBe(true);
  });
});

describe('figures seen in public pages', () => {
  it.each([
    ['cosmetics-notification', 3, 'working_day', 500_000],
    ['drug-export-licence', 7, 'working_day', null],
    ['practising-licence', 30, 'calendar_day', 430_000],
    ['disinfectant-renewal', 30, 'calendar_day', 4_000_000],
  ] as const)('%s: %i %s, fee %s', (slug, amount, unit, fee) => {
    const definition = definitionOf(slug);
    expect(definition.limit).toMatchObject({ amount, unit, source: { confidence: 'found' } });
    expect(definition.fee?.amount).toBe(fee);
    expect(definition.fee?.source.confidence).toBe(fee === null ? 'knowledge' : 'found');
  });

  it('keeps the longer supplement periods of special law', () => {
    expect(definitionOf('drug-export-licence').supplement).toMatchObject({ amount: 6, unit: 'month' });
    expect(definitionOf('device-registration-cd').supplement).toMatchObject({ maxRounds: 5, amount: 90 });
    expect(definitionOf('cosmetics-notification').supplement).toMatchObject({
      maxRounds: 1,
      source: { confidence: 'demo' },
    });
  });
});

describe('the version in force', () => {
  const versions = versionsOf('birth-certificate-data');

  it('changes on the effective date, not the day before', () => {
    expect(inForceOn(versions, '2026-08-31')?.version).toBe(1);
    expect(inForceOn(versions, '2026-09-01')?.version).toBe(2);
  });

  it('is none before the first one', () => {
    expect(inForceOn(versions, '2025-06-30')).toBeUndefined();
  });
});
