'use client';
import { useTranslations } from 'next-intl';
import { useActionState } from 'react';
import { ButtonLink, ButtonRow } from '@/components/ui/button';
import { Radios } from '@/components/ui/choices';
import { ErrorSummary } from '@/components/ui/error-summary';
import { TextInput } from '@/components/ui/inputs';
import { SubmitButton } from '@/components/ui/submit-button';
import { markComponentsAction } from '@/lib/dossiers/review/actions';
import type { Mark } from '@/lib/dossiers/review/rules';
import { idle } from '@/lib/kernel/form-state';

interface WalkFormProps {
  code: string;
  lines: readonly { component: string; title: string; came: string; mark: Mark | null }[];
  backHref: string;
}

const verdicts = ['good', 'wrong', 'missing'] as const;

/** All components in one walk, so that one request can name every defect. */
export function WalkForm({ code, lines, backHref }: WalkFormProps) {
  const t = useTranslations('officer');
  const [state, send] = useActionState(markComponentsAction, idle);
  const refused = state.status === 'invalid' ? state : null;
  const typed = (name: string, otherwise: string) => refused?.values[name] ?? otherwise;
  return (
    <form action={send} noValidate className="max-w-prose">
      <ErrorSummary errors={refused?.summary ?? []} />
      <input type="hidden" name="code" value={code} />
      <ol className="flex flex-col gap-6">
        {lines.map(({ component, title, came, mark }, place) => (
          <li key={component} className="border-l-4 border-line pl-4">
            <input type="hidden" name={`marks.${place}.component`} value={component} />
            <input type="hidden" name={`marks.${place}.was`} value={mark?.verdict ?? ''} />
            <input type="hidden" name={`marks.${place}.noted`} value={mark?.note ?? ''} />
            <Radios
              inline
              name={`marks.${place}.verdict`}
              label={title}
              hint={came}
              options={verdicts.map((value) => ({ value, label: t(`components.${value}`) }))}
              defaultValue={typed(`marks.${place}.verdict`, mark?.verdict ?? '')}
            />
            <div className="mt-3">
              <TextInput
                name={`marks.${place}.note`}
                label={
                  <>
                    {t('move.walkNote')}
                    <span className="sr-only">: {title}</span>
                  </>
                }
                defaultValue={typed(`marks.${place}.note`, mark?.note ?? '')}
                maxLength={1000}
              />
            </div>
          </li>
        ))}
      </ol>
      <ButtonRow>
        <SubmitButton>{t('move.walkSave')}</SubmitButton>
        <ButtonLink href={backHref} variant="quiet">
          {t('move.cancel')}
        </ButtonLink>
      </ButtonRow>
    </form>
  );
}
