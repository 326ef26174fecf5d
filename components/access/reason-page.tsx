import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { ActionForm, type FormAction } from '@/components/forms/action-form';
import type { FormSection } from '@/components/forms/form-fields';
import { Main, PageTitle } from '@/components/shell/main';
import { Breadcrumbs } from '@/components/ui/breadcrumbs';
import { ButtonLink } from '@/components/ui/button';
import { InsetText } from '@/components/ui/notice';

interface ReasonPageProps {
  account: { id: string; name: string };
  title: string;
  /** What the act is about. */
  lead: ReactNode;
  /** What it brings about. */
  effect: string;
  action: FormAction;
  hidden: Readonly<Record<string, string>>;
  submitLabel: string;
  children?: ReactNode;
}

/** One act on an account: what will happen, why, and a button that says it. */
export function ReasonPage({
  account,
  title,
  lead,
  effect,
  action,
  hidden,
  submitLabel,
  children,
}: ReasonPageProps) {
  const t = useTranslations('access');
  const back = `/access/accounts/${account.id}`;
  const section: FormSection = {
    code: 'reason',
    title,
    fields: [
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
          { href: back, label: account.name },
          { label: title },
        ]}
      />
      <div className="mt-3">
        <PageTitle lead={lead}>{title}</PageTitle>
      </div>
      {children}
      <div className="mb-8 max-w-form">
        <InsetText tone="warn">{effect}</InsetText>
      </div>
      <ActionForm
        action={action}
        sections={[section]}
        titlesHidden
        hidden={{ account: account.id, ...hidden }}
        submitLabel={submitLabel}
        aside={
          <ButtonLink href={back} variant="quiet">
            {account.name}
          </ButtonLink>
        }
      />
    </Main>
  );
}
