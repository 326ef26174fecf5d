import { useLocale, useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { FileInput } from '@/components/ui/file-input';
import { InsetText } from '@/components/ui/notice';
import { TextLink } from '@/components/ui/text-link';
import { formatPeriod } from '@/lib/i18n/format';
import { maxImportBytes } from '@/lib/reporting/exchange/schema';

interface ImportFormProps {
  /** Periods that have opened, the newest first. */
  periods: readonly string[];
  period?: string | undefined;
  fault?: string | undefined;
}

const faults = ['no_file', 'too_large', 'unsupported_file', 'denied'] as const;

/** Chooses a file; the next page shows what it would change before anything is written. */
export function ImportForm({ periods, period, fault }: ImportFormProps) {
  const t = useTranslations('reporting.exchange.import');
  const locale = useLocale();
  const known = fault === undefined ? undefined : (faults.find((one) => one === fault) ?? 'other');
  return (
    <form
      action="/api/imports"
      method="post"
      encType="multipart/form-data"
      className="flex max-w-form flex-col gap-6"
    >
      {known !== undefined && (
        <InsetText tone="danger">
          <p role="alert" className="font-semibold">
            {t(`fault.${known}`)}
          </p>
        </InsetText>
      )}
      <p>
        {t('intro')}{' '}
        <TextLink href={`/reporting/export?format=xlsx${period === undefined ? '' : `&period=${period}`}`}>
          {t('template')}
        </TextLink>
      </p>
      <Field name="period" label={t('period')} hint={t('periodHint')}>
        {(wiring) => (
          <select {...wiring} defaultValue={period ?? ''} className="control sm:max-w-80">
            <option value="">{t('periodInFile')}</option>
            {periods.map((id) => (
              <option key={id} value={id}>
                {formatPeriod(id, locale)}
              </option>
            ))}
          </select>
        )}
      </Field>
      <FileInput
        name="file"
        label={t('file')}
        hint={t('fileHint')}
        accept=".csv,.xlsx,text/csv"
        maxBytes={maxImportBytes}
      />
      <div>
        <Button>{t('check')}</Button>
      </div>
    </form>
  );
}
