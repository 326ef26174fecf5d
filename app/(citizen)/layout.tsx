import { cookies } from 'next/headers';
import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { ApplicantHeader } from '@/components/shell/applicant-header';
import { Footer } from '@/components/shell/footer';
import { Frame } from '@/components/shell/main';
import { SessionTimer } from '@/components/shell/session-timer';
import { SampleBanner } from '@/components/ui/sample';
import { themeCookie, themeOf } from '@/lib/i18n/theme';
import { keepAliveAction } from '@/lib/session/actions';
import { requireActor } from '@/lib/session/actor';
import { idleLimit } from '@/lib/session/rules';

/** Awaited whole, without a loading state: an applicant's page must be complete before any script runs. */
export default async function ApplicantLayout({ children }: { children: ReactNode }) {
  const [actor, t, jar] = await Promise.all([requireActor(), getTranslations('shell.nav'), cookies()]);
  const inOrganisation = actor.grants.some(({ role }) => role === 'applicant_org');
  const items = [
    { href: '/my', label: t('my') },
    { href: '/my/wallet', label: t('wallet') },
    { href: '/my/messages', label: t('messages') },
    ...(inOrganisation ? [{ href: '/my/organisation', label: t('organisation') }] : []),
  ];
  const idleMinutes = idleLimit(actor.grants.map(({ role }) => role)) / 60_000;
  return (
    <Frame density="reading">
      <ApplicantHeader personName={actor.name} items={items} />
      {actor.sample && <SampleBanner wide />}
      <SessionTimer idleMinutes={idleMinutes} keepAlive={keepAliveAction} />
      {children}
      <Footer theme={themeOf(jar.get(themeCookie)?.value)} />
    </Frame>
  );
}
