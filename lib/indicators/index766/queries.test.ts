import { sql } from 'drizzle-orm';
import { beforeAll, describe, expect, it } from 'vitest';
import { database, transaction } from '@/db/client';
import { blobs, documents } from '@/db/schema/documents';
import { clockEvents, dossierDocuments, dossierShares, dossiers, issuedPapers } from '@/db/schema/dossiers';
import { complaints, dossierRatings } from '@/db/schema/feedback';
import { chance, uuidOf } from '@/db/seed/chance';
import { seedDossiers } from '@/db/seed/dossiers';
import { seedIndex766 } from '@/db/seed/index-766';
import { seedFeedback } from '@/db/seed/sample-feedback';
import { useDatabase } from '@/db/testing';
import { actorNamed, seedPeople } from '@/db/testing-actors';
import { dossierStates } from '@/lib/dossiers/workflow';
import { dayNumberAt, workingDaysBetween } from '@/lib/kernel/calendar';
import { readCalendar } from '@/lib/kernel/calendar-in-force';
import { now } from '@/lib/kernel/clock';
import { catalogue } from '@/lib/procedures/catalogue';
import { readDossierFacts } from '../facts/queries';
import { type DossierRow, dossierRules } from './define';
import { listIndex766Dossiers } from './queries/dossiers';
import { readIndex766 } from './queries/read';
import { spanOf } from './rules';
import type { Side } from './schema';

useDatabase();

type Dossier = typeof dossiers.$inferSelect;

const at = now();
const year = String(new Date(at.getTime() + 7 * 3_600_000).getUTCFullYear());
const periods = [year, `${Number(year) - 1}`, `${year}Q3`, `${year}10`];
const sha = 'a'.repeat(64);

/** Papers, results and acknowledgements on some of the generated dossiers, by chance of their id. */
async function furnish(): Promise<void> {
  const all = await database().select().from(dossiers);
  await transaction(async (tx) => {
    await tx.insert(blobs).values({ sha256: sha, size: 1, mime: 'application/pdf', createdAt: at });
    for (const { id, state, code } of all) {
      const some = (what: string, share: number) => chance(`${what}:${id}`) < share;
      if (some('file', 0.7)) {
        const documentId = uuidOf(`d:${id}`);
        const source = some('store', 0.1) ? ('store' as const) : ('applicant_upload' as const);
        await tx
          .insert(documents)
          .values({ id: documentId, sha256: sha, name: 'x', typeCode: 'x', source, createdAt: at });
        await tx.insert(dossierDocuments).values({
          id: uuidOf(`a:${id}`),
          dossierId: id,
          component: 'x',
          documentId,
          reused: some('reuse', 0.3),
          attachedAt: at,
          detachedAt: some('detach', 0.1) ? at : null,
        });
      }
      if (publicOf(state) >= 9 && some('result', 0.6))
        await tx.insert(issuedPapers).values({
          id: uuidOf(`p:${id}`),
          dossierId: id,
          kind: 'result',
          number: some('number', 0.9) ? `N-${code}` : null,
          title: 'x',
          sha256: sha,
          capability: uuidOf(`c:${id}`),
          issuer: 'x',
          issuedAt: at,
          status: some('draft', 0.1) ? 'draft' : 'valid',
        });
      if (some('share', 0.8))
        await tx.insert(dossierShares).values({
          dossierId: id,
          seq: 1,
          publicStatus: publicOf(state) || 1,
          messageId: id,
          sharedAt: new Date('2020-01-01'),
        });
    }
  });
}

const publicOf = (state: Dossier['state']) => dossierStates[state].public ?? 0;

interface Counts {
  n: number;
  d: number;
}

/** The rows again, by another way: whole tables in memory, one dossier after the other. */
async function recount(period: string) {
  const db = database();
  const { begins, ends } = spanOf(period);
  const judgedAt = at < ends ? now() : ends;
  const [all, attached, kept, papers, shared, ratings, moaned] = await Promise.all([
    db.select().from(dossiers),
    db.select().from(dossierDocuments),
    db.select().from(documents),
    db.select().from(issuedPapers),
    db.select().from(dossierShares),
    db.select().from(dossierRatings),
    db.select().from(complaints),
  ]);
  const paid = new Set(
    [
      ...(await db.execute<{ id: string }>(
        sql`select distinct o.dossier_id as id from fee_obligations o, payments p where p.obligation_id = o.id and p.state = 'paid'`,
      )),
    ].map(({ id }) => id),
  );
  const owes = new Set(
    [
      ...(await db.execute<{ id: string }>(
        sql`select dossier_id as id from fee_obligations where amount > 0`,
      )),
    ].map(({ id }) => id),
  );
  const within = (moment: Date | null) => moment !== null && moment >= begins && moment < ends;
  const definitionOf = ({ procedureSlug }: Dossier) => {
    const found = catalogue.find(({ slug }) => slug === procedureSlug);
    if (found === undefined) throw new Error(procedureSlug);
    return found;
  };
  const facts = all
    .filter(({ receivedAt }) => receivedAt !== null)
    .map((dossier) => {
      const { id, endedAt, dueAt, state, channel } = dossier;
      const definition = definitionOf(dossier);
      const end = endedAt !== null && endedAt < judgedAt ? endedAt : judgedAt;
      const files = attached.filter(({ dossierId, detachedAt }) => dossierId === id && detachedAt === null);
      const result = papers.some((p) => p.dossierId === id && p.number !== null && p.status !== 'draft');
      const document = !['data', 'publication'].includes(definition.result.kind);
      const finished = publicOf(state) >= 9;
      const asks = definition.components.some(({ reuse }) => reuse.includes('UP'));
      const acknowledged = shared.filter((one) => one.dossierId === id);
      return {
        received: within(dossier.receivedAt),
        touched: within(dossier.receivedAt) || within(endedAt),
        handled: within(endedAt) && finished,
        late: (dueAt !== null && end > dueAt) || dossier.supplementRounds > definition.supplement.maxRounds,
        bad:
          ratings.some((one) => one.dossierId === id && one.score < 3 && one.ratedAt < judgedAt) ||
          moaned.some((one) => one.dossierId === id && one.receivedAt < judgedAt),
        online: channel !== 'counter' && channel !== 'post' && (!finished || !document || result),
        owes: owes.has(id),
        paid: paid.has(id),
        document,
        result,
        digitised: (files.length > 0 || !asks) && (!document || result),
        reused: files.some(({ reused }) => reused),
        synchronised: acknowledged.length > 0,
        sharing:
          files.some(({ documentId }) => kept.find((one) => one.id === documentId)?.source === 'store') ||
          (result && acknowledged.some(({ publicStatus }) => publicStatus >= 9)),
      };
    });
  type Fact = (typeof facts)[number];
  const of = (whole: (one: Fact) => boolean, part: (one: Fact) => boolean): Counts => {
    const counted = facts.filter(whole);
    return { n: counted.filter(part).length, d: counted.length };
  };
  const touched = facts.filter((one) => one.touched);
  return {
    '766-1.4': of(
      (one) => one.received,
      (one) => one.synchronised,
    ),
    '766-2.1': of(
      (one) => one.touched,
      (one) => !one.late,
    ),
    '766-3.3': of(
      (one) => one.received,
      (one) => one.online,
    ),
    '766-3.6': of(
      (one) => one.received && one.owes,
      (one) => one.paid,
    ),
    '766-4.1': of(
      (one) => one.handled && one.document,
      (one) => one.result,
    ),
    '766-4.2': of(
      (one) => one.handled,
      (one) => one.digitised,
    ),
    '766-4.3': of(
      (one) => one.received,
      (one) => one.reused,
    ),
    '766-4.4': of(
      (one) => one.received,
      (one) => one.sharing,
    ),
    '766-5.4': {
      n: touched.length - touched.filter(({ late }) => late).length - touched.filter(({ bad }) => bad).length,
      d: touched.length,
    },
  } satisfies Partial<Record<DossierRow, Counts>>;
}

beforeAll(async () => {
  await seedPeople();
  await transaction(async (tx) => {
    await seedIndex766(tx);
    await seedDossiers(tx, at);
    await seedFeedback(tx, at);
  });
  await furnish();
}, 120_000);

describe('the index counted from generated dossiers', () => {
  it.each(periods)('says of %s what a recount says', async (period) => {
    const [index, again] = await Promise.all([readIndex766({ period }), recount(period)]);
    const found = Object.fromEntries(
      index.rows.map(({ id, numerator, denominator }) => [id, { n: numerator, d: denominator }]),
    );
    for (const [id, counts] of Object.entries(again)) expect([id, found[id]]).toEqual([id, counts]);
    if (period === year) for (const { d } of Object.values(again)) expect(d).toBeGreaterThan(0);
  });

  it('multiplies the channel by the synchronisation rate and keeps every row within its maximum', async () => {
    const { rows, groups, points } = await readIndex766({ period: year });
    const of = (id: string) => rows.find((row) => row.id === id);
    const factor = of('766-3.3')?.parts.find(({ key }) => key === 'factor');
    expect(factor).toMatchObject({
      numerator: of('766-1.4')?.numerator,
      denominator: of('766-1.4')?.denominator,
    });
    const [n = 0, d = 1] = [of('766-3.3')?.numerator ?? 0, of('766-3.3')?.denominator ?? 1];
    const share = (factor?.numerator ?? 0) / (factor?.denominator ?? 1);
    expect(of('766-3.3')?.rate).toBeCloseTo((n / d) * share * 100, 1);
    for (const row of rows) expect(row.points ?? 0).toBeLessThanOrEqual(row.maxPoints ?? 0);
    expect(points).toBeCloseTo(
      rows.reduce((sum, row) => sum + (row.points ?? 0), 0),
      2,
    );
    expect(groups).toHaveLength(6);
  });

  it('says unknown where it knows nothing, and no cases where there are none', async () => {
    const { rows, unknownRows } = await readIndex766({ period: '2019' });
    const of = (id: string) => rows.find((row) => row.id === id);
    expect(of('766-1.1')).toMatchObject({ state: 'unknown', reason: 'publication_decisions', points: null });
    expect(of('766-2.1')).toMatchObject({ state: 'no_cases', denominator: 0, rate: null, points: null });
    expect(of('766-5.2')).toMatchObject({ state: 'no_cases', points: null });
    expect(unknownRows).toBeGreaterThan(3);
  });

  it('counts one unit as the unit of its dossiers', async () => {
    const [whole, unit] = await Promise.all([
      readIndex766({ period: year }),
      readIndex766({ period: year, unit: 'QLD' }),
    ]);
    const received = (index: typeof whole) => index.rows.find(({ id }) => id === '766-4.3')?.denominator ?? 0;
    expect(received(unit)).toBeGreaterThan(0);
    expect(received(unit)).toBeLessThan(received(whole));
  });

  it('averages handling time in working days without the days it stood still', async () => {
    const { times } = await readIndex766({ period: year });
    const { calendar } = await readCalendar(database());
    const events = await database().select().from(clockEvents);
    const { begins, ends } = spanOf(year);
    const own = (await database().select().from(dossiers)).filter(
      ({ procedureSlug, receivedAt, endedAt, state }) =>
        procedureSlug === 'cosmetics-notification' &&
        receivedAt !== null &&
        receivedAt >= begins &&
        receivedAt < ends &&
        endedAt !== null &&
        publicOf(state) >= 9,
    );
    const days = own.map(({ id, receivedAt, endedAt }) => {
      const between = (from: Date, to: Date) =>
        workingDaysBetween(calendar, dayNumberAt(from), dayNumberAt(to));
      const [pause, resume] = (['pause', 'resume'] as const).map(
        (kind) => events.find((event) => event.dossierId === id && event.kind === kind)?.at,
      );
      const still = pause && resume ? between(pause, resume) : 0;
      return between(receivedAt ?? at, endedAt ?? at) - still;
    });
    const found = times.find(({ slug }) => slug === 'cosmetics-notification');
    expect(found).toMatchObject({ dossiers: own.length, unit: 'working_day' });
    expect(found?.average).toBeCloseTo(days.reduce((a, b) => a + b, 0) / own.length, 2);
  });
});

describe('the dossiers behind a row', () => {
  async function walked(row: DossierRow, side: Side): Promise<string[]> {
    const control = await actorNamed('control');
    const ids: string[] = [];
    let after: string | undefined;
    do {
      const page = await listIndex766Dossiers(control, { row, side, period: year, after });
      ids.push(...page.rows.map(({ id }) => id));
      after = page.next ?? undefined;
    } while (after !== undefined);
    return ids;
  }

  it.each(Object.keys(dossierRules) as DossierRow[])('are as many as %s says, page by page', async (row) => {
    const index = await readIndex766({ period: year });
    const found = index.rows.find(({ id }) => id === row);
    const [numerator, denominator, gap] = await Promise.all([
      walked(row, 'numerator'),
      walked(row, 'denominator'),
      walked(row, 'gap'),
    ]);
    expect(new Set(denominator).size).toBe(denominator.length);
    expect(denominator).toHaveLength(found?.denominator ?? -1);
    expect([...numerator, ...gap].toSorted()).toEqual(denominator.toSorted());
    if (row !== '766-5.4') expect(numerator).toHaveLength(found?.numerator ?? -1);
  });

  it('stay within the reach of who asks', async () => {
    const reviewer = await actorNamed('reviewer');
    const { rows } = await listIndex766Dossiers(reviewer, {
      row: '766-2.1',
      side: 'denominator',
      period: year,
    });
    expect(rows.length).toBeGreaterThan(0);
    expect(new Set(rows.map(({ unit }) => unit))).toEqual(new Set(['QLD']));
    const leader = await actorNamed('leadership');
    await expect(
      listIndex766Dossiers(leader, { row: '766-2.1', side: 'gap', period: year }),
    ).rejects.toMatchObject({ code: 'denied' });
  });
});

describe('facts for the indicators', () => {
  it('come from the same flags, and are null where nothing is kept', async () => {
    const today = new Date(at.getTime() + 7 * 3_600_000).toISOString().slice(0, 10);
    const facts = await readDossierFacts({ db: database(), asOf: today });
    expect(facts.T20?.denominator).toBeGreaterThan(0);
    expect(facts.T22?.numerator).toBeLessThanOrEqual(facts.T22?.denominator ?? 0);
    expect([facts.T23, facts.T71, facts.T01]).toEqual([null, null, null]);
    const early = await readDossierFacts({ db: database(), asOf: '2015-01-01' });
    expect([early.T20, early.T22]).toEqual([null, null]);
  });
});
