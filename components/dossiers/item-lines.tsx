'use client';
import { useTranslations } from 'next-intl';
import { Checkbox } from '@/components/ui/choices';
import { Textarea } from '@/components/ui/inputs';
import { InsetText } from '@/components/ui/notice';
import type { ItemLine, MoveFieldSpec } from './move-fields';

interface ItemLinesProps {
  field: Extract<MoveFieldSpec, { kind: 'items' }>;
  values: Readonly<Record<string, string>> | null;
  errors: Readonly<Record<string, string>>;
}

/** Every item of one request; unticked lines are not sent. */
export function ItemLines({ field, values, errors }: ItemLinesProps) {
  const t = useTranslations('officer.move');
  if (field.lines.length === 0) return <InsetText tone="warn">{t('itemsNone')}</InsetText>;
  return (
    <fieldset id="field-items">
      <legend className="font-semibold">{field.label}</legend>
      {field.hint !== undefined && <p className="text-small text-muted">{field.hint}</p>}
      {errors.items !== undefined && <p className="mt-1 font-semibold text-danger">{t('itemsFault')}</p>}
      <ol className="mt-3 flex flex-col gap-6">
        {field.lines.map((line, place) => (
          <ItemRow
            key={line.component}
            line={line}
            place={`items.${place}`}
            values={values}
            errors={errors}
          />
        ))}
      </ol>
    </fieldset>
  );
}

function ItemRow({
  line,
  place,
  values,
  errors,
}: { line: ItemLine; place: string } & Omit<ItemLinesProps, 'field'>) {
  const t = useTranslations('officer.move');
  const asked = values === null ? line.asked : values[`${place}.ask`] !== undefined;
  return (
    <li className="border-l-4 border-line pl-4">
      <h3>{line.title}</h3>
      <p className="text-small text-muted">{line.note}</p>
      <input type="hidden" name={`${place}.component`} value={line.component} />
      <div className="mt-2 flex flex-col gap-3">
        <Checkbox
          name={`${place}.ask`}
          label={<Named text={t('itemAsk')} of={line.title} />}
          defaultChecked={asked}
        />
        {(['what', 'reason'] as const).map((part) => (
          <Textarea
            key={part}
            name={`${place}.${part}`}
            label={<Named text={t(part === 'what' ? 'itemWhat' : 'itemReason')} of={line.title} />}
            error={errors[`${place}.${part}`]}
            defaultValue={values?.[`${place}.${part}`] ?? line[part]}
            maxLength={1000}
            rows={2}
          />
        ))}
      </div>
    </li>
  );
}

/** The same question stands in every line; read aloud, each says which line it is. */
function Named({ text, of }: { text: string; of: string }) {
  return (
    <>
      {text}
      <span className="sr-only">: {of}</span>
    </>
  );
}
