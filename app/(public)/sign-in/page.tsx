import type { Metadata } from 'next';
import { cookies } from 'next/headers';
import { getTranslations } from 'next-intl/server';
import { DemoAccounts } from '@/components/home/demo-accounts';
import { SignInForms } from '@/components/home/sign-in-forms';
import { Main, PageTitle } from '@/components/shell/main';
import { InsetText } from '@/components/ui/notice';
import { env } from '@/lib/config/env';
import { simulatorsOn } from '@/lib/config/features';
import { demoGroups, demoPeople } from '@/lib/integrations/people';
import { localPath } from '@/lib/kernel/local-path';
import { csrfCookie } from '@/lib/session/cookies';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('pages.signIn'))('title') };
}

const faults = ['assurance', 'unknown', 'AccessDenied'] as const;

export default async function SignInPage({ searchParams }: PageProps<'/sign-in'>) {
  const { error, locked, callbackUrl } = await searchParams;
  const [t, jar] = await Promise.all([getTranslations('pages.signIn'), cookies()]);
  const csrfToken = jar.get(csrfCookie())?.value.split('|')[0] ?? '';
  const fault = error === undefined ? null : (faults.find((known) => known === error) ?? 'other');
  return (
    <Main width="prose">
      <PageTitle>{t('title')}</PageTitle>
      {locked !== undefined && (
        <div role="status" className="mb-6">
          <InsetText tone="warn">{t('locked')}</InsetText>
        </div>
      )}
      {fault !== null && (
        <div role="alert" className="mb-6">
          <InsetText tone="danger">{t(`fault.${fault}`)}</InsetText>
        </div>
      )}
      <SignInForms
        csrfToken={csrfToken}
        callbackUrl={localPath(callbackUrl, env().PUBLIC_URL)}
        again={locked !== undefined}
      />
      {simulatorsOn() && (
        <DemoAccounts
          groups={Object.entries(demoGroups).map(([group, title]) => ({
            title,
            people: demoPeople.filter((person) => person.group === group && person.issuer !== 'partner'),
          }))}
        />
      )}
    </Main>
  );
}
