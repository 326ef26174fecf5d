export const locales = ['vi', 'en'] as const;
export type Locale = (typeof locales)[number];

export const defaultLocale: Locale = 'vi';
export const localeCookie = 'locale';

/** Vietnam keeps one time all year; every date and hour on screen is in it. */
export const timeZone = 'Asia/Ho_Chi_Minh';

export function localeOf(value: string | undefined): Locale {
  return locales.find((locale) => locale === value) ?? defaultLocale;
}
