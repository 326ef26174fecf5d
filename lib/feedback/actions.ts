'use server';
import { redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { type Say, submitForm } from '@/lib/kernel/action';
import { errorCodes, InvalidInput } from '@/lib/kernel/errors';
import type { FormState } from '@/lib/kernel/form-state';
import { signedInActor } from '@/lib/session/actor';
import { handleComplaint } from './commands/handle';
import { judgeAnswer, makeComplaint, rateDossier, supplyComplaint } from './commands/say';

const domainCodes: readonly string[] = errorCodes;
const details = ['no_result', 'rated', 'not_answered', 'complaint', 'supply', 'judge'] as const;
const fields = ['score', 'subject', 'body', 'supplement', 'satisfied', 'handling', 'text'] as const;

async function saying(): Promise<Say> {
  const [own, errors] = await Promise.all([
    getTranslations('feedback.fault'),
    getTranslations('errors.code'),
  ]);
  return (code, params = {}) => {
    const named = [...details, ...fields].find((one) => one === params.detail || one === code);
    if (named !== undefined) return own(named as 'score');
    return errors(domainCodes.includes(code) ? (code as 'invalid') : 'invalid');
  };
}

/** Each field has one sentence of its own. */
function nameFaults(cause: unknown): never {
  if (!(cause instanceof InvalidInput)) throw cause;
  throw new InvalidInput(cause.issues.map(({ path }) => ({ path, code: path })));
}

const pageOf = (code: string) => `/my/dossiers/${encodeURIComponent(code)}`;

export async function rateDossierAction(_state: FormState, form: FormData): Promise<FormState> {
  return submitForm(form, { actor: signedInActor, say: await saying() }, async (actor, values) => {
    const { code = '', score = '', remark = '' } = values;
    await rateDossier(actor, { code, score: score === '' ? null : score, remark }).catch(nameFaults);
    redirect(`${pageOf(code)}/rating?sent=1`);
  });
}

export async function makeComplaintAction(_state: FormState, form: FormData): Promise<FormState> {
  return submitForm(form, { actor: signedInActor, say: await saying() }, async (actor, values) => {
    const { code = '', subject = '', body = '', repeats = '' } = values;
    const input = { code, subject: subject as 'rules', body, ...(repeats === '' ? {} : { repeats }) };
    const made = await makeComplaint(actor, input).catch(nameFaults);
    redirect(`${pageOf(code)}/complaint/${made.code}?sent=1`);
  });
}

export async function supplyComplaintAction(_state: FormState, form: FormData): Promise<FormState> {
  return submitForm(form, { actor: signedInActor, say: await saying() }, async (actor, values) => {
    const { code = '', complaint = '', supplement = '' } = values;
    await supplyComplaint(actor, { complaint, supplement }).catch(nameFaults);
    redirect(`${pageOf(code)}/complaint/${complaint}?supplied=1`);
  });
}

export async function judgeAnswerAction(_state: FormState, form: FormData): Promise<FormState> {
  return submitForm(form, { actor: signedInActor, say: await saying() }, async (actor, values) => {
    const { code = '', complaint = '', satisfied = '' } = values;
    await judgeAnswer(actor, { complaint, satisfied: satisfied as 'yes' }).catch(nameFaults);
    redirect(`${pageOf(code)}/complaint/${complaint}?judged=1`);
  });
}

export async function handleComplaintAction(_state: FormState, form: FormData): Promise<FormState> {
  return submitForm(form, { actor: signedInActor, say: await saying() }, async (actor, values) => {
    const { complaint = '', handling = '', text = '', version = '' } = values;
    await handleComplaint(actor, { complaint, handling: handling as 'answer', text, version }).catch(
      nameFaults,
    );
    redirect(`/feedback/${complaint}?done=${handling}`);
  });
}
