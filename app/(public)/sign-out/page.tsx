import type { Metadata } from 'next';
import { cookies } from 'next/headers';
import { getTranslations } from 'next-intl/server';
import { Main, PageTitle } from '@/components/shell/main';
import { Button, ButtonLink, ButtonRow } from '@/components/ui/button';
import { findActor } from '@/lib/session/actor';
import { csrfCookie } from '@/lib/session/cookies';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('pages.signOut'))('title') };
}

/** Leaving is an act, so it is a form: a link somebody else planted signs nobody out. */
export default async function SignOutPage() {
  const [t, jar, actor] = await Promise.all([getTranslations('pages.signOut'), cookies(), findActor()]);
  const csrfToken = jar.get(csrfCookie())?.value.split('|')[0] ?? '';
  if (actor === null) {
    return (
      <Main width="prose">
        <PageTitle lead={t('outHint')}>{t('out')}</PageTitle>
        <ButtonLink href="/">{t('home')}</ButtonLink>
      </Main>
    );
  }
  return (
    <Main width="prose">
      <PageTitle lead={t('hint', { name: actor.name })}>{t('title')}</PageTitle>
      <form action="/api/auth/signout" method="post">
        <input type="hidden" name="csrfToken" value={csrfToken} />
        <input type="hidden" name="callbackUrl" value="/sign-out" />
        <ButtonRow>
          <Button>{t('button')}</Button>
          <ButtonLink href="/" variant="secondary">
            {t('stay')}
          </ButtonLink>
        </ButtonRow>
      </form>
    </Main>
  );
}
