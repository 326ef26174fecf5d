import 'server-only';
import { buffer } from 'node:stream/consumers';
import { and, desc, eq, inArray } from 'drizzle-orm';
import { database, type Tx } from '@/db/client';
import { issuedPapers } from '@/db/schema/dossiers';
import { legalDocuments } from '@/db/schema/law';
import { keepBlob } from '@/lib/documents/commands';
import { formatDate } from '@/lib/i18n/format';
import { signing } from '@/lib/integrations/signing';
import { storage } from '@/lib/integrations/storage';
import { civilDateAt } from '@/lib/kernel/calendar';
import { DomainError } from '@/lib/kernel/errors';
import { peekNumber, takeNumber } from '@/lib/kernel/numbers';
import type { PaperDocument, PaperNumber } from '@/lib/pdf/paper';
import { type Refusal, refusal, result } from '@/lib/pdf/templates/result';
import type { Actor } from '@/lib/policy/actor';
import { citationOf } from '@/lib/procedures/rules';
import { expiryOf, refusalNumber, resultFacts, resultNumber, validityText } from '../papers/rules';
import type { FoundDossier } from './find';
import type { FormRequest } from './forms';
import { type PaperContext, readPaperContext } from './frame';
import { keepInStore, keepSignatures, type PreparedPaper, preparePaper, type SignatureFacts } from './papers';

/** The competent person signs the decision; number and date stay open for the records office. */
export async function prepareResult(request: FormRequest): Promise<PreparedPaper> {
  const { actor, now } = request;
  const { draw, context, code, expiresAt } = await drawDecision(request);
  return preparePaper({
    kind: 'result',
    number: null,
    status: 'draft',
    expiresAt,
    issuer: context.unit.name,
    now,
    draw,
    sign: { signer: approverOf(actor, context), place: 'approver', reason: code },
  });
}

type Drawing = Pick<FormRequest, 'actor' | 'found' | 'now'>;

/** The paper the decision becomes under this person's signature: what is shown before signing is what is signed. */
export async function drawDecision(request: Drawing) {
  const { actor, found, now } = request;
  const { decision, code } = found.dossier;
  if (decision === null || code === null) throw new DomainError('conflict', 'decision');
  const context = await readPaperContext(database(), found, actor.accountId);
  const expiresAt = decision.outcome === 'grant' ? expiryOf(found.definition, now) : null;
  const draw = await drawResult(request, context, {
    number: { kind: 'by_seal' },
    expiresAt,
    decision,
    conditions: [decision.text],
  });
  return { draw, context, code, expiresAt };
}

export function approverOf(actor: Actor, { officer, unit }: PaperContext) {
  return { name: actor.name, title: officer.title, organisation: unit.name, kind: 'person' as const };
}

interface Drawn {
  number: PaperNumber;
  expiresAt: Date | null;
  decision: NonNullable<FoundDossier['dossier']['decision']>;
  conditions: readonly string[];
}

/** The decision as the paper it becomes: what is granted, or which requirement is not met. */
export async function drawResult(
  { actor, found, now }: Drawing,
  context: PaperContext,
  { number, expiresAt, decision, conditions }: Drawn,
): Promise<(frame: { verifyUrl: string }) => PaperDocument> {
  const { dossier, definition } = found;
  const laws = await legalBasisOf(definition.legalBasis);
  const common = {
    dossierCode: dossier.code ?? dossier.draftCode,
    issuer: { parent: 'BỘ Y TẾ', name: context.unit.name },
    place: 'Hà Nội',
    number,
    sample: dossier.sample,
    at: now,
    authorityLine: `${context.officer.title} ${context.unit.name}`.toUpperCase(),
    legalBasis: laws,
    signatory: { authority: [context.officer.title.toUpperCase()], name: actor.name },
    recipients: ['Tổ chức, cá nhân đề nghị;', 'Bộ phận Một cửa;', 'Lưu: VT, hồ sơ điện tử.'],
  };
  if (decision.outcome === 'refuse') return drawRefusal(common, { found, context, decision });
  const validity =
    expiresAt === null ? validityText(definition) : `Đến ngày ${formatDate(civilDateAt(expiresAt))}`;
  return ({ verifyUrl }) =>
    result({
      ...common,
      verifyUrl,
      name: definition.result.title.vi,
      subtitle: dossier.subject === '' ? null : dossier.subject,
      granted: `${context.unit.name} cấp cho ${context.applicant.name}: ${definition.result.title.vi}.`,
      facts: resultFacts(definition, dossier.answers, context.applicant),
      conditions,
      validity,
    });
}

function drawRefusal(
  common: Omit<Refusal, 'verifyUrl' | 'asked' | 'applicantName' | 'reasons'>,
  { found, context, decision }: { found: FoundDossier; context: PaperContext; decision: Drawn['decision'] },
) {
  const title = found.definition.title.vi;
  const ground = decision.legalGround ?? common.legalBasis[0] ?? '';
  return ({ verifyUrl }: { verifyUrl: string }) =>
    refusal({
      ...common,
      verifyUrl,
      asked: title,
      applicantName: context.applicant.name,
      reasons: [{ requirement: title, finding: decision.text, ground }],
    });
}

async function legalBasisOf(ids: readonly string[]): Promise<string[]> {
  const rows = await database()
    .select({
      id: legalDocuments.id,
      kind: legalDocuments.kind,
      number: legalDocuments.number,
      title: { vi: legalDocuments.titleVi, en: legalDocuments.titleEn },
    })
    .from(legalDocuments)
    .where(inArray(legalDocuments.id, [...ids]));
  return ids.flatMap((id) => rows.filter((row) => row.id === id).map(citationOf));
}

/** A signed result, numbered and sealed, waiting only for its rows. */
export interface SealedResult {
  paperId: string;
  version: number;
  series: string;
  sequence: number;
  number: string;
  sha256: string;
  size: number;
  seal: SignatureFacts;
}

/** The records office numbers, dates and seals the very file the competent person signed. */
export async function prepareSeal({ found, now }: FormRequest): Promise<SealedResult> {
  const paper = await findResult(found, 'draft');
  const day = civilDateAt(now);
  const refused = found.facts.decision === 'refuse';
  const series = refused
    ? `refusal:${found.dossier.unit}:${day.slice(0, 4)}`
    : `result:${found.definition.slug}:${day.slice(0, 4)}`;
  const sequence = await peekNumber(database(), series);
  const number = refused
    ? refusalNumber(found.dossier.unit, { sequence, day })
    : resultNumber(found.definition, { sequence, day });
  const signer = { name: paper.issuer, title: '', organisation: 'Bộ Y tế', kind: 'agency' as const };
  const { pdf, signature } = await signing().sign({
    pdf: await readWhole(paper.sha256),
    signer,
    place: 'records',
    reason: number,
    at: now,
    stampText: [
      `Số: ${number}`,
      `Hà Nội, ngày ${day.slice(8)} tháng ${day.slice(5, 7)} năm ${day.slice(0, 4)}`,
    ],
  });
  const { sha256, size } = await storage().put(pdf);
  return {
    paperId: paper.id,
    version: paper.version,
    series,
    sequence,
    number,
    sha256,
    size,
    seal: { signer, ...signature },
  };
}

export async function keepSeal(
  tx: Tx,
  sealed: SealedResult,
  { found, now }: Pick<FormRequest, 'found' | 'now'>,
): Promise<void> {
  await takeNumber(tx, sealed.series, sealed.sequence);
  await keepBlob(
    tx,
    { sha256: sealed.sha256, size: sealed.size, mime: 'application/pdf', scan: 'clean' },
    now,
  );
  const [paper] = await tx
    .update(issuedPapers)
    .set({
      number: sealed.number,
      sha256: sealed.sha256,
      status: 'valid',
      issuedAt: now,
      version: sealed.version + 1,
    })
    .where(and(eq(issuedPapers.id, sealed.paperId), eq(issuedPapers.version, sealed.version)))
    .returning();
  if (paper === undefined) throw new DomainError('conflict', 'paper.version');
  await keepSignatures(tx, sealed.sha256, [sealed.seal], now);
  await keepInStore(tx, { dossier: found.dossier, paper: { ...paper, number: sealed.number }, now });
}

export async function findResult(found: FoundDossier, status: 'draft' | 'valid') {
  const [paper] = await database()
    .select()
    .from(issuedPapers)
    .where(
      and(
        eq(issuedPapers.dossierId, found.dossier.id),
        eq(issuedPapers.kind, 'result'),
        eq(issuedPapers.status, status),
      ),
    )
    .orderBy(desc(issuedPapers.issuedAt))
    .limit(1);
  if (paper === undefined) throw new DomainError('conflict', 'result');
  return paper;
}

async function readWhole(sha256: string): Promise<Buffer> {
  return buffer(await storage().open(sha256));
}
