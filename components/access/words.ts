import { formatDate } from '@/lib/i18n/format';
import type { Locale } from '@/lib/i18n/locale';

export type ScopeNames = Readonly<Record<string, { vi: string; en: string }>>;

/** "Cục Quản lý Dược"; a scope nobody knows is shown as it is. */
export function placeOf(scope: string | null, names: ScopeNames, locale: Locale): string | null {
  return scope === null ? null : (names[scope]?.[locale] ?? scope);
}

/** From when to when, in the words of the page. */
export function periodOf(
  { validFrom, validTo }: { validFrom: Date; validTo: Date | null },
  { locale, noEnd }: { locale: Locale; noEnd: string },
): string {
  return `${formatDate(validFrom, locale)} – ${validTo === null ? noEnd : formatDate(validTo, locale)}`;
}
