import { useLocale, useTranslations } from 'next-intl';
import type { Names, PlaceThen } from '@/lib/facilities/schema';
import type { Locale } from '@/lib/i18n/locale';

/** What a province is called without its type: "Hồ Chí Minh", "Ho Chi Minh". */
export const plainName = (name: Names, locale: Locale): string =>
  name[locale].replace(/^TP\. /, '').replace(/ City$/, '');

/** "tỉnh Thanh Hóa", "thành phố Huế": the type of the day is part of the name. */
export function PlaceName({ place }: { place: Pick<PlaceThen, 'name' | 'type'> }) {
  const t = useTranslations('facilities.place');
  const locale = useLocale();
  return t(place.type ?? 'plain', { name: plainName(place.name, locale) });
}
