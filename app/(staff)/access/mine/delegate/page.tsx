import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getLocale, getTranslations } from 'next-intl/server';
import { placeOf } from '@/components/access/words';
import { ActionForm } from '@/components/forms/action-form';
import type { FormSection } from '@/components/forms/form-fields';
import { Main, PageTitle } from '@/components/shell/main';
import { Breadcrumbs } from '@/components/ui/breadcrumbs';
import { ButtonLink } from '@/components/ui/button';
import { InsetText } from '@/components/ui/notice';
import { delegateRoleAction } from '@/lib/access/actions';
import { listColleagues } from '@/lib/access/own/queries';
import { listScopeNames } from '@/lib/access/queries';
import { formatDate } from '@/lib/i18n/format';
import { now } from '@/lib/kernel/clock';
import { reachOf } from '@/lib/policy/authorize';
import { requireActor } from '@/lib/session/actor';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('access'))('delegation.title') };
}

export default async function DelegatePage() {
  const [actor, t, locale] = await Promise.all([requireActor(), getTranslations('access'), getLocale()]);
  const own = reachOf(actor, 'delegation.write').flatMap(({ grant }) =>
    grant.mandate === undefined ? [grant] : [],
  );
  if (own.length === 0) notFound();
  const [colleagues, places] = await Promise.all([
    listColleagues(actor, null),
    listScopeNames(own.map(({ scope }) => scope)),
  ]);
  const section: FormSection = {
    code: 'delegation',
    title: t('delegation.title'),
    fields: [
      {
        code: 'role',
        kind: 'radio',
        label: t('delegation.role'),
        required: true,
        value: own.length === 1 ? `${own[0]?.role}@${own[0]?.scope ?? ''}` : undefined,
        options: own.map(({ role, scope }) => ({
          value: `${role}@${scope ?? ''}`,
          label: [t(`roles.${role}`), placeOf(scope, places, locale)].filter(Boolean).join(', '),
        })),
      },
      {
        code: 'toAccountId',
        kind: 'select',
        label: t('delegation.to'),
        hint: t('delegation.toHint'),
        required: true,
        options: colleagues.map(({ id, name, title }) => ({
          value: id,
          label: title === null ? name : `${name}, ${title}`,
        })),
      },
      {
        code: 'documentNumber',
        kind: 'text',
        label: t('delegation.document'),
        hint: t('delegation.documentHint'),
        required: true,
        maxLength: 100,
      },
      {
        code: 'validFrom',
        kind: 'date',
        label: t('delegation.from'),
        required: true,
        value: formatDate(now(), locale),
      },
      { code: 'validTo', kind: 'date', label: t('delegation.until'), required: true },
    ],
  };
  return (
    <Main width="page">
      <Breadcrumbs
        crumbs={[{ href: '/access/mine', label: t('own.title') }, { label: t('delegation.title') }]}
      />
      <div className="mt-3">
        <PageTitle lead={t('delegation.lead')}>{t('delegation.title')}</PageTitle>
      </div>
      <div className="mb-8 max-w-form">
        <InsetText>{t('delegation.duties')}</InsetText>
      </div>
      <ActionForm
        action={delegateRoleAction}
        sections={[section]}
        titlesHidden
        submitLabel={t('delegation.submit')}
        aside={
          <ButtonLink href="/access/mine" variant="quiet">
            {t('token.back')}
          </ButtonLink>
        }
      />
    </Main>
  );
}
