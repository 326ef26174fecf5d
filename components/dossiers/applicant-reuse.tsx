import { useLocale, useTranslations } from 'next-intl';
import { ActionForm } from '@/components/forms/action-form';
import { reuseDocumentAction } from '@/lib/dossiers/actions';
import { formatDate } from '@/lib/i18n/format';

interface ReuseFormProps {
  code: string;
  component: string;
  papers: readonly { id: string; name: string; createdAt: Date; expiryDate: string | null }[];
}

/** Given once, not asked twice: a paper of the store is handed in again with the owner's consent. */
export function ReuseForm({ code, component, papers }: ReuseFormProps) {
  const t = useTranslations('applicant.reuse');
  const locale = useLocale();
  const options = papers.map(({ id, name, createdAt, expiryDate }) => ({
    value: id,
    label: name,
    hint:
      expiryDate === null
        ? t('given', { date: formatDate(createdAt, locale) })
        : t('givenUntil', { date: formatDate(createdAt, locale), expiry: formatDate(expiryDate, locale) }),
  }));
  return (
    <ActionForm
      action={reuseDocumentAction}
      hidden={{ code, component }}
      titlesHidden
      submitLabel={t('submit')}
      sections={[
        {
          code: 'reuse',
          title: t('title'),
          fields: [
            { code: 'documentId', kind: 'radio', label: t('which'), required: true, options },
            { code: 'consent', kind: 'checkbox', label: t('consent'), required: true },
          ],
        },
      ]}
    />
  );
}
