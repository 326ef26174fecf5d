import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { ActionForm } from '@/components/forms/action-form';
import type { FormSection } from '@/components/forms/form-fields';
import { Main, PageTitle } from '@/components/shell/main';
import { Breadcrumbs } from '@/components/ui/breadcrumbs';
import { grantRoleAction } from '@/lib/access/actions';
import { getAccount, listUnitsForGrants } from '@/lib/access/queries';
import { scopeKindOf } from '@/lib/access/rules';
import { grantableRoles } from '@/lib/access/schema';
import { orNotFound } from '@/lib/kernel/or-not-found';
import { requireActor } from '@/lib/session/actor';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('access'))('grant.title') };
}

/** Roles of a unit or of nobody's; those of a facility or an organisation are given where these are kept. */
const offered = grantableRoles.filter((role) => ['unit', 'none'].includes(scopeKindOf(role)));

export default async function GrantPage({ params }: PageProps<'/access/accounts/[id]/grant'>) {
  const [actor, { id }, t, locale] = await Promise.all([
    requireActor(),
    params,
    getTranslations('access'),
    getLocale(),
  ]);
  const [units, { account }] = await orNotFound(
    Promise.all([listUnitsForGrants(actor, null), getAccount(actor, { id })]),
  );
  const section: FormSection = {
    code: 'grant',
    title: t('grant.title'),
    fields: [
      {
        code: 'role',
        kind: 'select',
        label: t('grant.role'),
        required: true,
        options: offered.map((role) => ({ value: role, label: t(`roles.${role}`) })),
      },
      {
        code: 'scope',
        kind: 'select',
        label: t('grant.unit'),
        hint: t('grant.unitHint'),
        required: false,
        options: units.map((unit) => ({ value: unit.code, label: unit[locale] })),
      },
      {
        code: 'validTo',
        kind: 'date',
        label: t('grant.validTo'),
        hint: t('grant.validToHint'),
        required: false,
      },
      {
        code: 'reason',
        kind: 'textarea',
        label: t('grant.reason'),
        hint: t('grant.reasonHint'),
        required: true,
        maxLength: 500,
      },
    ],
  };
  return (
    <Main width="page">
      <Breadcrumbs
        crumbs={[
          { href: '/access', label: t('accounts.title') },
          { href: `/access/accounts/${id}`, label: account.name },
          { label: t('grant.title') },
        ]}
      />
      <div className="mt-3">
        <PageTitle lead={t('grant.for', { name: account.name })}>{t('grant.title')}</PageTitle>
      </div>
      <ActionForm
        action={grantRoleAction}
        sections={[section]}
        titlesHidden
        hidden={{ account: id }}
        submitLabel={t('grant.submit')}
      />
    </Main>
  );
}
