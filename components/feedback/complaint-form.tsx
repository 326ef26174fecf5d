import { useTranslations } from 'next-intl';
import { ActionForm } from '@/components/forms/action-form';
import { judgeAnswerAction, makeComplaintAction, supplyComplaintAction } from '@/lib/feedback/actions';
import { type ComplaintSubject, complaintSubjects } from '@/lib/feedback/schema';

interface MakeFormProps {
  code: string;
  /** The complaint that is taken up again. */
  repeats: { code: string; subject: ComplaintSubject } | null;
}

export function MakeForm({ code, repeats }: MakeFormProps) {
  const t = useTranslations('feedback.make');
  return (
    <ActionForm
      action={makeComplaintAction}
      titlesHidden
      sections={[
        {
          code: 'complaint',
          title: t('title'),
          fields: [
            {
              code: 'subject',
              kind: 'radio',
              label: t('subject'),
              required: true,
              value: repeats?.subject,
              options: complaintSubjects.map((value) => ({
                value,
                label: t(`subjects.${value}`),
                hint: t(`subjectHints.${value}`),
              })),
            },
            {
              code: 'body',
              kind: 'textarea',
              label: t('body'),
              hint: t('bodyHint'),
              required: true,
              maxLength: 4000,
            },
          ],
        },
      ]}
      hidden={{ code, ...(repeats === null ? {} : { repeats: repeats.code }) }}
      submitLabel={t('submit')}
    />
  );
}

interface AnswerFormProps {
  code: string;
  complaint: string;
}

export function SupplyForm({ code, complaint }: AnswerFormProps) {
  const t = useTranslations('feedback.supply');
  return (
    <ActionForm
      action={supplyComplaintAction}
      titlesHidden
      sections={[
        {
          code: 'supply',
          title: t('title'),
          fields: [
            { code: 'supplement', kind: 'textarea', label: t('field'), required: true, maxLength: 4000 },
          ],
        },
      ]}
      hidden={{ code, complaint }}
      submitLabel={t('submit')}
    />
  );
}

export function JudgeForm({ code, complaint }: AnswerFormProps) {
  const t = useTranslations('feedback.judge');
  return (
    <ActionForm
      action={judgeAnswerAction}
      titlesHidden
      sections={[
        {
          code: 'judge',
          title: t('title'),
          fields: [
            {
              code: 'satisfied',
              kind: 'radio',
              label: t('field'),
              required: true,
              options: (['yes', 'no'] as const).map((value) => ({ value, label: t(value) })),
            },
          ],
        },
      ]}
      hidden={{ code, complaint }}
      submitLabel={t('submit')}
    />
  );
}
