import { eq, sql } from 'drizzle-orm';
import { beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { database } from '@/db/client';
import { dossierShares, dossiers } from '@/db/schema/dossiers';
import { useDatabase } from '@/db/testing';
import { seedPeople } from '@/db/testing-actors';
import { type Cast, fillDraft, handIn, makeMove, readCast } from '@/db/testing-dossiers';
import { nationalPortal } from '@/lib/integrations';
import { DomainError } from '@/lib/kernel/errors';
import { shareDossier } from './jobs';

/** The simulator answers in the partner's own words; `down` lets it fail as a partner that can't be reached. */
const partner = vi.hoisted(() => ({ down: false }));

vi.mock('@/lib/integrations', async (original) => {
  const { simulatedNationalPortal } = await import('@/lib/integrations/national-portal/simulator');
  const { nationalPortalOf } = await import('@/lib/integrations/national-portal/wire');
  const portal = nationalPortalOf(simulatedNationalPortal({ now: () => new Date() }));
  return {
    ...(await original<typeof import('@/lib/integrations')>()),
    nationalPortal: () => ({
      ...portal,
      pushDossier: (...args: Parameters<typeof portal.pushDossier>) =>
        partner.down
          ? Promise.reject(new DomainError('unavailable', 'national_portal'))
          : portal.pushDossier(...args),
    }),
  };
});

useDatabase();

let cast: Cast;
beforeAll(async () => {
  await seedPeople();
  cast = await readCast();
});
beforeEach(() => {
  partner.down = false;
});

async function idOf(code: string): Promise<string> {
  const [row] = await database()
    .select({ id: dossiers.id })
    .from(dossiers)
    .where(sql`${code} in (${dossiers.code}, ${dossiers.draftCode})`);
  return row?.id ?? '';
}

const sharesOf = (dossierId: string) =>
  database()
    .select({ seq: dossierShares.seq, status: dossierShares.publicStatus })
    .from(dossierShares)
    .where(eq(dossierShares.dossierId, dossierId))
    .orderBy(dossierShares.seq);

const waiting = async (dossierId: string) => {
  const [row] = await database().execute<{ n: number }>(sql`
    select count(*)::int as n from graphile_worker.jobs where key = ${`share:${dossierId}`}`);
  return row?.n;
};

describe('sharing with the national portal', () => {
  it('is asked for once by every move, and tells the state of this moment', async () => {
    const code = await handIn(cast('business'), 'cosmetics-notification');
    const dossierId = await idOf(code);
    await makeMove(cast('one-stop'), code, { move: 'accept' });
    expect(await waiting(dossierId)).toBe(1);
    await shareDossier.run({ dossierId });
    expect((await sharesOf(dossierId)).map(({ status }) => status)).toEqual([2]);
    expect((await nationalPortal().lookup({ code })).publicStatus).toBe(2);
  });

  it('repeats nothing: the same event is acknowledged once', async () => {
    const code = await handIn(cast('business'), 'cosmetics-notification');
    const dossierId = await idOf(code);
    await shareDossier.run({ dossierId });
    await shareDossier.run({ dossierId });
    expect(await sharesOf(dossierId)).toHaveLength(1);
  });

  it('keeps quiet about drafts', async () => {
    const dossierId = await idOf(await fillDraft(cast('business'), 'cosmetics-notification'));
    await shareDossier.run({ dossierId });
    expect(await sharesOf(dossierId)).toEqual([]);
  });

  it('fails while the partner is down, so that the worker tries again, and claims nothing', async () => {
    const code = await handIn(cast('business'), 'cosmetics-notification');
    const dossierId = await idOf(code);
    partner.down = true;
    await expect(shareDossier.run({ dossierId })).rejects.toMatchObject({ code: 'unavailable' });
    expect(await sharesOf(dossierId)).toEqual([]);
  });
});
