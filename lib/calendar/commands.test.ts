import { eq } from 'drizzle-orm';
import { beforeAll, describe, expect, it } from 'vitest';
import { database, transaction } from '@/db/client';
import { auditActs } from '@/db/schema/audit';
import { calendarDays } from '@/db/schema/calendar';
import { clockEvents, dossierEvents, dossierPromises, dossiers } from '@/db/schema/dossiers';
import { useDatabase } from '@/db/testing';
import { actorNamed, seedPeople } from '@/db/testing-actors';
import { ruleOf, toClockEvents } from '@/lib/dossiers/commands/clock';
import { readCalendar } from '@/lib/kernel/calendar-in-force';
import { dueDate } from '@/lib/kernel/clock-rules';
import { newId } from '@/lib/kernel/ids';
import type { Actor } from '@/lib/policy/actor';
import { findVersion } from '@/lib/procedures/queries';
import { confirmDay, previewDay } from './commands/confirm';
import { recomputeJob } from './jobs';
import { listDays, listVersions, listYears } from './queries';

useDatabase();

const startedAt = new Date('2026-11-20T09:00:00+07:00');
const cultureDay = '2026-11-24';
let control: Actor;
let id = '';

/** A cosmetics notification received on Friday 20 November: three working days. */
async function receiveDossier(): Promise<string> {
  const owner = await actorNamed('business');
  const procedure = await findVersion(database(), 'cosmetics-notification', 1);
  const rule = procedure && ruleOf(procedure.definition, {});
  if (!procedure || !rule) throw new Error('no limit');
  const { calendar } = await readCalendar(database());
  const events = toClockEvents([{ kind: 'start', at: startedAt, until: null }]);
  const dueAt = dueDate(rule, events, calendar).due;
  const dossierId = newId();
  await transaction(async (tx) => {
    await tx.insert(dossiers).values({
      id: dossierId,
      draftCode: dossierId,
      procedureSlug: procedure.slug,
      procedureVersion: procedure.version,
      state: 'in_review',
      ownerAccountId: owner.accountId,
      applicantName: 'Công ty mẫu',
      unit: 'QLD',
      channel: 'ministry_portal',
      answers: {},
      receivedAt: startedAt,
      dueAt,
      promisedAt: dueAt,
      createdAt: startedAt,
      updatedAt: startedAt,
    });
    await tx.insert(dossierEvents).values({
      dossierId,
      seq: 1,
      move: 'begin_review',
      action: 'dossier.review',
      toState: 'in_review',
      actorName: 'Thử',
      role: 'reviewer',
      payload: {},
      at: startedAt,
    });
    await tx.insert(clockEvents).values({ dossierId, kind: 'start', at: startedAt, eventSeq: 1 });
    const promise = { id: newId(), dossierId, paperId: newId(), calendarSequence: 1, madeAt: startedAt };
    if (dueAt !== null) await tx.insert(dossierPromises).values({ ...promise, dueAt });
  });
  return dossierId;
}

const read = async () => (await database().select().from(dossiers).where(eq(dossiers.id, id)))[0];
const at17 = (date: string) => new Date(`${date}T17:00:00+07:00`);

beforeAll(async () => {
  await seedPeople();
  control = await actorNamed('control');
  id = await receiveDossier();
});

const confirmation = async (change: object = {}) => ({
  date: cultureDay,
  kind: 'off' as const,
  nameVi: 'Ngày Văn hóa Việt Nam',
  nameEn: 'Vietnam Culture Day',
  document: 'Nghị quyết của Quốc hội (văn bản mẫu)',
  reason: 'Quốc hội đã thông qua',
  seen: (await listVersions({ date: cultureDay }))[0]?.id ?? 0,
  ...change,
});

describe('a conditional day', () => {
  it('has no effect until it is confirmed', async () => {
    expect((await read())?.dueAt).toEqual(at17('2026-11-25'));
    expect((await listDays({ year: 2026 })).find(({ date }) => date === cultureDay)).toMatchObject({
      kind: 'off',
      status: 'conditional',
      confidence: 'found',
    });
    expect(await listYears(null)).toContain(2027);
  });

  it('shows what would move, and leaves no trace of the look', async () => {
    const rows = async () => (await database().select().from(calendarDays)).length;
    const [before, dossier] = [await rows(), await read()];
    const effect = await previewDay(control, { date: cultureDay, kind: 'off' });
    expect(effect).toEqual({ running: 1, later: 1, earlier: 0, units: [{ unit: 'QLD', moved: 1 }] });
    expect(await rows()).toBe(before);
    expect(await read()).toEqual(dossier);
    const working = await previewDay(control, { date: cultureDay, kind: 'working' });
    expect(working).toMatchObject({ later: 0, earlier: 0 });
  });

  it('is confirmed by procedure control only', async () => {
    const reviewer = await actorNamed('reviewer');
    await expect(confirmDay(reviewer, await confirmation())).rejects.toMatchObject({ code: 'denied' });
    await expect(previewDay(reviewer, { date: cultureDay, kind: 'off' })).rejects.toMatchObject({
      code: 'denied',
    });
    await expect(confirmDay(control, await confirmation({ document: '' }))).rejects.toMatchObject({
      code: 'invalid',
    });
  });

  it('moves the due date when confirmed, and never the promise', async () => {
    const seen = await confirmation();
    const { effect } = await confirmDay(control, seen);
    expect(effect).toMatchObject({ later: 1, earlier: 0 });
    expect(await read()).toMatchObject({
      dueAt: at17('2026-11-26'),
      promisedAt: at17('2026-11-25'),
      version: 1,
    });
    const [promise] = await database().select().from(dossierPromises);
    expect(promise?.dueAt).toEqual(at17('2026-11-25'));
    const [newest, older] = await listVersions({ date: cultureDay });
    expect([newest?.status, older?.status]).toEqual(['official', 'conditional']);
    expect(newest?.verifiedAt).not.toBeNull();
    await expect(confirmDay(control, seen)).rejects.toMatchObject({ code: 'conflict' });
    const acts = await database().select().from(auditActs).where(eq(auditActs.recordId, cultureDay));
    expect(acts.map(({ outcome }) => outcome)).toEqual(['denied', 'done']);
    expect(acts[1]).toMatchObject({ action: 'calendar.confirm', detail: { moved: 1 } });
  });

  it('can be taken back by a newer decision', async () => {
    await confirmDay(control, await confirmation({ kind: 'working', reason: 'Quyết định mới' }));
    expect((await read())?.dueAt).toEqual(at17('2026-11-25'));
  });

  it('reaches dossiers the worker finds with an old date, once', async () => {
    await transaction((tx) =>
      tx
        .update(dossiers)
        .set({ dueAt: at17('2026-12-31') })
        .where(eq(dossiers.id, id)),
    );
    await recomputeJob.run({ sequence: 1 });
    const first = await read();
    expect(first?.dueAt).toEqual(at17('2026-11-25'));
    await recomputeJob.run({ sequence: 1 });
    expect(await read()).toEqual(first);
  });

  it('sets a Saturday that is worked in exchange', async () => {
    const saturday = { date: '2026-11-21', kind: 'working' as const };
    const seen = (await listVersions({ date: saturday.date }))[0]?.id ?? 0;
    const { effect } = await confirmDay(control, { ...(await confirmation(saturday)), seen });
    expect(effect).toMatchObject({ earlier: 1, later: 0 });
    expect((await read())?.dueAt).toEqual(at17('2026-11-24'));
  });
});
