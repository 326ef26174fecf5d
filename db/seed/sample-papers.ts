import 'server-only';
import { and, asc, eq, inArray, notInArray, sql } from 'drizzle-orm';
import { database, type Tx, transaction } from '@/db/client';
import { accounts } from '@/db/schema/accounts';
import { documents } from '@/db/schema/documents';
import { dossierDocuments, dossierEvents, dossiers, issuedPapers } from '@/db/schema/dossiers';
import { keepBlob } from '@/lib/documents/commands';
import { documentStored } from '@/lib/documents/events';
import { findDossier } from '@/lib/dossiers/commands/find';
import { type FormRequest, prepareForm } from '@/lib/dossiers/commands/forms';
import { keepPaper } from '@/lib/dossiers/commands/papers';
import { keepSeal, prepareResult, prepareSeal } from '@/lib/dossiers/commands/results';
import type { DossierMove, DossierState } from '@/lib/dossiers/workflow';
import { storage } from '@/lib/integrations/storage';
import { enqueue } from '@/lib/kernel/outbox';
import type { PaperDocument } from '@/lib/pdf/paper';
import { renderPaper } from '@/lib/pdf/render';
import type { Actor } from '@/lib/policy/actor';
import { catalogue } from '@/lib/procedures/catalogue';
import { needsUpload, requiredComponents } from '@/lib/procedures/rules';
import { actorOfAccount } from '@/lib/session/token';
import { uuidOf } from './chance';
import { insertRows } from './rows';

type Log = (line: string) => void;

/** Papers are slow to draw and sign: as many sample dossiers get theirs as a first start can wait for. */
const drawn = 24;

const handled = [
  'issued',
  'issued_refusal',
  'returned',
  'archived',
  'result_corrected',
  'result_revoked',
] as const satisfies readonly DossierState[];

/** Files for the sample dossiers: what was handed in for all of them, and real signed papers for some. */
export async function seedPapers(log: Log, at: Date): Promise<number> {
  const [known] = await database()
    .select({ id: documents.id })
    .from(documents)
    .where(eq(documents.sample, true))
    .limit(1);
  if (known === undefined) await handIn(at);
  const waiting = await unpapered();
  for (const [index, { code }] of waiting.entries()) {
    await drawPapers(code);
    if (index % 8 === 7) log(`sample papers: ${index + 1} / ${waiting.length}`);
  }
  return waiting.length;
}

/** One stored file per kind of paper, many meanings: the same bytes serve every sample dossier. */
async function handIn(at: Date): Promise<void> {
  const kept = await storage().put(await renderPaper(sampleLetter(at)));
  await transaction(async (tx) => {
    await keepBlob(tx, { ...kept, mime: 'application/pdf', scan: 'not_scanned' }, at);
    const submitted = await tx
      .select()
      .from(dossiers)
      .where(and(eq(dossiers.sample, true), notInArray(dossiers.state, ['draft', 'cancelled'])));
    const rows = submitted.flatMap((dossier) => attachmentsOf(dossier, kept.sha256));
    await insertRows(
      tx,
      documents,
      rows.map(({ document }) => document),
    );
    await insertRows(
      tx,
      dossierDocuments,
      rows.map(({ attachment }) => attachment),
    );
    await enqueue(tx, documentStored, { sha256: kept.sha256 }, { key: `read:${kept.sha256}` });
  });
}

function attachmentsOf(dossier: typeof dossiers.$inferSelect, sha256: string) {
  const definition = catalogue.find(({ slug }) => slug === dossier.procedureSlug);
  if (definition === undefined) return [];
  const attachedAt = dossier.submittedAt ?? dossier.createdAt;
  return requiredComponents(definition, dossier.answers)
    .filter(needsUpload)
    .map(({ code, title }) => {
      const id = uuidOf(`document:${dossier.id}:${code}`);
      return {
        document: {
          id,
          sha256,
          name: `${title.vi.slice(0, 80)} (mẫu).pdf`,
          typeCode: code,
          ownerAccountId: dossier.ownerAccountId,
          ownerOrganisationId: dossier.organisationId,
          source: 'applicant_upload' as const,
          uploadedBy: dossier.ownerAccountId,
          createdAt: attachedAt,
          sample: true,
        },
        attachment: {
          id: uuidOf(`attachment:${dossier.id}:${code}`),
          dossierId: dossier.id,
          component: code,
          documentId: id,
          attachedAt,
          attachedBy: dossier.ownerAccountId,
        },
      };
    });
}

/** Finished sample dossiers without a result, those of the people one can sign in as first. */
async function unpapered(): Promise<{ code: string }[]> {
  const rows = await database()
    .select({ code: dossiers.code })
    .from(dossiers)
    .where(
      and(
        eq(dossiers.sample, true),
        inArray(dossiers.state, [...handled]),
        sql`not exists (select 1 from ${issuedPapers} where ${issuedPapers.dossierId} = ${dossiers.id})`,
      ),
    )
    .orderBy(
      sql`${dossiers.applicantName} like '%(mẫu)%'`,
      sql`${dossiers.state} not in ('result_corrected', 'result_revoked')`,
      asc(dossiers.id),
    )
    .limit(drawn);
  return rows.flatMap(({ code }) => (code === null ? [] : [{ code }]));
}

async function drawPapers(code: string): Promise<void> {
  const found = await findDossier(database(), code);
  const request = async (move: DossierMove): Promise<FormRequest> => {
    const event = await eventOf(found.dossier.id, move);
    return {
      actor: event.actor,
      found,
      now: event.at,
      input: { code, move, version: found.dossier.version },
    };
  };
  const accepted = await request('accept');
  const receipt = await prepareForm('form_01', accepted);
  const refused = found.dossier.state === 'issued_refusal';
  const signed = await request('sign');
  const result = await prepareResult(signed);
  await transaction(async (tx) => {
    await keepPaper(tx, receipt, {
      dossier: found.dossier,
      issuedBy: accepted.actor.accountId,
      now: accepted.now,
    });
    await keepPaper(tx, result, {
      dossier: found.dossier,
      issuedBy: signed.actor.accountId,
      now: signed.now,
    });
  });
  const issued = await request(refused ? 'issue_refusal' : 'issue');
  const sealed = await prepareSeal(issued);
  await transaction(async (tx) => {
    await keepSeal(tx, sealed, issued);
    await markResult(tx, found.dossier);
  });
}

async function eventOf(dossierId: string, move: DossierMove): Promise<{ actor: Actor; at: Date }> {
  const [event] = await database()
    .select({ at: dossierEvents.at, subject: accounts.subject })
    .from(dossierEvents)
    .innerJoin(accounts, eq(accounts.id, dossierEvents.actorId))
    .where(and(eq(dossierEvents.dossierId, dossierId), eq(dossierEvents.move, move)));
  const actor = event === undefined ? null : await actorOfAccount(event.subject);
  if (event === undefined || actor === null) throw new Error(`no ${move} in ${dossierId}`);
  return { actor, at: event.at };
}

/** A result that was corrected or revoked in the history is so in the register too. */
async function markResult(tx: Tx, { id, state, updatedAt }: typeof dossiers.$inferSelect): Promise<void> {
  const status = { result_corrected: 'corrected', result_revoked: 'revoked' } as const;
  if (state !== 'result_corrected' && state !== 'result_revoked') return;
  await tx
    .update(issuedPapers)
    .set({ status: status[state], statusAt: updatedAt, statusReason: 'Nội dung mẫu cho hồ sơ trình diễn.' })
    .where(and(eq(issuedPapers.dossierId, id), eq(issuedPapers.kind, 'result')));
}

function sampleLetter(at: Date): PaperDocument {
  return {
    title: 'Giấy tờ mẫu',
    heading: { title: 'GIẤY TỜ MẪU', subtitle: 'Dùng cho hồ sơ trình diễn của Cổng' },
    issuer: { parent: 'DOANH NGHIỆP MẪU', name: 'Công ty mẫu' },
    number: { kind: 'given', text: 'UQ-2024/181', date: '2024-12-12' },
    place: 'Hà Nội',
    blocks: [
      {
        kind: 'paragraph',
        text: 'Tệp này thay cho giấy tờ của người nộp trong các hồ sơ mẫu. Nội dung không có giá trị pháp lý.',
      },
      {
        kind: 'facts',
        caption: 'Nội dung mẫu',
        rows: [
          { label: 'Số giấy ủy quyền', value: 'UQ-2024/181', strong: true },
          { label: 'Hiệu lực', value: 'Từ ngày 01/01/2025 đến ngày 31/12/2027' },
        ],
      },
    ],
    recipients: [],
    signatory: null,
    dossierCode: 'MẪU',
    verifyUrl: 'https://mau.moh.example',
    sample: true,
    at,
  };
}
