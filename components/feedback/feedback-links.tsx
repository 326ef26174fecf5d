import { useTranslations } from 'next-intl';
import { TextLink } from '@/components/ui/text-link';
import { isRateable } from '@/lib/feedback/rules';
import { Part } from './complaint-parts';

/** From a dossier to what its applicant has to say of it. */
export function FeedbackLinks({ code, state }: { code: string; state: string }) {
  const t = useTranslations('feedback.own');
  const home = `/my/dossiers/${code}`;
  return (
    <Part title={t('part')}>
      <ul className="no-print">
        {isRateable(state) && (
          <li className="py-1">
            <TextLink
              href={`${home}/rating`}
              className="inline-flex min-h-11 items-center pointer-fine:min-h-0"
            >
              {t('rate')}
            </TextLink>
          </li>
        )}
        <li className="py-1">
          <TextLink
            href={`${home}/complaint`}
            className="inline-flex min-h-11 items-center pointer-fine:min-h-0"
          >
            {t('complain')}
          </TextLink>
        </li>
      </ul>
    </Part>
  );
}
