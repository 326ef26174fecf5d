'use client';
import { useTranslations } from 'next-intl';
import { useActionState } from 'react';
import { ButtonLink, ButtonRow } from '@/components/ui/button';
import { Checkboxes, Radios } from '@/components/ui/choices';
import { ErrorSummary } from '@/components/ui/error-summary';
import { DateInput, Textarea, TextInput } from '@/components/ui/inputs';
import { InsetText } from '@/components/ui/notice';
import { SubmitButton } from '@/components/ui/submit-button';
import { moveDossierAction } from '@/lib/dossiers/review/actions';
import { idle } from '@/lib/kernel/form-state';
import { ItemLines } from './item-lines';
import type { EventLine, MoveFieldSpec } from './move-fields';

interface MoveFormProps {
  code: string;
  move: string;
  version: number;
  /** The history as it stands; what came after the reader opened the page is shown when they were overtaken. */
  events: readonly EventLine[];
  fields: readonly MoveFieldSpec[];
  submitLabel: string;
  backHref: string;
  danger?: boolean;
}

type ByName = Readonly<Record<string, string>>;
const nothing: ByName = {};

/** One move with what it needs; refused, it comes back with what was typed and what happened meanwhile. */
export function MoveForm({
  code,
  move,
  version,
  events,
  fields,
  submitLabel,
  backHref,
  danger = false,
}: MoveFormProps) {
  const t = useTranslations('officer.move');
  const [state, send] = useActionState(moveDossierAction, idle);
  const refused = state.status === 'invalid' ? state : null;
  const overtaken = refused !== null && refused.values.version !== String(version);
  return (
    <form action={send} noValidate className="flex max-w-prose flex-col gap-7">
      {overtaken ? (
        <Overtaken events={events} seen={Number(refused.values.seen)} />
      ) : (
        <ErrorSummary errors={refused?.summary ?? []} />
      )}
      <input type="hidden" name="code" value={code} />
      <input type="hidden" name="move" value={move} />
      <input type="hidden" name="version" value={version} />
      <input type="hidden" name="seen" value={events.at(-1)?.seq ?? 0} />
      {fields.map((field) => (
        <MoveField
          key={field.name}
          field={field}
          values={refused?.values ?? null}
          errors={refused?.fields ?? nothing}
        />
      ))}
      <ButtonRow>
        <SubmitButton variant={danger ? 'danger' : 'primary'}>{submitLabel}</SubmitButton>
        <ButtonLink href={backHref} variant="quiet">
          {t('cancel')}
        </ButtonLink>
      </ButtonRow>
    </form>
  );
}

function MoveField({
  field,
  values,
  errors,
}: {
  field: MoveFieldSpec;
  values: ByName | null;
  errors: ByName;
}) {
  const { name, label, hint } = field;
  const frame = { name, label, hint, error: errors[name] };
  const typed = values?.[name];
  switch (field.kind) {
    case 'textarea':
      return (
        <Textarea
          {...frame}
          required={field.required}
          defaultValue={typed ?? field.value ?? ''}
          maxLength={4000}
        />
      );
    case 'radios':
      return field.options.length === 0 ? (
        <InsetText tone="warn">{field.empty}</InsetText>
      ) : (
        <Radios {...frame} options={field.options} defaultValue={typed ?? field.value} />
      );
    case 'checkboxes':
      return field.options.length === 0 ? (
        <InsetText tone="warn">{field.empty}</InsetText>
      ) : (
        <Checkboxes {...frame} options={field.options} defaultValues={typed?.split(',') ?? []} />
      );
    case 'amount':
      return (
        <TextInput
          {...frame}
          width="half"
          inputMode="numeric"
          suffix={field.suffix}
          defaultValue={typed ?? field.value ?? ''}
        />
      );
    case 'date':
      return <DateInput {...frame} defaultValue={typed ?? ''} />;
    case 'items':
      return <ItemLines field={field} values={values} errors={errors} />;
  }
}

function Overtaken({ events, seen }: { events: readonly EventLine[]; seen: number }) {
  const t = useTranslations('officer.move');
  const since = events.filter(({ seq }) => seq > seen);
  return (
    <div role="alert">
      <InsetText tone="warn">
        <h2>{t('conflictTitle')}</h2>
        <p>{t('conflictBody')}</p>
        <h3 className="mt-3">{t('conflictSince')}</h3>
        {since.length === 0 && <p>{t('conflictQuiet')}</p>}
        <ol>
          {since.map(({ seq, title, detail }) => (
            <li key={seq}>
              <span className="font-semibold">{title}</span>, {detail}
            </li>
          ))}
        </ol>
      </InsetText>
    </div>
  );
}
