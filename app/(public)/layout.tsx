import { cookies } from 'next/headers';
import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { Footer } from '@/components/shell/footer';
import { Frame } from '@/components/shell/main';
import { PublicHeader, type SignedIn } from '@/components/shell/public-header';
import { SampleBanner } from '@/components/ui/sample';
import { simulatorsOn } from '@/lib/config/features';
import { themeCookie, themeOf } from '@/lib/i18n/theme';
import { findActor } from '@/lib/session/actor';

export default async function PublicLayout({ children }: { children: ReactNode }) {
  const [person, jar] = await Promise.all([findPerson(), cookies()]);
  return (
    <Frame density="reading">
      <PublicHeader person={person} />
      {simulatorsOn() && <SampleBanner wide />}
      {children}
      <Footer theme={themeOf(jar.get(themeCookie)?.value)} />
    </Frame>
  );
}

async function findPerson(): Promise<SignedIn | null> {
  const actor = await findActor();
  if (actor === null) return null;
  const t = await getTranslations('shell.nav');
  const applies = actor.grants.some(({ role }) => role === 'applicant_citizen' || role === 'applicant_org');
  const home = applies
    ? { homeHref: '/my', homeLabel: t('my') }
    : { homeHref: '/today', homeLabel: t('today') };
  return { name: actor.name, ...home };
}
