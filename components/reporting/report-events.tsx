import { useLocale, useTranslations } from 'next-intl';
import { Block } from '@/components/ui/figure';
import { Timeline } from '@/components/ui/timeline';
import { formatDateTime } from '@/lib/i18n/format';
import type { ReportEventView } from '@/lib/reporting/schema';

/** The steps of the report, newest first, each with who made it and why. */
export function ReportEvents({ events }: { events: readonly ReportEventView[] }) {
  const t = useTranslations('reporting');
  const locale = useLocale();
  const returned = events.filter(({ move }) => move === 'return').length;
  return (
    <Block
      title={t('events.title')}
      note={returned > 0 ? t('events.returned', { count: returned }) : undefined}
    >
      <Timeline
        entries={events.toReversed().map(({ id, move, at, by, reason }, index) => ({
          id: String(id),
          title: t(`done.${move}`),
          state: index === 0 ? ('current' as const) : ('done' as const),
          detail: (
            <>
              <p>{[by, formatDateTime(at, locale)].filter(Boolean).join(', ')}</p>
              {reason !== null && <p className="text-ink">“{reason}”</p>}
            </>
          ),
        }))}
      />
    </Block>
  );
}
