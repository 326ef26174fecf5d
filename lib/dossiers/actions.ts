'use server';
import { refresh } from 'next/cache';
import { redirect } from 'next/navigation';
import { getLocale, getTranslations } from 'next-intl/server';
import { formatDate } from '@/lib/i18n/format';
import { type FormValues, type Say, submitForm, valuesOf } from '@/lib/kernel/action';
import { civilDateAt } from '@/lib/kernel/calendar';
import { now } from '@/lib/kernel/clock';
import { DomainError, errorCodes, InvalidInput } from '@/lib/kernel/errors';
import { applyRowIntent } from '@/lib/kernel/form-rows';
import type { FormState } from '@/lib/kernel/form-state';
import type { Actor } from '@/lib/policy/actor';
import type { Field } from '@/lib/procedures/fields/define';
import { answerErrorCodes, visibleFields } from '@/lib/procedures/rules';
import { findActor, requireActor, signedInActor } from '@/lib/session/actor';
import { attachDocument, detachDocument } from './commands/attach';
import { openDossier, saveAnswers } from './commands/draft';
import { moveDossier } from './commands/move';
import { startPayment } from './commands/pay';
import { submitDossier } from './commands/submit';
import { type DossierView, getDossier } from './queries/get';
import { editableNow } from './rules';
import { declarationOf, faultsIn, faultsOf, sectionAnswers } from './tasks/rules';

interface DraftPlace {
  code: string;
  section: string;
}

/** Opens a draft and leads to its list of tasks. */
export async function startDossierAction(_state: FormState, form: FormData): Promise<FormState> {
  return submitForm(form, { actor: signedInActor, say: await words() }, async (actor, { procedure = '' }) => {
    const { code } = await openDossier(actor, { procedure });
    redirect(pageOf(code));
  });
}

/** Keeps a section; goes on only when everything in it is right. Adding or removing a row comes back to the form. */
export async function saveSectionAction(_state: FormState, form: FormData): Promise<FormState> {
  const values = valuesOf(form);
  const rows = applyRowIntent(values, values.intent);
  const labels = new Map<string, string>();
  const state = await submitForm(form, { actor: signedInActor, say: await words() }, async (actor, sent) => {
    const given = rows ?? sent;
    const { dossier, fields, answers } = await keepSection(actor, given);
    refresh();
    if (rows !== null) return;
    const merged = { ...dossier.answers, ...answers };
    const faults = faultsIn({ fields }, faultsOf(dossier.definition, merged, civilDateAt(now())));
    if (faults.length > 0) {
      await nameFields(labels, fields);
      throw new InvalidInput(faults);
    }
    redirect(backOf(sent, dossier.code));
  });
  if (state.status === 'ok' && rows !== null)
    return { status: 'invalid', values: rows, fields: {}, summary: [] };
  return withLabels(state, labels);
}

/** Stores what is typed so far, right or wrong; new questions that it opens appear on the page. */
export async function keepDraftAction(
  place: DraftPlace,
  form: FormData,
): Promise<{ savedAt: string } | { signedOut: true }> {
  const actor = await findActor();
  if (actor === null) return { signedOut: true };
  const { dossier, answers } = await keepSection(actor, { ...valuesOf(form), ...place });
  const before = visibleFields(dossier.definition, dossier.answers).length;
  if (visibleFields(dossier.definition, { ...dossier.answers, ...answers }).length !== before) refresh();
  return { savedAt: now().toISOString() };
}

/** Hands in a paper from the store again; the tick is the consent that goes to the ledger. */
export async function reuseDocumentAction(_state: FormState, form: FormData): Promise<FormState> {
  return submitForm(form, { actor: signedInActor, say: await words() }, async (actor, values) => {
    const { code = '', component = '', documentId = '', consent } = values;
    if (documentId === '') throw new InvalidInput([{ path: 'documentId', code: 'not_an_option' }]);
    if (consent !== 'true') throw new InvalidInput([{ path: 'consent', code: 'consent' }]);
    await attachDocument(actor, { code, component, documentId, reused: true });
    redirect(`${pageOf(code)}/papers/${component}?added=${component}`);
  });
}

export async function detachDocumentAction(form: FormData): Promise<void> {
  const { code = '', component = '', attachmentId = '' } = valuesOf(form);
  await detachDocument(await requireActor(), { code, attachmentId });
  redirect(`${pageOf(code)}/papers/${component}?removed=1`);
}

/** Leaves for the payment platform's page. */
export async function payAction(_state: FormState, form: FormData): Promise<FormState> {
  return submitForm(form, { actor: signedInActor, say: await words() }, async (actor, { code = '' }) => {
    const { payUrl } = await startPayment(actor, { code });
    redirect(payUrl);
  });
}

/** Declares and hands in; what is still wrong is named, nothing is lost. */
export async function submitDossierAction(_state: FormState, form: FormData): Promise<FormState> {
  const labels = new Map<string, string>();
  const state = await submitForm(
    form,
    { actor: signedInActor, say: await words() },
    async (actor, values) => {
      const dossier = await getDossier(actor, { code: values.code ?? '' });
      await declare(actor, dossier, values);
      await nameFields(
        labels,
        dossier.definition.form.flatMap(({ fields }) => fields),
      );
      const { code } = await submitDossier(actor, { code: dossier.code });
      redirect(`${pageOf(code)}/submitted`);
    },
  );
  return withLabels(state, labels);
}

async function declare(actor: Actor, dossier: DossierView, values: FormValues): Promise<void> {
  const declaration = declarationOf(dossier.definition);
  if (declaration === null) return;
  const unticked = declaration.fields.filter(({ code, required }) => required && values[code] !== 'true');
  if (unticked.length > 0)
    throw new InvalidInput(unticked.map(({ code }) => ({ path: code, code: 'declare' })));
  await saveAnswers(actor, { code: dossier.code, answers: sectionAnswers(declaration.fields, values) });
}

/** Sends back what Form 02 asked for; before acceptance the dossier is handed in again. */
export async function answerSupplementAction(_state: FormState, form: FormData): Promise<FormState> {
  return submitForm(form, { actor: signedInActor, say: await words() }, async (actor, values) => {
    const dossier = await getDossier(actor, { code: values.code ?? '' });
    const move = dossier.state === 'intake_supplement' ? 'resubmit' : 'answer_supplement';
    await moveDossier(actor, { code: dossier.code, move, version: dossier.version });
    redirect(`${pageOf(dossier.code)}?sent=1`);
  });
}

export async function withdrawAction(_state: FormState, form: FormData): Promise<FormState> {
  return submitForm(form, { actor: signedInActor, say: await words() }, async (actor, values) => {
    const { code = '', reason = '', version = '' } = values;
    if (reason.trim().length < 3) throw new InvalidInput([{ path: 'reason', code: 'reason' }]);
    await moveDossier(actor, { code, move: 'request_withdrawal', version, reason });
    redirect(`${pageOf(code)}?withdrawn=1`);
  });
}

export async function cancelDraftAction(_state: FormState, form: FormData): Promise<FormState> {
  return submitForm(form, { actor: signedInActor, say: await words() }, async (actor, values) => {
    const { code = '', version = '' } = values;
    await moveDossier(actor, { code, move: 'cancel', version });
    redirect('/my?cancelled=1');
  });
}

/** Only fields that are open now travel: a draft's all, later those a supplement request names. */
async function keepSection(actor: Actor, values: FormValues) {
  const dossier = await getDossier(actor, { code: values.code ?? '' });
  const section = dossier.definition.form.find(({ code }) => code === values.section);
  if (section === undefined) throw new DomainError('not_found', 'section');
  const fields = section.fields.filter(({ code }) => editableNow(dossier, { kind: 'answer', field: code }));
  const answers = sectionAnswers(fields, values);
  await saveAnswers(actor, { code: dossier.code, answers });
  return { dossier, fields, answers };
}

function pageOf(code: string): string {
  return `/my/dossiers/${encodeURIComponent(code)}`;
}

function backOf({ back }: FormValues, code: string): string {
  return back === 'check' || back === 'supplement' ? `${pageOf(code)}/${back}` : pageOf(code);
}

const answerCodes: readonly string[] = answerErrorCodes;
const domainCodes: readonly string[] = errorCodes;
const ownCodes = ['consent', 'declare', 'reason', 'component_missing'] as const;

async function words(): Promise<Say> {
  const [answers, errors, own, locale] = await Promise.all([
    getTranslations('procedures.answerError'),
    getTranslations('errors.code'),
    getTranslations('applicant.fault'),
    getLocale(),
  ]);
  return (code, params = {}) => {
    const { limit } = params;
    const shown =
      typeof limit === 'string' && limit.includes('-')
        ? { ...params, limit: formatDate(limit, locale) }
        : params;
    const mine = ownCodes.find((known) => known === code);
    if (mine !== undefined) return own(mine);
    if (answerCodes.includes(code)) return answers(code as 'too_long', { limit: '', ...shown });
    return errors(domainCodes.includes(code) ? (code as 'invalid') : 'invalid');
  };
}

async function nameFields(labels: Map<string, string>, fields: readonly Field[]): Promise<void> {
  const locale = await getLocale();
  for (const field of fields) {
    labels.set(field.code, field.label[locale]);
    if (field.kind !== 'list') continue;
    for (const part of field.fields) labels.set(`${field.code}.${part.code}`, part.label[locale]);
  }
}

/** In the summary an error stands far from its field, so it carries the field's name. */
function withLabels(state: FormState, labels: ReadonlyMap<string, string>): FormState {
  if (state.status !== 'invalid' || labels.size === 0) return state;
  const summary = state.summary.map(({ field, message }) => {
    const [head = '', index, part] = field.split('.');
    const label = labels.get(part === undefined ? head : `${head}.${part}`);
    const row = index === undefined ? '' : ` ${Number(index) + 1}`;
    return label === undefined ? { field: '', message } : { field, message: `${label}${row}: ${message}` };
  });
  return { ...state, summary };
}
