import { useTranslations } from 'next-intl';
import { ActionForm } from '@/components/forms/action-form';
import type { Choice } from '@/components/ui/choices';
import { handleComplaintAction } from '@/lib/feedback/actions';

interface HandledComplaint {
  complaint: string;
  version: number;
}

export function HandleForm({
  complaint,
  version,
  choices,
}: HandledComplaint & { choices: readonly Choice[] }) {
  const t = useTranslations('feedback.handle');
  return (
    <ActionForm
      action={handleComplaintAction}
      titlesHidden
      sections={[
        {
          code: 'handle',
          title: t('title'),
          fields: [
            { code: 'handling', kind: 'radio', label: t('field'), required: true, options: choices },
            {
              code: 'text',
              kind: 'textarea',
              label: t('text'),
              hint: t('textHint'),
              required: true,
              maxLength: 4000,
            },
          ],
        },
      ]}
      hidden={{ complaint, version: String(version) }}
      submitLabel={t('submit')}
    />
  );
}

export function PublishForm({ complaint, version, date }: HandledComplaint & { date: string }) {
  const t = useTranslations('feedback.handle');
  return (
    <>
      <p className="text-small text-muted">{t('publishHint', { date })}</p>
      <ActionForm
        action={handleComplaintAction}
        titlesHidden
        sections={[]}
        hidden={{ complaint, handling: 'publish', version: String(version) }}
        submitLabel={t('publish')}
      />
    </>
  );
}
