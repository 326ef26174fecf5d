import type { Metadata } from 'next';
import { cookies } from 'next/headers';
import { getTranslations } from 'next-intl/server';
import { Footer } from '@/components/shell/footer';
import { Frame, Main, PageTitle } from '@/components/shell/main';
import { PublicHeader, type SignedIn } from '@/components/shell/public-header';
import { Button, ButtonLink, ButtonRow } from '@/components/ui/button';
import { Panel } from '@/components/ui/notice';
import { env } from '@/lib/config/env';
import { themeCookie, themeOf } from '@/lib/i18n/theme';
import { findActor } from '@/lib/session/actor';
import { csrfCookie, sessionCookie } from '@/lib/session/cookies';
import { isStaff } from '@/lib/session/staff';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('access'))('signOut.title'), robots: { index: false } };
}

/** A plain form to the session's own end point: it works without a script, and a link alone ends nothing. */
export default async function SignOutPage() {
  const [t, jar, person] = await Promise.all([getTranslations('access.signOut'), cookies(), findPerson()]);
  const token = jar.get(csrfCookie())?.value.split('|')[0];
  return (
    <Frame density="reading">
      <PublicHeader person={person} />
      <Main width="prose">
        {jar.has(sessionCookie()) ? (
          <form method="post" action="/api/auth/signout">
            <PageTitle lead={t('ask')}>{t('title')}</PageTitle>
            <p>{t('saved')}</p>
            <p className="mt-3 text-muted">{t('issuer')}</p>
            <input type="hidden" name="csrfToken" value={token ?? ''} />
            <input type="hidden" name="callbackUrl" value={`${env().PUBLIC_URL}/sign-out`} />
            <ButtonRow>
              <Button>{t('submit')}</Button>
              <ButtonLink href={person?.homeHref ?? '/'} variant="secondary">
                {t('stay')}
              </ButtonLink>
            </ButtonRow>
          </form>
        ) : (
          <>
            <Panel title={t('doneTitle')}>{t('doneBody')}</Panel>
            <ButtonRow>
              <ButtonLink href="/sign-in">{t('again')}</ButtonLink>
              <ButtonLink href="/" variant="secondary">
                {t('home')}
              </ButtonLink>
            </ButtonRow>
          </>
        )}
      </Main>
      <Footer theme={themeOf(jar.get(themeCookie)?.value)} />
    </Frame>
  );
}

async function findPerson(): Promise<SignedIn | null> {
  const actor = await findActor();
  if (actor === null) return null;
  const t = await getTranslations('shell.nav');
  const home = isStaff(actor)
    ? { homeHref: '/today', homeLabel: t('today') }
    : { homeHref: '/my', homeLabel: t('my') };
  return { name: actor.name, ...home };
}
