'use server';
import { redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { parseDate } from '@/lib/i18n/parse';
import { type Say, submitForm } from '@/lib/kernel/action';
import type { FormState } from '@/lib/kernel/form-state';
import { signedInActor } from '@/lib/session/actor';
import { amendFacility } from './commands/amend';

async function saying(): Promise<Say> {
  const [t, errors] = await Promise.all([
    getTranslations('facilities.fault'),
    getTranslations('errors.code'),
  ]);
  return (code, params = {}) => {
    const name = String(params.detail ?? '') || code;
    if (t.has(name as never)) return t(name as never);
    if (t.has(code as never)) return t(code as never);
    return errors.has(code as never) ? errors(code as never) : errors('invalid');
  };
}

export async function amendFacilityAction(_state: FormState, form: FormData): Promise<FormState> {
  return submitForm(form, { actor: signedInActor, say: await saying() }, async (actor, values) => {
    const { intent: _, validFrom = '', ...rest } = values;
    const input = { ...rest, validFrom: parseDate(validFrom) ?? validFrom };
    await amendFacility(actor, input as never);
    redirect(`/facilities/${values.id}?done=${values.attribute}#history`);
  });
}
