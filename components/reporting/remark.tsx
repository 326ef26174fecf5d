import { useLocale, useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { formatDate } from '@/lib/i18n/format';
import type { EntryRemark } from '@/lib/reporting/entry/schema';

/** What the department asks at a cell, and what the facility says to it. */
export function Remark({ remark, answers }: { remark: EntryRemark; answers: boolean }) {
  const t = useTranslations('reporting.remark');
  const locale = useLocale();
  const { id, text, state, answer, raisedAt, raisedBy } = remark;
  return (
    <div className="mt-2 border-l-4 border-at-risk pl-3 text-14" id={`remark-${id}`}>
      <p>“{text}”</p>
      <p className="text-muted">
        {t('raised', { name: raisedBy ?? t('department'), date: formatDate(new Date(raisedAt), locale) })}
        {state !== 'open' && `, ${t(`state.${state}`)}`}
      </p>
      {answer !== null && (
        <p className="mt-1">
          <span className="font-semibold">{t('answer')}:</span> {answer}
        </p>
      )}
      {answers && state === 'open' && (
        <div className="mt-2">
          <label className="block">
            <span className="font-semibold">{t('yourAnswer')}</span>
            <textarea
              name={`answer.${id}`}
              rows={2}
              maxLength={1000}
              className="control field-sizing-content mt-1 min-h-16 text-14"
            />
          </label>
          <Button name="intent" value={`answer:${id}`} variant="secondary" size="small" className="mt-2">
            {t('send')}
          </Button>
        </div>
      )}
    </div>
  );
}
