import { useTranslations } from 'next-intl';
import { ActionForm } from '@/components/forms/action-form';
import { rateDossierAction } from '@/lib/feedback/actions';
import { scores } from '@/lib/feedback/schema';

export function RatingForm({ code }: { code: string }) {
  const t = useTranslations('feedback.rating');
  return (
    <>
      <p className="mb-6">{t('lead')}</p>
      <ActionForm
        action={rateDossierAction}
        titlesHidden
        sections={[
          {
            code: 'rating',
            title: t('title'),
            fields: [
              {
                code: 'score',
                kind: 'radio',
                label: t('score'),
                required: true,
                options: scores.map((value) => ({ value, label: t(`scores.${value}`) })),
              },
              {
                code: 'remark',
                kind: 'textarea',
                label: t('remark'),
                hint: t('remarkHint'),
                required: false,
                maxLength: 2000,
              },
            ],
          },
        ]}
        hidden={{ code }}
        submitLabel={t('submit')}
      />
    </>
  );
}
