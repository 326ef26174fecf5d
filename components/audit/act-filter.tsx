import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { TextLink } from '@/components/ui/text-link';
import { type ActFilter, outcomes } from '@/lib/audit/schema';
import { formatDate } from '@/lib/i18n/format';
import { ActionOptions } from './action-options';

const control = 'control min-h-9 w-auto max-w-64 py-1 text-14';

interface ActFilterFormProps {
  filter: ActFilter;
  /** Address of the same view as a file. */
  exportHref: string;
}

/** One line that reads as a sentence; every condition goes to the address. */
export function ActFilterForm({ filter, exportHref }: ActFilterFormProps) {
  const t = useTranslations('audit.filter');
  const outcomeName = useTranslations('audit.outcomes');
  const filtered = [filter.action, filter.outcome, filter.record, filter.from, filter.to].some(Boolean);
  return (
    <form
      method="get"
      action="/audit"
      aria-label={t('label')}
      className="no-print mb-4 flex flex-wrap items-center gap-x-3 gap-y-2 text-14"
    >
      <label className="flex items-center gap-2">
        {t('action')}
        <select name="action" defaultValue={filter.action ?? ''} className={control}>
          <option value="">{t('anyAction')}</option>
          <ActionOptions />
        </select>
      </label>
      <label className="flex items-center gap-2">
        {t('outcome')}
        <select name="outcome" defaultValue={filter.outcome ?? ''} className={control}>
          <option value="">{t('anyOutcome')}</option>
          {outcomes.map((outcome) => (
            <option key={outcome} value={outcome}>
              {outcomeName(outcome)}
            </option>
          ))}
        </select>
      </label>
      <label className="flex items-center gap-2">
        {t('record')}
        <input type="search" name="record" defaultValue={filter.record} className={`${control} w-52`} />
      </label>
      <DayInputs from={filter.from} to={filter.to} />
      <Button variant="secondary" size="small">
        {t('apply')}
      </Button>
      {filtered && <TextLink href="/audit">{t('clear')}</TextLink>}
      <a href={exportHref} className="link ml-auto">
        {t('export')}
      </a>
    </form>
  );
}

export function DayInputs({ from, to }: { from: string | undefined; to: string | undefined }) {
  const t = useTranslations('audit.filter');
  const day = (value: string | undefined) => (value === undefined ? '' : formatDate(value));
  return (
    <>
      <label className="flex items-center gap-2">
        {t('from')}
        <input name="from" defaultValue={day(from)} placeholder="dd/MM/yyyy" className={`${control} w-32`} />
      </label>
      <label className="flex items-center gap-2">
        {t('to')}
        <input name="to" defaultValue={day(to)} placeholder="dd/MM/yyyy" className={`${control} w-32`} />
      </label>
    </>
  );
}
