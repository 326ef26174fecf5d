import { useLocale, useTranslations } from 'next-intl';
import { TextLink } from '@/components/ui/text-link';
import { Timeline, type TimelineEntry } from '@/components/ui/timeline';
import { type DossierMove, isDossierMove } from '@/lib/dossiers/workflow';
import { formatDate, formatDateTime } from '@/lib/i18n/format';

export interface HistoryEvent {
  seq: number;
  move: string;
  reason: string | null;
  at: Date;
  payload: Readonly<Record<string, unknown>>;
}

interface HistoryProps {
  events: readonly HistoryEvent[];
  papers: readonly { id: string; title: string }[];
  /** The promised date while the result is still to come. */
  dueAt: Date | null;
}

/** What happened, oldest first, with the paper each step left behind, and what comes next. */
export function DossierHistory({ events, papers, dueAt }: HistoryProps) {
  const t = useTranslations('states');
  const own = useTranslations('applicant');
  const locale = useLocale();
  const entries: TimelineEntry[] = events.map((event) => {
    const paper = papers.find(({ id }) => id === event.payload.paperId);
    return {
      id: String(event.seq),
      title: isKnown(event.move) ? t(`done.${event.move}`) : event.move,
      detail: (
        <>
          {formatDateTime(event.at, locale)}
          {paper !== undefined && (
            <>
              {' · '}
              <TextLink href={`/api/documents/papers/${paper.id}`}>{paper.title}</TextLink>
            </>
          )}
          {event.reason !== null && <p>{own('reasonGiven', { reason: event.reason })}</p>}
        </>
      ),
    };
  });
  const next: TimelineEntry[] =
    dueAt === null
      ? []
      : [
          {
            id: 'next',
            title: own('next.title'),
            detail: own('next.by', { date: formatDate(dueAt, locale) }),
            state: 'next',
          },
        ];
  return <Timeline entries={[...entries, ...next]} />;
}

function isKnown(move: string): move is DossierMove | 'open' {
  return move === 'open' || isDossierMove(move);
}
