import { describe, expect, it } from 'vitest';
import { database, transaction } from '@/db/client';
import { useDatabase } from '@/db/testing';
import { catalogueVersions } from '@/lib/procedures/catalogue';
import type { Source } from '@/lib/procedures/define';
import {
  findVersionInForce,
  getLegalDocument,
  getProcedure,
  getProcedureVersion,
  listProcedures,
} from '@/lib/procedures/queries';
import { formTemplates } from './form-templates';
import { legalDocuments } from './legal-documents';
import { seedProcedures } from './procedures';

const byId = new Map(legalDocuments.map((document) => [document.id, document]));

/** Every source of a definition, wherever it stands. */
function sourcesIn(value: unknown): Source[] {
  if (Array.isArray(value)) return value.flatMap(sourcesIn);
  if (typeof value !== 'object' || value === null) return [];
  const inner = Object.values(value).flatMap(sourcesIn);
  return 'confidence' in value ? [value as Source, ...inner] : inner;
}

describe('legal documents', () => {
  it('are at least 70, with unique ids and known successors', () => {
    expect(legalDocuments.length).toBeGreaterThanOrEqual(70);
    expect(byId.size).toBe(legalDocuments.length);
    for (const { id, successorId } of legalDocuments) {
      expect(successorId === null || (byId.has(successorId) && successorId !== id), id).toBe(true);
    }
  });

  it('end after they begin, and chains of successors end', () => {
    for (const { id, issuedOn, validFrom, validTo } of legalDocuments) {
      const days = [issuedOn, validFrom, validTo].filter((day) => day !== null);
      expect(days, id).toEqual([...days].sort());
    }
    for (const document of legalDocuments) {
      let steps = 0;
      for (let next = document.successorId; next !== null && steps < 10; steps += 1) {
        next = byId.get(next)?.successorId ?? null;
      }
      expect(steps, document.id).toBeLessThan(10);
    }
  });

  it('have no figure without a source', () => {
    expect(legalDocuments.every(({ sourceRef }) => sourceRef.length > 3)).toBe(true);
  });
});

describe('the law under the catalogue', () => {
  it.each(catalogueVersions.map((one) => [`${one.slug} ${one.version}`, one] as const))(
    '%s rests only on texts known and not ended when it takes effect',
    (_, definition) => {
      const cited = sourcesIn(definition).flatMap(({ document }) => (document ? [document] : []));
      for (const id of new Set([...definition.legalBasis, ...cited])) {
        const document = byId.get(id);
        expect(document, id).toBeDefined();
        expect((document?.validTo ?? '9999-12-31') >= definition.effectiveFrom, id).toBe(true);
        expect((document?.validFrom ?? document?.issuedOn ?? '') <= definition.effectiveFrom, id).toBe(true);
      }
    },
  );
});

it('has seven forms of 2025 and six of 2018', () => {
  expect(formTemplates.filter(({ formSet }) => formSet === '2025')).toHaveLength(7);
  expect(formTemplates.filter(({ formSet }) => formSet === '2018')).toHaveLength(6);
  expect(formTemplates.every(({ legalDocumentId }) => byId.has(legalDocumentId))).toBe(true);
});

describe('the seeded catalogue', () => {
  useDatabase();
  const seeded = () => transaction(seedProcedures);
  const slugs = async (filter: Parameters<typeof listProcedures>[0]) =>
    (await listProcedures(filter)).map(({ slug }) => slug);

  it('can be seeded twice and lists the 25 in their order', async () => {
    await seeded();
    await seeded();
    const lines = await listProcedures({});
    expect(lines).toHaveLength(25);
    expect(lines[6]).toMatchObject({
      slug: 'cosmetics-notification',
      fee: 500_000,
      limit: { amount: 3, unit: 'working_day' },
      version: 1,
    });
  });

  it('is found without tone marks, by unit, field and applicant', async () => {
    expect(await slugs({ search: 'my pham' })).toEqual(['cosmetics-notification', 'cosmetics-import-order']);
    expect(await slugs({ search: 'MỸ PHẨM nhập khẩu' })).toEqual([
      'cosmetics-notification',
      'cosmetics-import-order',
    ]);
    expect(await slugs({ search: '%' })).toEqual([]);
    expect(await slugs({ unit: 'YDCT' })).toEqual(['traditional-medicine-registration']);
    expect(await slugs({ field: 'Phòng bệnh' })).toEqual([
      'disinfectant-renewal',
      'biosafety-laboratory-certificate',
    ]);
    expect(await slugs({ applicant: 'citizen' })).toEqual([
      'practising-licence',
      'medical-assessment-appeal',
      'birth-certificate-data',
      'death-notice-data',
      'driver-health-data',
    ]);
  });

  it('gives the version in force on a day, with its law', async () => {
    const before = await getProcedure({ slug: 'birth-certificate-data', on: '2026-08-31' });
    const after = await getProcedure({ slug: 'birth-certificate-data', on: '2026-09-01' });
    expect([before.definition.version, after.definition.version]).toEqual([1, 2]);
    expect(after.versions).toEqual([
      { version: 1, effectiveFrom: '2025-07-01', effectiveTo: '2026-08-31' },
      { version: 2, effectiveFrom: '2026-09-01', effectiveTo: null },
    ]);
    expect(after.legalBasis.map(({ id }) => id)).toEqual(after.definition.legalBasis);
    expect(await findVersionInForce(database(), 'birth-certificate-data', '2025-06-30')).toBeNull();
  });

  it('keeps a pinned version and refuses what does not exist', async () => {
    const pinned = await getProcedureVersion({ slug: 'birth-certificate-data', version: 1 });
    expect(pinned.definition.effectiveTo).toBe('2026-08-31');
    await expect(getProcedure({ slug: 'nowhere' })).rejects.toMatchObject({ code: 'not_found' });
    await expect(getProcedureVersion({ slug: 'birth-certificate-data', version: 9 })).rejects.toMatchObject({
      code: 'not_found',
    });
    expect(await getLegalDocument({ id: 'nd-61-2018' })).toMatchObject({ successorId: 'nd-118-2025' });
    await expect(getLegalDocument({ id: 'nowhere' })).rejects.toMatchObject({ code: 'not_found' });
  });
});
