import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { and, eq, ne, sql } from 'drizzle-orm';
import fc from 'fast-check';
import { beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { database } from '@/db/client';
import { blobs, documentReadings, documents } from '@/db/schema/documents';
import { dossierDocuments } from '@/db/schema/dossiers';
import { useDatabase } from '@/db/testing';
import { seedPeople } from '@/db/testing-actors';
import { type Cast, fillDraft, payFees, readCast } from '@/db/testing-dossiers';
import { attachDocument, detachDocument } from '@/lib/dossiers/commands/attach';
import { openDossier } from '@/lib/dossiers/commands/draft';
import { findDossier } from '@/lib/dossiers/commands/find';
import { submitDossier } from '@/lib/dossiers/commands/submit';
import { eicar } from '@/lib/integrations/scanner/simulator';
import { storage } from '@/lib/integrations/storage';
import { addDocument, removeDocument } from './commands';
import { purgeOrphans, readDocument, scanUnscanned } from './jobs';
import { receiveUpload } from './uploads/commands';

const limit = 4096;
const read = vi.hoisted(() => ({ times: 0, refuses: false }));

vi.mock('./schema', async (original) => ({
  ...(await original<typeof import('./schema')>()),
  maxUploadBytes: 4096,
}));
vi.mock('@/lib/integrations/scanner', async () => {
  const { simulatedScanner } = await import('@/lib/integrations/scanner/simulator');
  return { scanner: () => simulatedScanner() };
});
vi.mock('@/lib/integrations/ocr', async () => {
  const { DomainError } = await import('@/lib/kernel/errors');
  return {
    ocr: () => ({
      read: async () => {
        read.times += 1;
        if (read.refuses) throw new DomainError('unsupported_file', 'ocr');
        return {
          engine: 'test',
          pages: [{ text: 'Giấy phép', width: 1, height: 1, words: [], confidence: 0.9 }],
        };
      },
    }),
  };
});

// Many acts per test: a busy machine may take its time.
vi.setConfig({ testTimeout: 600_000, hookTimeout: 180_000 });
useDatabase();

let cast: Cast;
beforeAll(async () => {
  await seedPeople();
  cast = await readCast();
});

const contentOf = (text: string) => Buffer.from(`%PDF-1.4\n% ${text}\n%%EOF\n`);
const hashOf = (content: Buffer) => createHash('sha256').update(content).digest('hex');
const upload = (content: Buffer, name = 'giay.pdf', who = 'business') =>
  receiveUpload(cast(who), { stream: Readable.from([content]), name });
const count = async () => ({
  blobs: await database().$count(blobs),
  documents: await database().$count(documents),
});

describe('an upload', () => {
  it('of the same file twice is one blob and two documents', async () => {
    const content = contentOf('the same');
    const before = await count();
    const [first, second] = [await upload(content, 'a.pdf'), await upload(content, 'b.pdf')];
    expect(first).toMatchObject({
      sha256: hashOf(content),
      size: content.length,
      mime: 'application/pdf',
      scan: 'clean',
    });
    expect(second.id).not.toBe(first.id);
    expect(await count()).toEqual({ blobs: before.blobs + 1, documents: before.documents + 2 });
    expect(await storage().verify(first.sha256)).toBe(true);
  });

  it('of 12 equal files at once is one blob and twelve documents', async () => {
    const content = contentOf('at once');
    const before = await count();
    await Promise.all(Array.from({ length: 12 }, () => upload(content)));
    expect(await count()).toEqual({ blobs: before.blobs + 1, documents: before.documents + 12 });
  });

  it.each([
    ['a program', Buffer.from('MZ\u0090\u0000'), 'unsupported_file'],
    ['a page', Buffer.from('<html><script>alert(1)</script></html>'), 'unsupported_file'],
    ['nothing', Buffer.alloc(0), 'unsupported_file'],
    ['one byte too many', Buffer.concat([Buffer.from('%PDF-1.4\n'), Buffer.alloc(limit - 8)]), 'too_large'],
    ['a virus', contentOf(eicar), 'infected_file'],
  ])('of %s is refused and leaves nothing', async (_, content, code) => {
    const before = await count();
    await expect(upload(content)).rejects.toMatchObject({ code });
    expect(await count()).toEqual(before);
    expect(await storage().has(hashOf(content))).toBe(false);
  });

  it('of exactly the limit is taken', async () => {
    const content = Buffer.concat([Buffer.from('%PDF-1.4\n'), Buffer.alloc(limit - 9)]);
    expect((await upload(content)).size).toBe(limit);
  });

  it('that breaks off is refused with its own reason and leaves nothing', async () => {
    const broken = async function* () {
      yield contentOf('begins');
      throw new Error('connection lost');
    };
    const before = await count();
    await expect(receiveUpload(cast('business'), { stream: broken(), name: 'x.pdf' })).rejects.toThrow(
      'connection lost',
    );
    expect(await count()).toEqual(before);
  });

  it('keeps a name as data', async () => {
    const name = '"><script>alert(1)</script>.pdf';
    const { id } = await upload(contentOf('script'), name);
    const [kept] = await database()
      .select({ name: documents.name })
      .from(documents)
      .where(eq(documents.id, id));
    expect(kept?.name).toBe(name);
    await expect(upload(contentOf('blank'), '   ')).rejects.toMatchObject({ code: 'invalid' });
  });

  it('is refused to whoever has no right, and in another’s name', async () => {
    await expect(upload(contentOf('auditor'), 'x.pdf', 'auditor')).rejects.toMatchObject({ code: 'denied' });
    const onBehalfOf = { accountId: cast('business').accountId, organisationId: null };
    const content = contentOf('behalf');
    await expect(
      addDocument(cast('citizen'), {
        sha256: hashOf(content),
        size: 9,
        mime: 'application/pdf',
        scan: 'clean',
        name: 'x.pdf',
        onBehalfOf,
      }),
    ).rejects.toMatchObject({ code: 'denied' });
    const stored = await receiveUpload(cast('one-stop'), {
      stream: Readable.from([content]),
      name: 'quay.pdf',
      onBehalfOf,
    });
    const [kept] = await database().select().from(documents).where(eq(documents.id, stored.id));
    expect(kept).toMatchObject({
      ownerAccountId: onBehalfOf.accountId,
      source: 'scan_counter',
      uploadedBy: cast('one-stop').accountId,
    });
  });
});

describe('a document', () => {
  it('of another owner can neither be attached nor removed; a colleague’s of one organisation can', async () => {
    const { code } = await openDossier(cast('business'), { procedure: 'cosmetics-notification' });
    const { definition } = await findDossier(database(), code);
    const component = definition.components[0]?.code ?? '';
    const foreign = await upload(contentOf('foreign'), 'x.pdf', 'citizen');
    await expect(
      attachDocument(cast('business'), { code, component, documentId: foreign.id }),
    ).rejects.toMatchObject({ code: 'not_found' });
    await expect(removeDocument(cast('business'), { id: foreign.id })).rejects.toMatchObject({
      code: 'denied',
    });
    const colleague = await upload(contentOf('colleague'), 'x.pdf', 'business-member');
    await attachDocument(cast('business'), { code, component, documentId: colleague.id });
  });

  it('in a dossier can’t be removed; taken out of a draft it can; handed in it never can', async () => {
    const code = await fillDraft(cast('business'), 'cosmetics-notification');
    const { dossier } = await findDossier(database(), code);
    const [attached] = await database()
      .select()
      .from(dossierDocuments)
      .where(eq(dossierDocuments.dossierId, dossier.id));
    const documentId = attached?.documentId ?? '';
    await expect(removeDocument(cast('business'), { id: documentId })).rejects.toMatchObject({
      detail: 'document.in_use',
    });
    await detachDocument(cast('business'), { code, attachmentId: attached?.id ?? '' });
    await attachDocument(cast('business'), { code, component: attached?.component ?? '', documentId });
    await payFees(code);
    await submitDossier(cast('business'), { code });
    await database()
      .update(dossierDocuments)
      .set({ detachedAt: new Date() })
      .where(eq(dossierDocuments.documentId, documentId));
    await expect(removeDocument(cast('business'), { id: documentId })).rejects.toMatchObject({
      detail: 'document.in_use',
    });
  });

  it('is attached or removed, never both, when both are asked at once', async () => {
    const { code } = await openDossier(cast('business'), { procedure: 'cosmetics-notification' });
    const { definition } = await findDossier(database(), code);
    const component = definition.components.find(({ maxFiles }) => maxFiles >= 1)?.code ?? '';
    for (let round = 0; round < 12; round += 1) {
      const { id } = await upload(contentOf(`race ${round}`));
      const [attached, removed] = await Promise.allSettled([
        attachDocument(cast('business'), { code, component, documentId: id }),
        removeDocument(cast('business'), { id }),
      ]);
      expect([attached.status, removed.status].sort()).toEqual(['fulfilled', 'rejected']);
      if (attached.status === 'fulfilled')
        await detachDocument(cast('business'), { code, attachmentId: attached.value.id });
    }
  });

  it('found infected later can’t be handed in', async () => {
    const code = await fillDraft(cast('business'), 'cosmetics-notification');
    await payFees(code);
    const { dossier } = await findDossier(database(), code);
    const [attached] = await database()
      .select({ sha256: documents.sha256 })
      .from(dossierDocuments)
      .innerJoin(documents, eq(documents.id, dossierDocuments.documentId))
      .where(eq(dossierDocuments.dossierId, dossier.id));
    const sha256 = attached?.sha256 ?? '';
    await database().update(blobs).set({ scan: 'infected' }).where(eq(blobs.sha256, sha256));
    await expect(submitDossier(cast('business'), { code })).rejects.toMatchObject({ code: 'infected_file' });
    await database().update(blobs).set({ scan: 'not_scanned' }).where(eq(blobs.sha256, sha256));
    await scanUnscanned.run({});
    await submitDossier(cast('business'), { code });
  });
});

describe('jobs', () => {
  beforeEach(() => {
    read.times = 0;
  });

  it('read a file once, however often they run and whatever it is called', async () => {
    const { sha256 } = await upload(contentOf('to read'));
    await upload(contentOf('to read'), 'again.pdf');
    for (let run = 0; run < 3; run += 1) await readDocument.run({ sha256 });
    expect(read.times).toBe(1);
    expect(await database().$count(documentReadings, eq(documentReadings.sha256, sha256))).toBe(1);
    await readDocument.run({ sha256: '0'.repeat(64) });
  });

  it('do not try again what no engine can read', async () => {
    const { sha256 } = await upload(contentOf('unreadable'));
    read.refuses = true;
    for (let run = 0; run < 3; run += 1) await readDocument.run({ sha256 });
    read.refuses = false;
    expect(read.times).toBe(1);
    const [kept] = await database()
      .select()
      .from(documentReadings)
      .where(eq(documentReadings.sha256, sha256));
    expect(kept).toMatchObject({ engine: 'none', text: '', pages: [], confidence: null });
  });

  it('purge only after the quarantine, take the words read along, and go on to the next', async () => {
    const { id, sha256 } = await upload(contentOf('to purge'));
    await readDocument.run({ sha256 });
    await removeDocument(cast('business'), { id });
    await purgeOrphans.run({});
    expect(await storage().has(sha256)).toBe(true);
    await age(sha256);
    await purgeOrphans.run({});
    expect(await storage().has(sha256)).toBe(false);
    expect(await database().$count(documentReadings, eq(documentReadings.sha256, sha256))).toBe(0);
    expect(
      await database().$count(
        blobs,
        and(eq(blobs.sha256, sha256), ne(sql`orphaned_at is not null`, sql`false`)),
      ),
    ).toBe(0);
    const again = await upload(contentOf('to purge'));
    expect(await storage().verify(again.sha256)).toBe(true);
  });

  it('never lose bytes somebody uploads again while they are purged', async () => {
    for (let round = 0; round < 10; round += 1) {
      const content = contentOf(`purge race ${round}`);
      const { id, sha256 } = await upload(content);
      await removeDocument(cast('business'), { id });
      await age(sha256);
      const [again] = await Promise.allSettled([upload(content), purgeOrphans.run({})]);
      const meant = await database().$count(
        documents,
        and(eq(documents.sha256, sha256), eq(documents.status, 'active')),
      );
      expect(meant).toBe(again.status === 'fulfilled' ? 1 : 0);
      if (meant > 0) expect(await storage().verify(sha256)).toBe(true);
    }
  });
});

const age = (sha256: string) =>
  database()
    .update(blobs)
    .set({ orphanedAt: new Date(Date.now() - 31 * 86_400_000) })
    .where(and(eq(blobs.sha256, sha256), sql`orphaned_at is not null`));

describe('any order of upload, attach, detach, remove and purge', () => {
  it('keeps the bytes of every paper that still means something', async () => {
    const act = fc.tuple(
      fc.constantFrom('upload', 'attach', 'detach', 'remove', 'purge'),
      fc.nat(2),
      fc.nat(5),
    );
    let run = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(act, { minLength: 4, maxLength: 14 }), async (acts) => {
        run += 1;
        const { code } = await openDossier(cast('business'), { procedure: 'cosmetics-notification' });
        const { definition } = await findDossier(database(), code);
        const component = definition.components[0]?.code ?? '';
        const [alive, attached] = [new Map<string, string>(), new Map<string, string>()];
        for (const [name, which, pick] of acts) {
          const content = contentOf(`property ${run} ${which}`);
          const ids = [...alive.keys()];
          const id = ids[pick % Math.max(1, ids.length)] ?? '';
          if (name === 'upload') alive.set((await upload(content)).id, hashOf(content));
          if (name === 'attach' && id !== '' && attached.size === 0)
            attached.set(
              id,
              (await attachDocument(cast('business'), { code, component, documentId: id })).id,
            );
          const attachment = attached.get(id);
          if (name === 'detach' && attachment !== undefined) {
            await detachDocument(cast('business'), { code, attachmentId: attachment });
            attached.delete(id);
          }
          if (name === 'remove' && id !== '') {
            const removed = removeDocument(cast('business'), { id });
            if (attachment === undefined) {
              await removed;
              alive.delete(id);
            } else await expect(removed).rejects.toMatchObject({ code: 'conflict' });
          }
          if (name === 'purge') {
            for (let one = 0; one < 3; one += 1) await age(hashOf(contentOf(`property ${run} ${one}`)));
            await purgeOrphans.run({});
            for (let one = 0; one < 3; one += 1) {
              const sha256 = hashOf(contentOf(`property ${run} ${one}`));
              expect(await storage().has(sha256)).toBe([...alive.values()].includes(sha256));
            }
          }
          for (const sha256 of alive.values()) expect(await storage().verify(sha256)).toBe(true);
        }
      }),
      { numRuns: 12 },
    );
  });
});
