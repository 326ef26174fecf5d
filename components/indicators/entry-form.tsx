import { useTranslations } from 'next-intl';
import { ActionForm } from '@/components/forms/action-form';
import type { SimpleField } from '@/components/forms/form-fields';
import type { Choice } from '@/components/ui/choices';
import type { IndicatorUnit } from '@/lib/indicators/define';
import { enterIndicatorAction } from '@/lib/indicators/entries/actions';
import type { IndicatorEntry } from '@/lib/indicators/entries/schema';

interface EntryFormProps {
  indicator: {
    id: string;
    unit: IndicatorUnit;
    numerator: string;
    denominator: string | null;
    checklist: readonly Choice[];
  };
  /** The newest entry: its milestones stay ticked, and it says what was seen. */
  latest: IndicatorEntry | null;
  today: string;
}

/** The fields follow the unit: parts of a share, ticks of milestones, yes or no, a number. */
export function EntryForm({ indicator, latest, today }: EntryFormProps) {
  const t = useTranslations('indicators.entry');
  return (
    <>
      <p className="mb-6 max-w-form">{t('lead')}</p>
      <div className="max-w-form">
        <ActionForm
          action={enterIndicatorAction}
          titlesHidden
          sections={[
            {
              code: 'entry',
              title: t('title', { id: indicator.id }),
              fields: [
                {
                  code: 'asOf',
                  kind: 'date',
                  label: t('asOf'),
                  hint: t('asOfHint'),
                  required: true,
                  value: today,
                },
                ...useValueFields(indicator, latest),
                {
                  code: 'note',
                  kind: 'textarea',
                  label: t('note'),
                  hint: t('noteHint'),
                  required: true,
                  maxLength: 2000,
                },
              ],
            },
          ]}
          hidden={{ indicator: indicator.id, seen: String(latest?.id ?? 0) }}
          submitLabel={t('submit')}
        />
      </div>
    </>
  );
}

function useValueFields(
  { unit, checklist, numerator, denominator }: EntryFormProps['indicator'],
  latest: IndicatorEntry | null,
): SimpleField[] {
  const t = useTranslations('indicators.entry');
  const number = (code: string, label: string, more: Partial<SimpleField> = {}): SimpleField => ({
    code,
    kind: 'number',
    label,
    required: true,
    ...more,
  });
  switch (unit) {
    case 'milestone':
      return [
        {
          code: 'done',
          kind: 'checkbox',
          label: t('done'),
          hint: t('doneHint'),
          required: true,
          options: checklist,
          value: latest?.done.join(',') ?? '',
        },
      ];
    case 'boolean':
      return [
        {
          code: 'value',
          kind: 'radio',
          label: t('reached'),
          required: true,
          options: [
            { value: '1', label: t('yes') },
            { value: '0', label: t('no') },
          ],
        },
      ];
    case 'percent':
      return [
        number('numerator', t('numerator'), { hint: numerator, required: false }),
        number('denominator', t('denominator'), { hint: denominator ?? undefined, required: false }),
        number('value', t('percent'), { hint: t('percentHint'), required: false, suffix: '%' }),
      ];
    default:
      return [number('value', t('count'), { hint: numerator })];
  }
}
