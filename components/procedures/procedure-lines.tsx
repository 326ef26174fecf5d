import { useTranslations } from 'next-intl';
import { TextLink } from '@/components/ui/text-link';
import { formatDuration, formatMoney } from '@/lib/i18n/format';
import type { Locale } from '@/lib/i18n/locale';
import type { ProcedureLine } from '@/lib/procedures/schema';

interface ProcedureLinesProps {
  procedures: readonly ProcedureLine[];
  units: Readonly<Record<string, { vi: string; en: string }>>;
  locale: Locale;
  /** In the catalogue each line also says what one gets. */
  summaries?: boolean;
}

/** Procedures as a list one reads down: what, who decides, how long, how much. */
export function ProcedureLines({ procedures, units, locale, summaries = false }: ProcedureLinesProps) {
  const t = useTranslations('procedures');
  return (
    <ul>
      {procedures.map((line) => (
        <li
          key={line.slug}
          className="keep relative grid gap-x-6 border-b border-line py-4 sm:grid-cols-[minmax(0,1fr)_auto]"
        >
          <div>
            <TextLink
              href={`/procedures/${line.slug}`}
              quiet
              className="text-18 font-medium after:absolute after:inset-0"
            >
              {line.title[locale]}
            </TextLink>
            {summaries && <p className="mt-1 max-w-prose text-16">{line.summary[locale]}</p>}
          </div>
          <p className="flex flex-wrap items-baseline gap-x-2 sm:row-span-2 sm:block sm:text-right">
            <span className="text-16 font-semibold sm:block">
              {line.limit === null ? t('time.unknown') : formatDuration(line.limit, locale)}
            </span>
            <span className="text-14 text-muted">{feeWords(line, t, locale)}</span>
          </p>
          <p className="text-14 text-muted">
            {units[line.unit]?.[locale] ?? line.unit} · {t(`level.${line.level}`)}
          </p>
        </li>
      ))}
    </ul>
  );
}

type Say = ReturnType<typeof useTranslations<'procedures'>>;

function feeWords({ fee }: ProcedureLine, t: Say, locale: Locale): string {
  if (fee === null) return t('fee.unread');
  return fee === 0 ? t('fee.none') : formatMoney(fee, locale);
}
