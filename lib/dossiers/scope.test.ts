import { randomUUID } from 'node:crypto';
import { eq, sql } from 'drizzle-orm';
import fc from 'fast-check';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { database, transaction } from '@/db/client';
import { organisations } from '@/db/schema/accounts';
import { personalDataReads } from '@/db/schema/audit';
import { dossierEvents, dossiers } from '@/db/schema/dossiers';
import { useDatabase } from '@/db/testing';
import { seedPeople } from '@/db/testing-actors';
import { type Cast, readCast } from '@/db/testing-dossiers';
import { demoOrganisation } from '@/lib/integrations/people';
import { encodeCursor } from '@/lib/kernel/pagination';
import type { Actor } from '@/lib/policy/actor';
import { may } from '@/lib/policy/authorize';
import { getDossier } from './queries/get';
import { countDossiers, listDossiers, listOwnDossiers } from './queries/list';
import { ListDossiers } from './schema';

// Many acts per test: a busy machine may take its time.
vi.setConfig({ testTimeout: 600_000, hookTimeout: 180_000 });
useDatabase();

interface Planted {
  id: string;
  owner: string;
  organisation: string | null;
  unit: string;
  assignee: string | null;
  experts: string[];
  state: 'draft' | 'submitted' | 'in_review' | 'issued';
}

let cast: Cast;
const planted: Planted[] = [];
const otherOrganisation = randomUUID();
const units = ['QLD', 'HTTB', 'ATTP'];
const states = ['draft', 'submitted', 'in_review', 'issued'] as const;

beforeAll(async () => {
  await seedPeople();
  cast = await readCast();
  await database()
    .insert(organisations)
    .values({ id: otherOrganisation, taxCode: '0000000000', name: 'Khác' });
  await transaction(async (tx) => {
    for (let n = 0; n < 180; n += 1) {
      const unit = units[n % 3] ?? 'QLD';
      const one: Planted = {
        id: randomUUID(),
        owner: cast(['citizen', 'business', 'npsp', 'citizen-level-1'][n % 4] ?? 'citizen').accountId,
        organisation: n % 4 === 1 ? (n % 8 === 1 ? demoOrganisation.id : otherOrganisation) : null,
        unit,
        assignee: n % 5 === 0 ? cast('reviewer').accountId : null,
        experts: n % 7 === 0 ? [cast('expert').accountId] : [],
        state: states[(n >> 2) % 4] ?? 'draft',
      };
      planted.push(one);
      const at = new Date(Date.now() - n * 60_000);
      await tx.insert(dossiers).values({
        id: one.id,
        code: one.state === 'draft' ? null : `G18.12-20261122-${String(n).padStart(7, '0')}`,
        draftCode: one.id,
        procedureSlug: 'cosmetics-notification',
        procedureVersion: sql`(select max(version) from procedure_versions where slug = 'cosmetics-notification')`,
        state: one.state,
        ownerAccountId: one.owner,
        organisationId: one.organisation,
        applicantName: `Người nộp ${n}`,
        unit: one.unit,
        assigneeId: one.assignee,
        expertIds: one.experts,
        channel: 'ministry_portal',
        answers: {},
        searchText: `nguoi nop ${n} kem chong nang 100%`,
        dueAt: n % 6 === 0 ? null : new Date(Date.now() + (n - 90) * 3_600_000),
        submittedAt: one.state === 'draft' ? null : at,
        createdAt: at,
        updatedAt: at,
      });
      await tx.insert(dossierEvents).values({
        dossierId: one.id,
        seq: 1,
        move: 'open',
        action: 'dossier.draft',
        toState: one.state,
        actorName: 'x',
        role: 'applicant_citizen',
        payload: {},
        at,
      });
    }
  });
});

const readers = [
  'citizen',
  'business',
  'npsp',
  'one-stop',
  'dispatcher',
  'reviewer',
  'reviewer-2',
  'expert',
  'checker',
  'approver-httb',
  'records-attp',
  'finance',
  'control',
  'auditor',
];
const strangers = ['leadership', 'admin', 'security', 'doh-editor', 'facility', 'indicator-owner'];

const subjectOf = (one: Planted) => ({
  owner: one.owner,
  scopes: [one.unit, ...(one.organisation === null ? [] : [`org:${one.organisation}`])],
  assignees: [...(one.assignee === null ? [] : [one.assignee]), ...one.experts],
});
/** The policy judged row by row: what the statement's condition must come to. */
const visibleTo = (actor: Actor) =>
  new Set(
    planted
      .filter((one) => one.state !== 'draft' && may(actor, 'dossier.read', subjectOf(one)))
      .map(({ id }) => id),
  );

/** All pages, following the cursors. */
async function listAll(actor: Actor, filter: Partial<ListDossiers>): Promise<string[]> {
  const ids: string[] = [];
  let after: string | undefined;
  do {
    const page = await listDossiers(actor, ListDossiers.parse({ view: 'all', ...filter, after }));
    ids.push(...page.rows.map(({ id }) => id));
    after = page.next ?? undefined;
  } while (after !== undefined && ids.length < 400);
  return ids;
}

describe('lists', () => {
  it.each(readers)(
    'show %s exactly what the policy lets them see, in every order, each row once',
    async (name) => {
      const visible = visibleTo(cast(name));
      for (const sort of ['due', 'submitted', 'updated'] as const)
        for (const order of ['asc', 'desc'] as const) {
          const ids = await listAll(cast(name), { sort, order });
          expect(new Set(ids), `${sort} ${order}`).toEqual(visible);
          expect(ids, `${sort} ${order}`).toHaveLength(visible.size);
        }
    },
  );

  it.each(readers)(
    'never show %s more through a filter, a search, a view or a foreign cursor',
    async (name) => {
      const visible = visibleTo(cast(name));
      const foreign = planted.find(({ id }) => !visible.has(id));
      const cursor = encodeCursor({ value: new Date(0).toISOString(), id: foreign?.id ?? randomUUID() });
      const filters: Partial<ListDossiers>[] = [
        { q: 'người nộp' },
        { q: '100%' },
        { q: '%' },
        { state: 'submitted' },
        { state: 'draft' },
        { procedure: 'cosmetics-notification' },
        { after: cursor },
        { before: cursor },
        { before: encodeCursor({ value: null, id: randomUUID() }) },
        ...(['mine', 'unit', 'waiting', 'due_soon', 'overdue'] as const).map((view) => ({ view })),
      ];
      for (const filter of filters) {
        const { rows } = await listDossiers(cast(name), ListDossiers.parse({ view: 'all', ...filter }));
        expect(
          rows.filter(({ id }) => !visible.has(id)),
          JSON.stringify(filter),
        ).toEqual([]);
      }
      const counted = await countDossiers(cast(name), { views: ['all'] });
      expect(counted.all).toBe(visible.size);
    },
  );

  it.each(strangers)('do not exist for %s', async (name) => {
    await expect(listDossiers(cast(name), ListDossiers.parse({}))).rejects.toMatchObject({ code: 'denied' });
  });

  it('page backwards to the same rows', async () => {
    const first = await listDossiers(cast('auditor'), ListDossiers.parse({ view: 'all' }));
    const second = await listDossiers(
      cast('auditor'),
      ListDossiers.parse({ view: 'all', after: first.next ?? '' }),
    );
    const back = await listDossiers(
      cast('auditor'),
      ListDossiers.parse({ view: 'all', before: second.previous ?? '' }),
    );
    expect(back.rows.map(({ id }) => id)).toEqual(first.rows.map(({ id }) => id));
  });

  it('survive any cursor and any words', async () => {
    const text = fc.oneof(
      fc.string(),
      fc.base64String(),
      fc.json().map((json) => Buffer.from(json).toString('base64url')),
      fc.tuple(fc.string(), fc.string()).map(([value, id]) => encodeCursor({ value, id })),
    );
    await fc.assert(
      fc.asyncProperty(text, fc.string(), fc.boolean(), async (cursor, q, after) => {
        const filter = ListDossiers.parse({
          view: 'all',
          q,
          ...(after ? { after: cursor } : { before: cursor }),
        });
        const { rows } = await listDossiers(cast('records-attp'), filter);
        expect(rows.every(({ unit }) => unit === 'ATTP')).toBe(true);
      }),
      { numRuns: 60 },
    );
  });

  it('of one’s own hold drafts, and nobody else’s', async () => {
    const own = await listOwnDossiers(cast('citizen'), {});
    const mine = planted.filter(({ owner }) => owner === cast('citizen').accountId).map(({ id }) => id);
    expect(own.rows.length).toBe(Math.min(25, mine.length));
    expect(own.rows.every(({ id }) => mine.includes(id))).toBe(true);
  });
});

describe('one dossier', () => {
  it.each([...readers, ...strangers])(
    'is given to %s only within reach; a draft to its applicant alone',
    async (name) => {
      const actor = cast(name);
      for (const one of planted.slice(0, 40)) {
        const seen =
          one.state === 'draft'
            ? may(actor, 'dossier.draft', subjectOf(one))
            : may(actor, 'dossier.read', subjectOf(one));
        const read = getDossier(actor, { code: one.id });
        if (seen) expect((await read).id).toBe(one.id);
        else
          await expect(read).rejects.toMatchObject({ code: expect.stringMatching(/^(not_found|denied)$/) });
      }
    },
  );
});

describe('reads', () => {
  const logged = (actor: Actor) =>
    database().select().from(personalDataReads).where(eq(personalDataReads.requestId, actor.requestId));
  const asking = (name: string): Actor => ({ ...cast(name), requestId: randomUUID() });
  const submitted = () =>
    planted.find(({ state, unit }) => state === 'submitted' && unit === 'QLD')?.id ?? '';

  it.each([
    ['one-stop', 'intake'],
    ['reviewer', 'handling'],
    ['checker', 'decision'],
    ['records', 'records'],
    ['control', 'supervision'],
    ['auditor', 'audit'],
  ])('by %s are logged once each, for %s', async (name, purpose) => {
    const actor = asking(name);
    const id = submitted();
    await getDossier(actor, { code: id });
    expect(await logged(actor)).toMatchObject([
      { recordType: 'dossier', recordId: id, actorId: actor.accountId, purpose },
    ]);
    const lister = asking(name);
    const { rows } = await listDossiers(lister, ListDossiers.parse({ view: 'all' }));
    expect((await logged(lister)).map(({ recordId }) => recordId).sort()).toEqual(
      rows.map(({ id: one }) => one).sort(),
    );
  });

  it('of one’s own are not logged, nor refused ones', async () => {
    const owner = asking('citizen');
    const own = planted.find((one) => one.owner === owner.accountId)?.id ?? '';
    await getDossier(owner, { code: own });
    await listOwnDossiers(owner, {});
    await listDossiers(owner, ListDossiers.parse({ view: 'all' }));
    expect(await logged(owner)).toEqual([]);
    const refused = asking('citizen');
    const foreign = planted.find((one) => one.owner !== refused.accountId)?.id ?? '';
    await expect(getDossier(refused, { code: foreign })).rejects.toMatchObject({ code: 'not_found' });
    expect(await logged(refused)).toEqual([]);
  });

  it('of an officer who may also apply are an officer’s', async () => {
    const officer = asking('checker');
    const both: Actor = {
      ...officer,
      grants: [{ role: 'applicant_citizen', scope: null }, ...officer.grants],
    };
    await getDossier(both, { code: submitted() });
    expect(await logged(both)).toMatchObject([{ purpose: 'decision', role: 'checker' }]);
  });
});
