import { useLocale, useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { formatDate } from '@/lib/i18n/format';
import type { EntryRemark } from '@/lib/reporting/entry/schema';

/** What the department asks at a cell, and what the facility says to it. */
export function Remark({ remark, answers }: { remark: EntryRemark; answers: boolean }) {
  const t = useTranslations('reporting.remark');
  const locale = useLocale();
  const { id, element, text, state, answer, raisedAt, raisedBy } = remark;
  return (
    <tr id={`remark-${id}`} className="keep border-b border-line not-print:max-md:block">
      <td colSpan={5} className="bg-warn-wash px-4 py-3 text-14 not-print:max-md:block">
        <div className="grid gap-x-8 gap-y-2 border-l-4 border-at-risk pl-3 md:grid-cols-2">
          <div>
            <p className="text-16 font-semibold">“{text}”</p>
            <p className="text-muted">
              {t('raised', {
                element,
                name: raisedBy ?? t('department'),
                date: formatDate(new Date(raisedAt), locale),
              })}
              {state !== 'open' && `, ${t(`state.${state}`)}`}
            </p>
            {answer !== null && (
              <p className="mt-1">
                <span className="font-semibold">{t('answer')}:</span> {answer}
              </p>
            )}
          </div>
          {answers && state === 'open' && <AnswerField id={id} />}
        </div>
      </td>
    </tr>
  );
}

function AnswerField({ id }: { id: number }) {
  const t = useTranslations('reporting.remark');
  return (
    <div>
      <label className="block">
        <span className="font-semibold">{t('yourAnswer')}</span>
        <textarea
          name={`answer.${id}`}
          rows={1}
          maxLength={1000}
          className="control field-sizing-content mt-1 text-14"
        />
      </label>
      <Button name="intent" value={`answer:${id}`} variant="secondary" size="small" className="mt-2">
        {t('send')}
      </Button>
    </div>
  );
}
