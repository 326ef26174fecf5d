import { and, eq } from 'drizzle-orm';
import { receiveUpload } from '@/lib/documents/uploads/commands';
import { attachDocument } from '@/lib/dossiers/commands/attach';
import { openDossier, saveAnswers } from '@/lib/dossiers/commands/draft';
import { findDossier } from '@/lib/dossiers/commands/find';
import { moveDossier } from '@/lib/dossiers/commands/move';
import { settlePayment } from '@/lib/dossiers/commands/pay';
import { markComponent } from '@/lib/dossiers/commands/review';
import { submitDossier } from '@/lib/dossiers/commands/submit';
import { missingComponents } from '@/lib/dossiers/rules';
import type { MoveDossier } from '@/lib/dossiers/schema';
import { demoPeople } from '@/lib/integrations/people';
import { newId } from '@/lib/kernel/ids';
import type { Actor } from '@/lib/policy/actor';
import { needsUpload } from '@/lib/procedures/rules';
import { database } from './client';
import { feeObligations, payments } from './schema/dossiers';
import { sampleAnswers } from './seed/sample-answers';
import { actorNamed } from './testing-actors';

export type Cast = (name: string) => Actor;

/** Everybody of the demonstration, by account name. */
export async function readCast(): Promise<Cast> {
  const actors = new Map<string, Actor>();
  for (const { account } of demoPeople) actors.set(account, await actorNamed(account));
  return (name) => {
    const actor = actors.get(name);
    if (actor === undefined) throw new Error(`nobody is called ${name}`);
    return actor;
  };
}

/** The officer of a unit who holds a role: the drug administration's go by their role alone. */
export function officerName(role: string, unit: string): string {
  return unit === 'QLD' ? role : `${role}-${unit.toLowerCase()}`;
}

let papers = 0;

/** A small file like no other. */
export async function* samplePdf(words = 'mẫu'): AsyncIterable<Uint8Array> {
  papers += 1;
  yield Buffer.from(`%PDF-1.4\n% ${words} ${papers} ${process.pid}\n%%EOF\n`);
}

export async function uploadPdf(actor: Actor, words?: string): Promise<string> {
  const { id } = await receiveUpload(actor, { stream: samplePdf(words), name: 'giay-to.pdf' });
  return id;
}

/** A draft with right answers and every mandatory paper. */
export async function fillDraft(actor: Actor, procedure: string): Promise<string> {
  const { code } = await openDossier(actor, { procedure });
  const opened = await findDossier(database(), code);
  const answers = sampleAnswers(opened.definition, `test:${procedure}`, opened.dossier.answers);
  await saveAnswers(actor, { code, answers });
  const { facts } = await findDossier(database(), code);
  for (const component of missingComponents(facts))
    await attachDocument(actor, { code, component, documentId: await uploadPdf(actor, component) });
  return code;
}

/** Settles every open fee the way the payment platform's callback does. */
export async function payFees(code: string): Promise<void> {
  const { dossier } = await findDossier(database(), code);
  const open = await database()
    .select()
    .from(feeObligations)
    .where(and(eq(feeObligations.dossierId, dossier.id), eq(feeObligations.state, 'unpaid')));
  for (const { id, amount } of open) {
    const bill = `bill-${newId()}`;
    const now = new Date();
    await database().insert(payments).values({
      id: newId(),
      obligationId: id,
      bill,
      payUrl: 'http://localhost',
      state: 'open',
      createdAt: now,
    });
    await settlePayment({ billId: bill, amount, state: 'paid', transactionId: `t-${bill}`, bank: 'Mẫu' });
  }
}

export async function handIn(actor: Actor, procedure: string): Promise<string> {
  const draft = await fillDraft(actor, procedure);
  await payFees(draft);
  const { code } = await submitDossier(actor, { code: draft });
  return code;
}

export type Move = Omit<MoveDossier, 'code' | 'version'>;

/** A move with the version of this moment, as a page loaded just now would send it. */
export async function makeMove(actor: Actor, code: string, input: Move) {
  const { dossier } = await findDossier(database(), code);
  return moveDossier(actor, { code, version: dossier.version, ...input });
}

/** Judges every component; the first that is a paper is found wrong. Returns its code. */
export async function markAll(actor: Actor, code: string): Promise<string> {
  const { definition } = await findDossier(database(), code);
  const wrong = definition.components.find(needsUpload)?.code ?? definition.components[0]?.code ?? '';
  for (const { code: component } of definition.components)
    await markComponent(actor, { code, component, verdict: component === wrong ? 'wrong' : 'good' });
  return wrong;
}
