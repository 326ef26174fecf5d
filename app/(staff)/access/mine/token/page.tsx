import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { IssueTokenForm } from '@/components/access/issue-token-form';
import type { FormSection } from '@/components/forms/form-fields';
import { Main, PageTitle } from '@/components/shell/main';
import { Breadcrumbs } from '@/components/ui/breadcrumbs';
import { tokenScopes } from '@/lib/access/schema';
import { requireActor } from '@/lib/session/actor';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('access'))('token.title') };
}

const spans = [30, 90, 180, 365] as const;

export default async function NewTokenPage() {
  const [, t] = await Promise.all([requireActor(), getTranslations('access')]);
  const section: FormSection = {
    code: 'token',
    title: t('token.title'),
    fields: [
      {
        code: 'name',
        kind: 'text',
        label: t('token.name'),
        hint: t('token.nameHint'),
        required: true,
        maxLength: 100,
      },
      {
        code: 'scopes',
        kind: 'checkbox',
        label: t('token.scopes'),
        required: true,
        value: 'read',
        options: tokenScopes.map((value) => ({
          value,
          label: t(`scopes.${value}`),
          hint: t(`scopeHints.${value}`),
        })),
      },
      {
        code: 'days',
        kind: 'radio',
        label: t('token.days'),
        required: true,
        value: '90',
        options: spans.map((days) => ({ value: String(days), label: t('token.daysOption', { days }) })),
      },
    ],
  };
  return (
    <Main width="page">
      <Breadcrumbs crumbs={[{ href: '/access/mine', label: t('own.title') }, { label: t('token.title') }]} />
      <div className="mt-3">
        <PageTitle lead={t('own.tokensNote')}>{t('token.title')}</PageTitle>
      </div>
      <IssueTokenForm
        sections={[section]}
        words={{
          submit: t('token.submit'),
          made: t('token.made'),
          once: t('token.once'),
          yours: t('token.yours'),
          back: t('token.back'),
        }}
      />
    </Main>
  );
}
