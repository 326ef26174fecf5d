'use server';
import { cookies } from 'next/headers';
import { localeCookie, localeOf } from './locale';
import { themeCookie, themeOf } from './theme';

const year = 365 * 24 * 60 * 60;

export async function switchLocaleAction(form: FormData): Promise<void> {
  await remember(localeCookie, localeOf(String(form.get('locale'))));
}

export async function switchThemeAction(form: FormData): Promise<void> {
  await remember(themeCookie, themeOf(String(form.get('theme'))));
}

async function remember(name: string, value: string): Promise<void> {
  const jar = await cookies();
  jar.set(name, value, { path: '/', maxAge: year, sameSite: 'lax', httpOnly: true });
}
