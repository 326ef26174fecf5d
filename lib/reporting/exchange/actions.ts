'use server';
import { redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { submitForm } from '@/lib/kernel/action';
import type { FormState } from '@/lib/kernel/form-state';
import { signedInActor } from '@/lib/session/actor';
import { applyKept } from './commands';
import { ImportRef } from './schema';

/** Writes the file whose dry run the person has just read. */
export async function applyImportAction(_state: FormState, form: FormData): Promise<FormState> {
  const errors = await getTranslations('errors.code');
  const say = (code: string) => (errors.has(code as never) ? errors(code as never) : errors('invalid'));
  return submitForm(form, { actor: signedInActor, say }, async (actor, { file, period = '' }) => {
    const ref = ImportRef.parse({ file, ...(period === '' ? {} : { period }) });
    const { written, reports } = await applyKept(actor, ref);
    const query = new URLSearchParams({
      ...(ref.period === undefined ? {} : { period: ref.period }),
      written: String(written),
      reports: String(reports),
    });
    redirect(`/reporting/import/${ref.file}?${query}`);
  });
}
