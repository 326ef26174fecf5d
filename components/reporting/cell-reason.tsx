import { useTranslations } from 'next-intl';
import { Details } from '@/components/ui/details';
import { fieldId } from '@/components/ui/field';
import type { Draft } from '@/lib/reporting/entry/schema';

interface ReasonProps {
  part: string;
  name: string;
  draft: Draft;
  onEdit: (change: Partial<Draft>) => void;
  onLeave: () => void;
}

/** The words a warning asks for; they go with the value to everybody who reads it. */
export function Explanation(props: ReasonProps) {
  const t = useTranslations('reporting.cell');
  return <ReasonText {...props} label={t('explain')} />;
}

function ReasonText({ part, name, draft, onEdit, onLeave, label }: ReasonProps & { label: string }) {
  return (
    <label className="block">
      <span className="font-semibold">
        {label}
        <span className="sr-only"> {name}</span>
      </span>
      <textarea
        id={fieldId(`${part}.reason`)}
        name={`${part}.reason`}
        rows={2}
        maxLength={1000}
        value={draft.reason}
        onChange={(event) => onEdit({ reason: event.target.value })}
        onBlur={onLeave}
        className="control field-sizing-content mt-1 min-h-16 text-14"
      />
    </label>
  );
}

const states = ['value', 'not_applicable', 'unknown'] as const;

/** Zero, "not applicable" and "unknown" are three answers; the last two say why. */
export function NoValue(props: ReasonProps) {
  const { part, name, draft, onEdit } = props;
  const t = useTranslations('reporting.cell');
  const open = draft.state !== 'value';
  return (
    <Details
      summary={
        <>
          {t('noValue')}
          <span className="sr-only">: {name}</span>
        </>
      }
      open={open}
      className="no-print text-14"
    >
      <fieldset>
        <legend className="sr-only">{t('noValueOf', { name })}</legend>
        {states.map((state) => (
          <label key={state} className="flex min-h-8 items-center gap-2 pointer-coarse:min-h-11">
            <input
              type="radio"
              name={`${part}.state`}
              value={state}
              checked={draft.state === state}
              onChange={() => onEdit(state === 'value' ? { state } : { state, text: '' })}
              className="size-5 shrink-0 accent-fill"
            />
            {t(`state.${state}`)}
          </label>
        ))}
      </fieldset>
      <div className="mt-1">
        <ReasonText {...props} label={t('why')} />
      </div>
    </Details>
  );
}
