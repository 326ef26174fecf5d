'use server';
import { refresh } from 'next/cache';
import { getTranslations } from 'next-intl/server';
import { type Say, submitForm } from '@/lib/kernel/action';
import type { FormState } from '@/lib/kernel/form-state';
import { signedInActor } from '@/lib/session/actor';
import { decideEvidence, withdrawEvidence } from './commands/decide';

async function saying(): Promise<Say> {
  const [t, errors] = await Promise.all([
    getTranslations('reporting.evidence.refusal'),
    getTranslations('errors.code'),
  ]);
  return (code) => {
    if (t.has(code as never)) return t(code as never);
    return errors.has(code as never) ? errors(code as never) : errors('invalid');
  };
}

/** The button that was pressed says what is decided. */
export async function decideEvidenceAction(_state: FormState, form: FormData): Promise<FormState> {
  return submitForm(form, { actor: signedInActor, say: await saying() }, async (actor, values) => {
    const { id = '', version = '', decision = '', [`reason-${id}`]: reason } = values;
    await decideEvidence(actor, { id, version, decision: decision as 'accept', reason });
    refresh();
  });
}

export async function withdrawEvidenceAction(_state: FormState, form: FormData): Promise<FormState> {
  return submitForm(form, { actor: signedInActor, say: await saying() }, async (actor, values) => {
    const { id = '', version = '' } = values;
    await withdrawEvidence(actor, { id, version });
    refresh();
  });
}
