import 'server-only';
import { and, asc, eq, isNull } from 'drizzle-orm';
import { database, type Reader } from '@/db/client';
import { blobs, documents } from '@/db/schema/documents';
import { dossierDocuments } from '@/db/schema/dossiers';
import { storage } from '@/lib/integrations/storage';
import { canonical } from '@/lib/kernel/audit-hash';
import { sha256 } from '@/lib/kernel/audit-trail';
import { civilDateAt } from '@/lib/kernel/calendar';
import { command } from '@/lib/kernel/command';
import { DomainError, InvalidInput } from '@/lib/kernel/errors';
import { peekNumber, takeNumber, withFreshNumber } from '@/lib/kernel/numbers';
import { foldTones } from '@/lib/kernel/text';
import { submissionReceipt } from '@/lib/pdf/templates/submission-receipt';
import type { Actor } from '@/lib/policy/actor';
import type { Answers } from '@/lib/procedures/fields/define';
import { parseAnswers, visibleFields } from '@/lib/procedures/rules';
import { subjectOf } from '../papers/rules';
import { dossierCode, missingComponents } from '../rules';
import { DossierRef } from '../schema';
import { advance, holdDossier } from './advance';
import { type FoundDossier, findDossier } from './find';
import { readPaperContext } from './frame';
import { keepPaper, preparePaper } from './papers';

const submit = command({
  action: 'dossier.submit',
  sees: 'dossier.read',
  input: DossierRef,
  find: (reader, { code }) => findDossier(reader, code),
  async prepare({ actor, input, found, now }) {
    if (found.facts.state !== 'draft') throw new DomainError('unlawful_move', 'submit');
    if (input.version !== undefined && input.version !== found.dossier.version)
      throw new DomainError('conflict', 'dossier.version');
    const answers = completeAnswers(found, civilDateAt(now));
    const context = await readPaperContext(database(), found, actor.accountId);
    const day = civilDateAt(now);
    const series = `dossier:${context.unit.number}:${day}`;
    const sequence = await peekNumber(database(), series);
    const code = dossierCode({ unitNumber: context.unit.number, day, number: sequence });
    const files = await readBack(database(), found.dossier.id);
    const receipt = await preparePaper({
      kind: 'submission_receipt',
      number: `${code}/XN`,
      issuer: context.oneStop,
      now,
      sign: null,
      draw: ({ verifyUrl }) =>
        submissionReceipt({
          dossierCode: code,
          issuer: { parent: 'BỘ Y TẾ', name: context.oneStop },
          place: 'Hà Nội',
          number: { kind: 'given', text: `${code}/XN`, date: day },
          verifyUrl,
          sample: found.dossier.sample,
          at: now,
          applicantName: context.applicant.name,
          procedure: context.procedure,
          submittedAt: now,
          sequence,
          fields: fieldDigests(found, answers),
          files,
        }),
    });
    return { answers, series, sequence, code, receipt };
  },
  async run({ tx, actor, grant, found, prepared, now }) {
    const { answers, series, sequence, code, receipt } = prepared;
    await holdDossier(tx, found);
    await takeNumber(tx, series, sequence);
    const subject = subjectOf(found.definition, answers);
    await keepPaper(tx, receipt, { dossier: found.dossier, issuedBy: actor.accountId, now });
    const row = await advance(tx, found, {
      move: 'submit',
      actor,
      grant,
      now,
      paperId: receipt.id,
      payload: { paperId: receipt.id, number: receipt.number },
      set: {
        code,
        answers,
        subject,
        submittedAt: now,
        searchText: foldTones(`${code} ${found.dossier.applicantName} ${subject}`),
      },
    });
    return { code, state: row.state, receipt: { capability: receipt.capability, sha256: receipt.sha256 } };
  },
  trace: ({ prepared: { answers, receipt } }, { code }) => ({
    detail: { code, receipt: receipt.sha256, manifest: sha256(canonical(answers)) },
  }),
});

/** Hands the dossier in. The receipt is made of what was read back from storage: no receipt, no submission. */
export function submitDossier(actor: Actor, input: DossierRef) {
  return withFreshNumber(() => submit(actor, input));
}

/** Every answer right, every mandatory paper there; else one issue for each, named as the form names it. */
export function completeAnswers(found: FoundDossier, today: string): Answers {
  const parsed = parseAnswers(found.definition, found.dossier.answers, { today });
  const wrong = parsed.ok ? [] : parsed.errors.map(({ path, code, params }) => ({ path, code, params }));
  const answers = parsed.ok ? parsed.answers : found.dossier.answers;
  const missing = missingComponents({ ...found.facts, answers }).map((component) => ({
    path: `component:${component}`,
    code: 'component_missing',
  }));
  if (wrong.length + missing.length > 0) throw new InvalidInput([...wrong, ...missing]);
  return answers;
}

function fieldDigests({ definition }: FoundDossier, answers: Answers) {
  return visibleFields(definition, answers)
    .filter(({ code }) => answers[code] !== undefined)
    .map((field) => ({
      key: field.code,
      label: field.label.vi,
      digest: sha256(canonical(answers[field.code])),
    }));
}

/** The files as storage gives them back; one that cannot be read stops the submission. */
async function readBack(reader: Reader, dossierId: string) {
  const files = await reader
    .select({
      name: documents.name,
      sha256: blobs.sha256,
      size: blobs.size,
      mime: blobs.mime,
      scan: blobs.scan,
    })
    .from(dossierDocuments)
    .innerJoin(documents, eq(documents.id, dossierDocuments.documentId))
    .innerJoin(blobs, eq(blobs.sha256, documents.sha256))
    .where(and(eq(dossierDocuments.dossierId, dossierId), isNull(dossierDocuments.detachedAt)))
    .orderBy(asc(dossierDocuments.attachedAt))
    .prepare('files')
    .execute();
  for (const file of files) {
    if (file.scan === 'infected') throw new DomainError('infected_file', file.name);
    if (!(await storage().verify(file.sha256))) throw new DomainError('unavailable', 'storage');
  }
  return files;
}
