import type { QueueLine } from '@/components/dossiers/queue-rows';
import type { DossierLine } from '@/lib/dossiers/queries/list';
import { readStandings } from '@/lib/dossiers/queries/standings';
import type { ListDossiers } from '@/lib/dossiers/schema';
import type { Locale } from '@/lib/i18n/locale';
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
  return rows.map(({ procedureVi, procedureEn, code, draftCode, channel, ...line }) => ({
    ...line,
    code: code ?? draftCode,
    channel: channel as QueueLine['channel'],
    procedure: locale === 'vi' ? procedureVi : procedureEn,
    standing: standings[line.id] ?? null,
  }));
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
