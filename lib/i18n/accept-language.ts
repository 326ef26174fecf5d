import { defaultLocale, type Locale, locales } from './locale';

/** The language a program asks for by `Accept-Language` (RFC 9110, 12.5.4); Vietnamese when it asks for none of ours. */
export function acceptedLocale(header: string | null): Locale {
  const wishes = (header ?? '').split(',').map((wish) => {
    const [tag = '', ...parameters] = wish.split(';').map((part) => part.trim().toLowerCase());
    const quality = parameters.find((parameter) => parameter.startsWith('q='))?.slice(2) ?? '1';
    return { locale: locales.find((locale) => tag.split('-')[0] === locale), quality: Number(quality) };
  });
  return (
    wishes
      .filter(({ quality }) => quality > 0)
      .sort((left, right) => right.quality - left.quality)
      .find(({ locale }) => locale !== undefined)?.locale ?? defaultLocale
  );
}
