import type { QueueLine } from '@/components/dossiers/queue-rows';
import type { DossierLine } from '@/lib/dossiers/queries/list';
import { readStandings } from '@/lib/dossiers/queries/standings';
import type { ListDossiers } from '@/lib/dossiers/schema';
import type { Locale } from '@/lib/i18n/locale';
import type { Standing } from '@/lib/kernel/clock-standing';
import type { Actor } from '@/lib/policy/actor';

export type SearchParams = Record<string, string | string[] | undefined>;

/** The first value of each parameter; a repeated one says nothing more. */
export function firstOf(params: SearchParams): Record<string, string | undefined> {
  return Object.fromEntries(
    Object.entries(params).map(([name, value]) => [name, Array.isArray(value) ? value[0] : value]),
  );
}

/** Lines of a list with their standing, the calendar read once for all of them. */
export async function queueLines(
  actor: Actor,
  rows: readonly DossierLine[],
  locale: Locale,
): Promise<QueueLine[]> {
  const standings = await readStandings(actor, { ids: rows.map(({ id }) => id) });
  return rows.map((row) => ({
    id: row.id,
    code: row.code ?? row.draftCode,
    state: row.state,
    procedure: locale === 'vi' ? row.procedureVi : row.procedureEn,
    applicantName: row.applicantName,
    subject: row.subject,
    assignee: row.assignee,
    channel: row.channel as QueueLine['channel'],
    submittedAt: row.submittedAt,
    dueAt: row.dueAt,
    updatedAt: row.updatedAt,
    sample: row.sample,
    standing: told(standings[row.id]),
  }));
}

/** A page carries no more of a standing than it shows. */
function told(standing: Standing | undefined): QueueLine['standing'] {
  if (standing === undefined) return null;
  const { category, due, remainingWorkingDays } = standing;
  return { category, due, remainingWorkingDays };
}

/** The address of a view; what is at its default is left out. */
export function addressOf(input: ListDossiers, path = '/dossiers'): string {
  const { view, procedure, state, q, sort, order, after, before } = input;
  const given = {
    view,
    procedure,
    state,
    q,
    sort: sort === 'due' ? undefined : sort,
    order: order === 'asc' ? undefined : order,
    after,
    before,
  };
  const search = new URLSearchParams(
    Object.entries(given).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
  return `${path}?${search.toString()}`;
}
