'use server';
import { refresh } from 'next/cache';
import { redirect } from 'next/navigation';
import { getMessages, getTranslations } from 'next-intl/server';
import { describeDocument } from '@/lib/documents/commands';
import { moveDossier } from '@/lib/dossiers/commands/move';
import { markComponent } from '@/lib/dossiers/commands/review';
import { type FormValues, type Say, submitForm } from '@/lib/kernel/action';
import { DomainError, InvalidInput } from '@/lib/kernel/errors';
import type { FormState } from '@/lib/kernel/form-state';
import { civilDateOf, numberOf } from '@/lib/procedures/fields/rules';
import { requireStaff } from '@/lib/session/staff';
import { type ItemPlaces, inputOfMove, marksOf, placeOfItem } from './forms/rules';

/** Words of a refusal: the field with its fault, the condition that fails, or the general sentence of its code. */
async function saying(): Promise<Say> {
  const [t, { officer, errors }] = await Promise.all([getTranslations('officer'), getMessages()]);
  const guards = new Map(Object.entries(officer.guard));
  const faults = new Map([...Object.entries(errors.code), ...Object.entries(officer.fault)]);
  const fields = new Map(Object.entries(officer.field));
  return (code, { detail = '', path = '' } = {}) => {
    const field = fields.get(String(path).split('.').at(-1) ?? '');
    const guard = guards.get(String(detail).replaceAll('.', '_'));
    const fault = guard ?? faults.get(code) ?? officer.fault.invalid;
    return field === undefined
      ? fault
      : t('faultAt', { field, fault: fault.charAt(0).toLowerCase() + fault.slice(1) });
  };
}

/** A summary names the field, so each fault takes its place along. */
function placed(cause: unknown, places: ItemPlaces = []): unknown {
  if (!(cause instanceof InvalidInput)) return cause;
  return new InvalidInput(
    cause.issues.map((issue) => {
      const path = placeOfItem(issue.path, places);
      return { ...issue, path, params: { ...issue.params, path } };
    }),
  );
}

/** Whoever was overtaken sees at once what the other person did; what was typed stays. */
async function showNewest<T>(act: Promise<T>): Promise<T> {
  try {
    return await act;
  } catch (cause) {
    if (cause instanceof DomainError && cause.code === 'conflict') refresh();
    throw cause;
  }
}

/** One move of the workflow, sent from its own page. */
export async function moveDossierAction(_state: FormState, form: FormData): Promise<FormState> {
  return submitForm(form, { actor: requireStaff, say: await saying() }, async (actor, values) => {
    const { input, places } = inputOfMove(values, { civilDateOf, numberOf });
    try {
      await showNewest(moveDossier(actor, input));
    } catch (cause) {
      throw placed(cause, places);
    }
    redirect(`/dossiers/${encodeURIComponent(input.code)}?done=${input.move}`);
  });
}

/** The judgement of all components at once, before a supplement is asked. */
export async function markComponentsAction(_state: FormState, form: FormData): Promise<FormState> {
  return submitForm(form, { actor: requireStaff, say: await saying() }, async (actor, values) => {
    for (const mark of marksOf(values)) await showNewest(markComponent(actor, mark));
    redirect(`/dossiers/${encodeURIComponent(values.code ?? '')}/ask_supplement`);
  });
}

/** One judgement, from the dossier itself; the page comes back to the paper that was open. */
export async function markComponentAction(_state: FormState, form: FormData): Promise<FormState> {
  return submitForm(form, { actor: requireStaff, say: await saying() }, async (actor, values) => {
    const { code = '', component = '', verdict = '', note = '' } = values;
    await showNewest(
      markComponent(actor, {
        code,
        component,
        verdict: verdictOf(verdict),
        ...(note === '' ? {} : { note }),
      }),
    );
    redirect(`/dossiers/${encodeURIComponent(code)}${backTo(values)}`);
  });
}

function verdictOf(text: string): 'good' | 'wrong' | 'missing' {
  if (text === 'good' || text === 'wrong' || text === 'missing') return text;
  throw placed(new InvalidInput([{ path: 'verdict', code: 'required' }]));
}

function backTo({ paper, page }: FormValues): string {
  const search = new URLSearchParams({ ...(paper ? { paper } : {}), ...(page ? { page } : {}) }).toString();
  return search === '' ? '' : `?${search}`;
}

/** Metadata of a digitised paper; the bench then opens the next one. */
export async function describeDocumentAction(_state: FormState, form: FormData): Promise<FormState> {
  return submitForm(form, { actor: requireStaff, say: await saying() }, async (actor, values) => {
    const { id = '', version = '', next = '', copyKind, ...rest } = values;
    const given = (name: string) =>
      rest[name] === undefined || rest[name].trim() === '' ? undefined : rest[name].trim();
    const missing = ['numberSymbol', 'issuingAgency', 'issueDate', 'abstract'].filter(
      (name) => given(name) === undefined,
    );
    if (missing.length > 0)
      throw placed(new InvalidInput(missing.map((path) => ({ path, code: 'required' }))));
    const expiryDate = given('expiryDate');
    await showNewest(
      describeDocument(actor, {
        id,
        version,
        numberSymbol: given('numberSymbol'),
        issuingAgency: given('issuingAgency'),
        issueDate: civilDateOf(given('issueDate') ?? ''),
        ...(expiryDate === undefined ? {} : { expiryDate: civilDateOf(expiryDate) }),
        abstract: given('abstract'),
        ...(copyKind === 'original' || copyKind === 'certified' || copyKind === 'electronic'
          ? { copyKind }
          : {}),
      }),
    );
    redirect(next === '' ? '/documents?done=1' : `/documents?id=${encodeURIComponent(next)}&done=1`);
  });
}
