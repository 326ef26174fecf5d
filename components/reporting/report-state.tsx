import { useTranslations } from 'next-intl';
import { StatusTag, type StatusTone } from '@/components/ui/status-tag';
import type { ReportState } from '@/lib/reporting/workflow';

export const stateTones = {
  missing: 'no_data',
  draft: 'neutral',
  submitted: 'on_track',
  returned: 'at_risk',
  verified: 'on_time',
  locked: 'early',
} as const satisfies Record<ReportState | 'missing', StatusTone>;

/** Where a report stands, and that it is late when it is. */
export function ReportStateTag({ state, late = false }: { state: ReportState | 'missing'; late?: boolean }) {
  const t = useTranslations('reporting');
  return (
    <span className="inline-flex flex-wrap items-baseline gap-x-3">
      <StatusTag tone={stateTones[state]}>{t(`state.${state}`)}</StatusTag>
      {late && (
        <StatusTag tone="overdue">
          {t(state === 'missing' || state === 'draft' ? 'late.open' : 'late.handedIn')}
        </StatusTag>
      )}
    </span>
  );
}
