import { formatDate, formatNumber } from '@/lib/i18n/format';
import type { FacilityFigure } from '@/lib/indicators/schema';
import type { Speech } from './words';

type CellValue = FacilityFigure['cells'][number]['value'];

/** A cell as its reporter would say it; nothing entered is not zero and not "no". */
export function cellText(value: CellValue, { t, locale }: Speech): string {
  if (value === null) return t('cell.none');
  if (typeof value === 'boolean') return value ? t('cell.yes') : t('cell.no');
  if (typeof value === 'number') return formatNumber(value, locale, 2);
  if (typeof value === 'string') return /^\d{4}-\d{2}-\d{2}$/.test(value) ? formatDate(value, locale) : value;
  return value.join(', ');
}

export type PartNames = Readonly<Record<string, { vi: string; en: string }>>;

export function partName(part: string, names: PartNames, { locale }: Speech): string {
  return names[part]?.[locale] ?? part;
}
