import { useLocale, useTranslations } from 'next-intl';
import type { DataRow } from '@/components/tables/data-table';
import { ButtonLink } from '@/components/ui/button';
import { SampleBadge } from '@/components/ui/sample';
import { StatusTag } from '@/components/ui/status-tag';
import { TextLink } from '@/components/ui/text-link';
import type { DossierState } from '@/lib/dossiers/workflow';
import { formatDate, formatDateTime } from '@/lib/i18n/format';
import type { Standing } from '@/lib/kernel/clock-standing';
import { StandingTag, useStandingWords } from './standing-tag';

export interface QueueLine {
  id: string;
  code: string;
  state: DossierState;
  procedure: string;
  applicantName: string;
  subject: string;
  assignee: string | null;
  channel: 'ministry_portal' | 'npsp' | 'counter' | 'post';
  submittedAt: Date | null;
  dueAt: Date | null;
  updatedAt: Date;
  sample: boolean;
  standing: LineStanding | null;
}

type LineStanding = Pick<Standing, 'category' | 'due' | 'remainingWorkingDays'>;

export function dossierHref(code: string): string {
  return `/dossiers/${encodeURIComponent(code)}`;
}

/** Lines for the table; the words are looked up once for all of them, not once for each. */
export function useQueueRows(lines: readonly QueueLine[]): DataRow[] {
  const state = useTranslations('states.state');
  const t = useTranslations('officer.list');
  const standingWords = useStandingWords();
  const locale = useLocale();
  const unassigned = <span className="text-muted">{t('unassigned')}</span>;
  const day = (at: Date | null) => (
    <span className="tabular whitespace-nowrap">{at === null ? '–' : formatDate(at, locale)}</span>
  );
  return lines.map((line) => ({
    id: line.id,
    name: line.code,
    cells: {
      code: <Code line={line} />,
      subject: <Subject line={line} />,
      applicant: line.applicantName,
      state: state(line.state),
      assignee: line.assignee ?? unassigned,
      submitted: day(line.submittedAt),
      due: day(line.standing?.due ?? line.dueAt),
      standing: (
        <div className="whitespace-nowrap">
          <StatusTag {...standingWords(line.standing)} />
        </div>
      ),
    },
    preview: <Preview line={line} />,
  }));
}

function Code({ line }: { line: QueueLine }) {
  return (
    <TextLink href={dossierHref(line.code)} className="tabular sm:whitespace-nowrap">
      {line.code}
    </TextLink>
  );
}

function Subject({ line }: { line: QueueLine }) {
  return (
    <div className="max-w-96 min-w-48">
      <p className="font-medium">{line.subject === '' ? line.procedure : line.subject}</p>
      {line.subject !== '' && <p className="line-clamp-1 text-muted">{line.procedure}</p>}
    </div>
  );
}

function Preview({ line }: { line: QueueLine }) {
  const t = useTranslations('officer');
  const state = useTranslations('states.state');
  const locale = useLocale();
  const moment = (at: Date | null) => (at === null ? '–' : formatDateTime(at, locale));
  const facts = [
    [t('list.column.procedure'), line.procedure],
    [t('head.applicant'), line.applicantName],
    [t('list.column.state'), state(line.state)],
    [t('head.assignee'), line.assignee ?? t('list.unassigned')],
    [t('head.channel'), t(`channel.${line.channel}`)],
    [t('list.column.submitted'), moment(line.submittedAt)],
    [t('list.column.due'), moment(line.standing?.due ?? line.dueAt)],
    [t('list.column.updated'), moment(line.updatedAt)],
  ] as const;
  return (
    <div className="text-14">
      <p className="tabular text-muted">{line.code}</p>
      <h2 className="text-18">{line.subject === '' ? line.procedure : line.subject}</h2>
      <p className="mt-1">
        <StandingTag standing={line.standing} />
      </p>
      {line.sample && (
        <p className="mt-2">
          <SampleBadge />
        </p>
      )}
      <dl className="mt-3 border-t border-line">
        {facts.map(([label, value]) => (
          <div key={label} className="grid grid-cols-[8rem_1fr] gap-3 border-b border-line py-1.5">
            <dt className="text-muted">{label}</dt>
            <dd className="min-w-0">{value}</dd>
          </div>
        ))}
      </dl>
      <div className="mt-4">
        <ButtonLink href={dossierHref(line.code)} size="small">
          {t('list.open')}
        </ButtonLink>
      </div>
    </div>
  );
}
