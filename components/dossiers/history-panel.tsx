import { useLocale, useTranslations } from 'next-intl';
import { Timeline } from '@/components/ui/timeline';
import type { DossierMove } from '@/lib/dossiers/workflow';
import { formatDateTime } from '@/lib/i18n/format';
import type { Role } from '@/lib/policy/table';

export interface HistoryEvent {
  seq: number;
  move: DossierMove | 'open';
  actorName: string;
  role: string;
  onBehalf: string | null;
  reason: string | null;
  payload: Readonly<Record<string, unknown>>;
  at: Date;
}

/** Who did what, in which role, for whom, why and when; newest first. */
export function HistoryPanel({ events, title }: { events: readonly HistoryEvent[]; title?: string }) {
  const t = useTranslations('officer.history');
  const done = useTranslations('states.done');
  const entries = [...events].reverse().map((event) => ({
    id: String(event.seq),
    title: done(event.move),
    detail: <Detail event={event} />,
  }));
  return (
    <section aria-labelledby="history" className="text-14">
      <h2 id="history" className="mb-3">
        {title ?? t('title')}
      </h2>
      <Timeline entries={entries} />
    </section>
  );
}

function Detail({ event }: { event: HistoryEvent }) {
  const t = useTranslations('officer.history');
  const role = useTranslations('staff.role');
  const locale = useLocale();
  const texts = [
    [t('reason'), event.reason],
    [t('opinion'), event.payload.opinion],
    [t('decision'), event.payload.decision],
  ] as const;
  return (
    <>
      <span className="tabular">{formatDateTime(event.at, locale)}</span>
      {' · '}
      {t('by', { name: event.actorName, role: role(event.role as Role) })}
      {event.onBehalf !== null && `, ${t('onBehalf')}`}
      {typeof event.payload.number === 'string' && ` · ${t('number', { number: event.payload.number })}`}
      {texts.map(([label, text]) =>
        typeof text === 'string' && text !== '' ? (
          <span key={label} className="block whitespace-pre-line text-ink">
            {label}: {text}
          </span>
        ) : null,
      )}
    </>
  );
}
