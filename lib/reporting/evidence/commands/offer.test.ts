import { eq } from 'drizzle-orm';
import { beforeAll, describe, expect, it } from 'vitest';
import { database } from '@/db/client';
import { auditActs } from '@/db/schema/audit';
import { blobs } from '@/db/schema/documents';
import { facilities } from '@/db/schema/facilities';
import { reportEvidence, reports } from '@/db/schema/reporting';
import { placeIdOf } from '@/db/seed/places';
import { drawDecision } from '@/db/seed/sample-evidence';
import { useDatabase } from '@/db/testing';
import { actorNamed, seedPeople } from '@/db/testing-actors';
import { demoFacility } from '@/lib/integrations/people';
import { storage } from '@/lib/integrations/storage';
import type { Actor } from '@/lib/policy/actor';
import { getEvidenceFile, listEvidence } from '../queries';
import type { EvidenceClaim } from '../schema';
import { decideEvidence, withdrawEvidence } from './decide';
import { offerEvidence } from './offer';

useDatabase();

const own = { id: demoFacility.id, nameVi: 'Bệnh viện Đa khoa mẫu số 1' };
const other = { id: '5a3f7a52-6d0e-5b6e-9c1d-2f1f0a9c0777', nameVi: 'Bệnh viện Đa khoa mẫu số 2' };
const decision = {
  facility: own,
  issuedOn: '2026-09-14',
  numberSymbol: '12/QĐ-BV',
  signer: 'A',
  place: 'Hà Nội',
};

let cast: Record<'facility' | 'head' | 'editor' | 'leader' | 'auditor' | 'dispatcher', Actor>;
let reportId = '';
let otherReport = '';

const openReport = async (facilityId: string, periodId = '202610', formId = 'hospital-month') => {
  const [row] = await database()
    .insert(reports)
    .values({ facilityId, periodId, formId, formVersion: 1, createdAt: new Date(), sample: true })
    .returning({ id: reports.id });
  return row?.id ?? '';
};

beforeAll(async () => {
  await seedPeople();
  const named = async (name: string) => actorNamed(name);
  cast = {
    facility: await named('facility'),
    head: await named('facility-head'),
    editor: await named('doh-editor'),
    leader: await named('doh-leader'),
    auditor: await named('auditor'),
    dispatcher: await named('dispatcher'),
  };
  for (const { id, nameVi } of [own, other]) {
    await database()
      .insert(facilities)
      .values({
        id,
        nameVi,
        nameEn: `Sample ${id.slice(-3)}`,
        form: 'general_hospital',
        ownership: 'local',
        managedBy: 'province',
        unitCode: id === own.id ? 'SYT-01' : 'SYT-79',
        placeId: placeIdOf('01'),
        class: 'class_1',
        sample: true,
        updatedAt: new Date(),
        sourceRef: 'test',
        confidence: 'demo',
      });
  }
  reportId = await openReport(own.id);
  otherReport = await openReport(other.id);
});

const claim = (change: Partial<EvidenceClaim> = {}): EvidenceClaim => ({
  reportId,
  element: 'E16',
  numberSymbol: '12/QĐ-BV',
  issuedOn: '2026-09-14',
  issuingUnit: own.nameVi,
  ...change,
});

async function* streamOf(bytes: Buffer): AsyncIterable<Uint8Array> {
  yield bytes;
}

const offer = (actor: Actor, bytes: Buffer, change: Partial<EvidenceClaim> = {}) =>
  offerEvidence(actor, { stream: streamOf(bytes), name: 'quyet-dinh.pdf' }, claim(change));

const linesOf = async () => (await listEvidence(cast.leader, { reportId })).lines;

async function offered(change: Partial<typeof decision> = {}) {
  const result = await offer(cast.facility, await drawDecision({ ...decision, ...change }));
  if (result.outcome !== 'offered') throw new Error(result.faults.join());
  return result.id;
}

describe('offerEvidence', () => {
  it('keeps a signed document of the facility with what was found in it', async () => {
    const id = await offered({ numberSymbol: '1/QĐ-BV' });
    const [line] = (await linesOf()).filter((one) => one.id === id);
    expect(line).toMatchObject({ element: 'E16', state: 'offered', signer: 'A', issuedOn: '2026-09-14' });
    expect(line?.findings).toHaveLength(4);
    expect(line?.findings.every(({ passed }) => passed)).toBe(true);
    expect(line?.moves).toEqual(['accept', 'refuse']);
    const file = await getEvidenceFile(cast.leader, { id });
    expect(file.mime).toBe('application/pdf');
    expect(await storage().has(file.sha256)).toBe(true);
  });

  it('refuses a document of another hospital', async () => {
    const bytes = await drawDecision({ ...decision, facility: other });
    expect(await offer(cast.facility, bytes)).toEqual({ outcome: 'refused', faults: ['other_unit'] });
  });

  it('refuses an unsigned scan, as a picture and as a PDF, and keeps no byte of it', async () => {
    const scan = Buffer.from(`%PDF-1.4\n% scan ${Math.random()}\n%%EOF\n`);
    const result = await offer(cast.facility, scan);
    expect(result).toMatchObject({
      outcome: 'refused',
      faults: ['unsigned', 'other_unit', 'date_not_signed'],
    });
    const picture = Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), Buffer.alloc(600, 7)]);
    expect(await offer(cast.facility, picture)).toMatchObject({ outcome: 'refused' });
    const acts = await database().select().from(auditActs).where(eq(auditActs.recordId, reportId));
    const refused = acts.filter(({ detail }) => (detail as { outcome?: string }).outcome === 'refused');
    expect(refused.length).toBeGreaterThanOrEqual(2);
    const { sha256 = '' } = (refused.at(-1)?.detail ?? {}) as { sha256?: string };
    expect(await storage().has(sha256)).toBe(false);
    expect(await database().$count(blobs, eq(blobs.sha256, sha256))).toBe(0);
  });

  it('refuses a document dated after the period', async () => {
    const bytes = await drawDecision({ ...decision, issuedOn: '2026-11-05' });
    expect(await offer(cast.facility, bytes, { issuedOn: '2026-11-05' })).toEqual({
      outcome: 'refused',
      faults: ['after_period'],
    });
    expect(await offer(cast.facility, bytes, { issuedOn: '2026-10-30' })).toEqual({
      outcome: 'refused',
      faults: ['after_period'],
    });
  });

  it('refuses the same file twice, for the same claim and at the same moment', async () => {
    const bytes = await drawDecision({ ...decision, numberSymbol: '2/QĐ-BV' });
    const both = await Promise.all([offer(cast.facility, bytes), offer(cast.head, bytes)]);
    expect(both.map(({ outcome }) => outcome).sort()).toEqual(['offered', 'refused']);
    expect(await offer(cast.facility, bytes)).toEqual({ outcome: 'refused', faults: ['used'] });
  });

  it('refuses a file that was touched after it was signed', async () => {
    const bytes = await drawDecision({ ...decision, numberSymbol: '3/QĐ-BV' });
    const touched = Buffer.concat([bytes, Buffer.from('\n% more')]);
    expect(await offer(cast.facility, touched)).toEqual({ outcome: 'refused', faults: ['altered'] });
  });

  it('takes evidence only for elements with a slot, with every field, from who may enter', async () => {
    const bytes = await drawDecision({ ...decision, numberSymbol: '4/QĐ-BV' });
    await expect(offer(cast.facility, bytes, { element: 'E15' })).rejects.toMatchObject({ code: 'invalid' });
    await expect(offer(cast.facility, bytes, { element: 'E24' })).rejects.toMatchObject({ code: 'invalid' });
    await expect(offer(cast.facility, bytes, { numberSymbol: ' ' })).rejects.toMatchObject({
      code: 'invalid',
    });
    await expect(offer(cast.facility, bytes, { reportId: otherReport })).rejects.toMatchObject({
      code: 'not_found',
    });
    await expect(offer(cast.leader, bytes)).rejects.toMatchObject({ code: 'denied' });
    await expect(offer(cast.dispatcher, bytes)).rejects.toMatchObject({ code: 'denied' });
  });
});

describe('decideEvidence', () => {
  const decide = async (actor: Actor, id: string, given: object) => {
    const version = (await linesOf()).find((one) => one.id === id)?.version ?? 0;
    return decideEvidence(actor, { id, version, decision: 'accept', ...given });
  };

  it('is the department’s, and accepts once', async () => {
    const id = await offered({ numberSymbol: '5/QĐ-BV' });
    await expect(decide(cast.facility, id, {})).rejects.toMatchObject({ code: 'denied' });
    await decide(cast.leader, id, {});
    const line = (await linesOf()).find((one) => one.id === id);
    expect(line).toMatchObject({ state: 'accepted', moves: ['refuse'] });
    expect(line?.decidedAt).not.toBeNull();
    await expect(decide(cast.leader, id, {})).rejects.toMatchObject({ code: 'unlawful_move' });
    await expect(
      decideEvidence(cast.leader, { id, version: 1, decision: 'refuse', reason: 'Ký bởi người đã nghỉ' }),
    ).rejects.toMatchObject({ code: 'conflict' });
  });

  it('refuses with a reason, and the file may be offered again', async () => {
    const bytes = await drawDecision({ ...decision, numberSymbol: '6/QĐ-BV' });
    const result = await offer(cast.facility, bytes);
    const id = result.outcome === 'offered' ? result.id : '';
    await expect(decide(cast.leader, id, { decision: 'refuse', reason: 'sai' })).rejects.toMatchObject({
      code: 'invalid',
    });
    await decide(cast.leader, id, { decision: 'refuse', reason: 'Quyết định này đã bị thay thế.' });
    expect(await offer(cast.facility, bytes)).toMatchObject({ outcome: 'offered' });
  });

  it('is barred to the natural person who entered on the facility’s behalf', async () => {
    const id = await offered({ numberSymbol: '7/QĐ-BV' });
    const bytes = await drawDecision({ ...decision, numberSymbol: '8/QĐ-BV' });
    expect(await offer(cast.editor, bytes)).toMatchObject({ outcome: 'offered' });
    await expect(decide(cast.editor, id, {})).rejects.toMatchObject({ code: 'duty_conflict' });
    await decide(cast.leader, id, {});
  });
});

describe('withdrawEvidence', () => {
  it('frees the bytes for another offer', async () => {
    const bytes = await drawDecision({ ...decision, numberSymbol: '9/QĐ-BV' });
    const result = await offer(cast.facility, bytes);
    const id = result.outcome === 'offered' ? result.id : '';
    await expect(withdrawEvidence(cast.leader, { id, version: 1 })).rejects.toMatchObject({ code: 'denied' });
    await withdrawEvidence(cast.facility, { id, version: 1 });
    await expect(withdrawEvidence(cast.facility, { id, version: 2 })).rejects.toMatchObject({
      code: 'unlawful_move',
    });
    expect(await offer(cast.facility, bytes)).toMatchObject({ outcome: 'offered' });
    const rows = await database().select().from(reportEvidence).where(eq(reportEvidence.id, id));
    expect(rows[0]?.state).toBe('withdrawn');
  });
});

describe('reading evidence', () => {
  it('is out of reach for whoever may not read the report', async () => {
    const id = await offered({ numberSymbol: '10/QĐ-BV' });
    const bytes = await drawDecision({ ...decision, facility: other, numberSymbol: '11/QĐ-BV' });
    await expect(listEvidence(cast.facility, { reportId: otherReport })).rejects.toMatchObject({
      code: 'not_found',
    });
    await expect(listEvidence(cast.dispatcher, { reportId })).rejects.toMatchObject({ code: 'denied' });
    expect((await listEvidence(cast.auditor, { reportId })).canOffer).toBe(false);
    expect((await getEvidenceFile(cast.auditor, { id })).size).toBeGreaterThan(1000);
    const foreign = await database()
      .update(reportEvidence)
      .set({ facilityId: other.id })
      .where(eq(reportEvidence.id, id))
      .returning({ id: reportEvidence.id });
    expect(foreign).toHaveLength(1);
    await expect(getEvidenceFile(cast.facility, { id })).rejects.toMatchObject({ code: 'not_found' });
    expect(bytes.length).toBeGreaterThan(1000);
  });
});
