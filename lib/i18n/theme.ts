/** `system` follows the reader's device and is what a visitor without the cookie gets. */
export const themes = ['system', 'light', 'dark'] as const;
export type Theme = (typeof themes)[number];

export const themeCookie = 'theme';

export function themeOf(value: string | undefined): Theme {
  return themes.find((theme) => theme === value) ?? 'system';
}
