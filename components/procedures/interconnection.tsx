import { useLocale, useTranslations } from 'next-intl';
import { SummaryList } from '@/components/ui/summary-list';
import { formatDate, formatDuration } from '@/lib/i18n/format';
import type { ProcedureDefinition } from '@/lib/procedures/define';
import { SourceLine } from './procedure-facts';

/** Services in which a facility's data opens the matter: nobody fills in a form. */
export function Interconnection({ data }: { data: NonNullable<ProcedureDefinition['interconnection']> }) {
  const t = useTranslations('procedures.detail');
  const pages = useTranslations('pages.procedure');
  const locale = useLocale();
  return (
    <section className="mt-10">
      <h2>{t('interconnection')}</h2>
      <p className="mt-1 mb-3 max-w-prose">{pages('interconnection')}</p>
      <SummaryList
        rows={[
          { key: 'sender', label: t('sender'), value: data.sender[locale] },
          { key: 'channel', label: t('channel'), value: data.channel[locale] },
          {
            key: 'receivers',
            label: t('receivers'),
            value: data.receivers.map((one) => one[locale]).join('; '),
          },
          {
            key: 'deadline',
            label: t('deadline'),
            value: formatDuration(data.deadline, locale),
            note: <SourceLine source={data.deadline.source} />,
          },
          {
            key: 'complete',
            label: t('dataComplete', { date: formatDate(data.complete.asOf, locale) }),
            value: data.complete.value ? pages('yes') : pages('no'),
            note: <SourceLine source={data.complete.source} />,
          },
        ]}
      />
    </section>
  );
}
