import type { useTranslations } from 'next-intl';
import { textOf } from '@/lib/reporting/cells/rules';
import type { CellValue } from '@/lib/reporting/checks';
import type { Draft, EntryPart } from '@/lib/reporting/entry/schema';
import type { CellState } from '@/lib/reporting/schema';

type Say = ReturnType<typeof useTranslations<'reporting.cell'>>;
type Shown = Pick<EntryPart, 'type' | 'options'>;

/** A value as it is read: yes and no as words, codes by their labels, nothing as a dash — never as zero. */
export function shownValue(
  part: Shown,
  { value, state }: { value: CellValue; state: CellState | null },
  t: Say,
): string {
  if (state === 'not_applicable' || state === 'unknown' || state === 'withdrawn') return t(`state.${state}`);
  return shownText(part, textOf(part.type, value), t);
}

export function shownDraft(part: Shown, draft: Draft, t: Say): string {
  return draft.state === 'value' ? shownText(part, draft.text, t) : t(`state.${draft.state}`);
}

function shownText({ type, options }: Shown, text: string, t: Say): string {
  if (text === '') return '–';
  if (type === 'boolean') return text === 'yes' ? t('yes') : text === 'no' ? t('no') : text;
  if (type === 'percent') return `${text}%`;
  if (options.length === 0) return text;
  return text
    .split(',')
    .map((code) => options.find((option) => option.code === code)?.label ?? code)
    .join(', ');
}
