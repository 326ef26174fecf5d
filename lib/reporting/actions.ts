'use server';
import { refresh } from 'next/cache';
import { redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { type FormValues, type Say, submitForm } from '@/lib/kernel/action';
import { InvalidInput } from '@/lib/kernel/errors';
import type { FormState } from '@/lib/kernel/form-state';
import { signedInActor } from '@/lib/session/actor';
import { lockReports } from './commands/lock';
import { moveReport } from './commands/move';
import { openReport } from './commands/open';
import type { MoveReport } from './schema';

async function saying(): Promise<Say> {
  const [t, errors] = await Promise.all([getTranslations('reporting.fault'), getTranslations('errors.code')]);
  return (code, params = {}) => {
    for (const name of [String(params.detail ?? ''), code])
      if (name !== '' && t.has(name as never)) return t(name as never);
    return errors.has(code as never) ? errors(code as never) : errors('invalid');
  };
}

/** Opens the form of a period and leads to it; whoever comes second lands in the same report. */
export async function openReportAction(_state: FormState, form: FormData): Promise<FormState> {
  return submitForm(form, { actor: signedInActor, say: await saying() }, async (actor, values) => {
    const { facilityId = '', periodId = '', formId = '' } = values;
    const { id } = await openReport(actor, { facilityId, periodId, formId });
    redirect(`/reporting/${id}`);
  });
}

/** The button that was pressed names the move; remarks stand at the elements they are about. */
export async function moveReportAction(_state: FormState, form: FormData): Promise<FormState> {
  return submitForm(form, { actor: signedInActor, say: await saying() }, async (actor, values) => {
    const input = moveOf(values);
    await moveReport(actor, input).catch((cause) => nameFields(cause, values));
    redirect(`/reporting/${input.reportId}?done=${input.move}`);
  });
}

const remarkElements = (values: FormValues): string[] =>
  Object.entries(values)
    .filter(([name, text]) => /^remark\.E\d{2}$/.test(name) && text.trim() !== '')
    .map(([name]) => name.slice('remark.'.length));

function moveOf(values: FormValues): MoveReport {
  const { reportId = '', version = '', intent = '', reason = '' } = values;
  const about = { reportId, version };
  switch (intent) {
    case 'return':
      return {
        ...about,
        move: 'return',
        reason,
        remarks: remarkElements(values).map((element) => ({
          element,
          text: values[`remark.${element}`] ?? '',
        })),
      };
    case 'reopen':
      return { ...about, move: 'reopen', reason };
    case 'verify':
    case 'lock':
      return { ...about, move: intent };
    default:
      throw new InvalidInput([{ path: '', code: 'unlawful_move' }]);
  }
}

/** The command counts remarks from zero; the form knows them by their elements. */
function nameFields(cause: unknown, values: FormValues): never {
  if (!(cause instanceof InvalidInput)) throw cause;
  const elements = remarkElements(values);
  throw new InvalidInput(
    cause.issues.map(({ path }) => {
      const [, index] = /^remarks\.(\d+)/.exec(path) ?? [];
      return index === undefined
        ? { path, code: path === 'reason' ? 'reason_short' : 'invalid_text' }
        : { path: `remark.${elements[Number(index)] ?? ''}`, code: 'remark_short' };
    }),
  );
}

/** Locks the verified reports of a province, or all; what was refused is told with its reason. */
export async function lockReportsAction(_state: FormState, form: FormData): Promise<FormState> {
  const say = await saying();
  const t = await getTranslations('reporting.lockAll');
  let message = '';
  const state = await submitForm(form, { actor: signedInActor, say }, async (actor, values) => {
    const { periodId = '', formId = '', unitCode = '' } = values;
    const { locked, refused, more } = await lockReports(actor, {
      periodId,
      formId,
      ...(unitCode === '' ? {} : { unitCode }),
    });
    const why = Map.groupBy(refused, ({ code }) => code);
    message = [
      t('locked', { count: locked }),
      ...[...why].map(([code, ones]) => t('refused', { count: ones.length, why: say(code) })),
      more ? t('more') : '',
    ]
      .filter((sentence) => sentence !== '')
      .join(' ');
    refresh();
  });
  return state.status === 'ok' ? { status: 'ok', message } : state;
}
