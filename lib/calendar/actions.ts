'use server';
import { redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { parseDate } from '@/lib/i18n/parse';
import { type Say, submitForm } from '@/lib/kernel/action';
import { InvalidInput } from '@/lib/kernel/errors';
import type { FormState } from '@/lib/kernel/form-state';
import { signedInActor } from '@/lib/session/actor';
import { confirmDay } from './commands/confirm';

async function saying(): Promise<Say> {
  const [t, errors] = await Promise.all([getTranslations('calendar.fault'), getTranslations('errors.code')]);
  return (code, params = {}) => {
    const name = String(params.detail ?? '') || code;
    if (t.has(name as never)) return t(name as never);
    if (t.has(code as never)) return t(code as never);
    return errors.has(code as never) ? errors(code as never) : errors('invalid');
  };
}

/** Each field has one sentence of its own. */
function nameFaults(cause: unknown): never {
  if (!(cause instanceof InvalidInput)) throw cause;
  throw new InvalidInput(cause.issues.map(({ path }) => ({ path, code: path })));
}

/** To the page of the day that was typed. */
export async function chooseDayAction(_state: FormState, form: FormData): Promise<FormState> {
  return submitForm(form, { actor: signedInActor, say: await saying() }, async (_actor, { date = '' }) => {
    const day = parseDate(date);
    if (day === null) throw new InvalidInput([{ path: 'date', code: 'date' }]);
    redirect(`/calendar/${day}`);
  });
}

export async function confirmDayAction(_state: FormState, form: FormData): Promise<FormState> {
  return submitForm(form, { actor: signedInActor, say: await saying() }, async (actor, values) => {
    const { intent: _, ...input } = values;
    const { effect } = await confirmDay(actor, input as never).catch(nameFaults);
    const moved = effect === null ? 'later' : String(effect.later + effect.earlier);
    const { date = '' } = values;
    redirect(`/calendar?year=${date.slice(0, 4)}&done=${date}&moved=${moved}`);
  });
}
