import { useTranslations } from 'next-intl';
import type { FormSection } from '@/components/forms/form-fields';
import { tokenScopes } from '@/lib/access/schema';
import { IssueTokenForm } from './issue-token-form';

const spans = [30, 90, 180, 365] as const;

/** The form that makes an access token, for officers and applicants alike. */
export function NewToken({ back }: { back: string }) {
  const t = useTranslations('access');
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
  const words = {
    submit: t('token.submit'),
    made: t('token.made'),
    once: t('token.once'),
    yours: t('token.yours'),
    back: t('token.back'),
  };
  return <IssueTokenForm sections={[section]} words={words} back={back} />;
}
