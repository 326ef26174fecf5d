'use client';
import { useTranslations } from 'next-intl';
import { useActionState } from 'react';
import { ButtonLink, ButtonRow } from '@/components/ui/button';
import { Radios } from '@/components/ui/choices';
import { ErrorSummary } from '@/components/ui/error-summary';
import { DateInput, Textarea, TextInput } from '@/components/ui/inputs';
import { SubmitButton } from '@/components/ui/submit-button';
import { describeDocumentAction } from '@/lib/dossiers/review/actions';
import { idle } from '@/lib/kernel/form-state';

export interface Described {
  numberSymbol: string;
  issuingAgency: string;
  issueDate: string;
  expiryDate: string;
  abstract: string;
  copyKind: string;
}

interface DescribeFormProps {
  id: string;
  version: number;
  /** Paper that follows on the strip. */
  next: string | null;
  values: Described;
  /** Fields whose value the machine proposes. */
  proposed: readonly (keyof Described)[];
}

const copies = ['original', 'certified', 'electronic'] as const;

/** The facts of one paper beside its page; the machine's proposals say that they are proposals. */
export function DescribeForm({ id, version, next, values, proposed }: DescribeFormProps) {
  const t = useTranslations('documents');
  const [state, send] = useActionState(describeDocumentAction, idle);
  const refused = state.status === 'invalid' ? state : null;
  const field = (name: keyof Described, hint?: string) => ({
    name,
    label: t(`field.${name}`),
    hint: proposed.includes(name) ? t('proposed') : hint,
    error: refused?.fields[name],
    defaultValue: refused?.values[name] ?? values[name],
  });
  return (
    <form action={send} noValidate className="flex flex-col gap-4" data-submit-keys="">
      <ErrorSummary errors={refused?.summary ?? []} />
      <input type="hidden" name="id" value={id} />
      <input type="hidden" name="version" value={version} />
      <input type="hidden" name="next" value={next ?? ''} />
      <TextInput {...field('numberSymbol')} maxLength={100} />
      <TextInput {...field('issuingAgency')} maxLength={200} />
      <div className="grid gap-4 sm:grid-cols-2">
        <DateInput {...field('issueDate')} />
        <DateInput {...field('expiryDate', t('hint.expiryDate'))} />
      </div>
      <Textarea {...field('abstract', t('hint.abstract'))} rows={2} maxLength={500} />
      <Radios
        inline
        name="copyKind"
        label={t('field.copyKind')}
        options={copies.map((value) => ({ value, label: t(`copy.${value}`) }))}
        defaultValue={refused?.values.copyKind ?? values.copyKind}
      />
      <ButtonRow>
        <SubmitButton>{t('save')}</SubmitButton>
        {next !== null && (
          <ButtonLink href={`/documents?id=${next}`} variant="quiet">
            {t('skip')}
          </ButtonLink>
        )}
      </ButtonRow>
    </form>
  );
}
