'use server';
import { redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { parseDate, parseNumber } from '@/lib/i18n/parse';
import { type FormValues, type Say, submitForm } from '@/lib/kernel/action';
import { errorCodes, type FieldIssue, InvalidInput } from '@/lib/kernel/errors';
import type { FormState } from '@/lib/kernel/form-state';
import { signedInActor } from '@/lib/session/actor';
import { enterIndicator } from './commands';
import { entryFaults } from './rules';

const domainCodes: readonly string[] = errorCodes;
const own = [...entryFaults, 'date', 'number', 'note', 'indicator_entry'] as const;

async function saying(): Promise<Say> {
  const [t, errors] = await Promise.all([
    getTranslations('indicators.entry.fault'),
    getTranslations('errors.code'),
  ]);
  return (code, params = {}) => {
    const named = own.find((one) => one === params.detail || one === code);
    if (named !== undefined) return t(named as 'date');
    return errors(domainCodes.includes(code) ? (code as 'invalid') : 'invalid');
  };
}

/** Numbers and dates as they are typed in Vietnam. */
function readValues(values: FormValues) {
  const issues: FieldIssue[] = [];
  const number = (path: string) => {
    const text = (values[path] ?? '').trim();
    if (text === '') return undefined;
    const read = parseNumber(text);
    if (read === null) issues.push({ path, code: 'number' });
    return read ?? undefined;
  };
  const asOf = parseDate(values.asOf ?? '');
  if (asOf === null) issues.push({ path: 'asOf', code: 'date' });
  const [value, numerator, denominator] = ['value', 'numerator', 'denominator'].map(number);
  const note = values.note ?? '';
  if (note.trim().length < 5) issues.push({ path: 'note', code: 'note' });
  if (asOf === null || issues.length > 0) throw new InvalidInput(issues);
  const done = (values.done ?? '').split(',').filter((code) => code !== '');
  return { asOf, value, numerator, denominator, done, note };
}

export async function enterIndicatorAction(_state: FormState, form: FormData): Promise<FormState> {
  return submitForm(form, { actor: signedInActor, say: await saying() }, async (actor, values) => {
    const { indicator = '', seen = '0' } = values;
    await enterIndicator(actor, { ...readValues(values), indicator, seen });
    redirect(`/indicators/${indicator}/entry?saved=1`);
  });
}
