import type { Metadata } from 'next';
import { getLocale, getMessages, getTranslations } from 'next-intl/server';
import { QueueFilters } from '@/components/dossiers/queue-filters';
import { QueueKeys } from '@/components/dossiers/queue-keys';
import { QueueTable } from '@/components/dossiers/queue-table';
import { ShortcutSwitch } from '@/components/dossiers/shortcut-switch';
import { Main } from '@/components/shell/main';
import { Words } from '@/components/shell/words';
import type { DataColumn } from '@/components/tables/data-table';
import { Button, ButtonLink } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/notice';
import { Pagination } from '@/components/ui/pagination';
import { Tabs } from '@/components/ui/tabs';
import { countDossiers, listDossiers } from '@/lib/dossiers/queries/list';
import { ListDossiers } from '@/lib/dossiers/schema';
import { countCap } from '@/lib/kernel/pagination';
import { listProcedureTitles } from '@/lib/procedures/queries';
import { requireStaffWith } from '@/lib/session/staff';
import { addressOf, firstOf, queueLines, type SearchParams } from './lines';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('officer.list');
  return { title: t('title') };
}

const views = ['mine', 'unit', 'due_soon', 'overdue', 'waiting', 'all'] as const;

/** The officers' list: the table is the page, and the address is the view. */
export default async function DossiersPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const actor = await requireStaffWith('dossier.read');
  const raw = firstOf(await searchParams);
  const counting = countDossiers(actor, { views });
  const searched = raw.state !== undefined || raw.q !== undefined;
  const fallback = raw.view || searched ? 'all' : (await counting).mine === 0 ? 'unit' : 'mine';
  const input = ListDossiers.parse({ view: fallback, ...present(raw) });
  const [counts, page, procedures, locale, words, t] = await Promise.all([
    counting,
    listDossiers(actor, input),
    listProcedureTitles(undefined),
    getLocale(),
    wordsOfLines(),
    getTranslations('officer.list'),
  ]);
  const lines = await queueLines(actor, page.rows, locale);
  const capped = (view: string) =>
    (counts[view] ?? 0) > countCap ? t('cap', { count: countCap }) : (counts[view] ?? 0);
  const here = (change: Partial<ListDossiers>) => addressOf({ ...input, ...change });
  const tabs = views.map((view) => ({
    href: `/dossiers?view=${view}`,
    label: t(`view.${view}`),
    count: capped(view),
    current: view === input.view,
  }));
  return (
    <Main width="full">
      <div className="flex flex-wrap items-baseline justify-between gap-4">
        <h1>{t('title')}</h1>
        <div className="flex flex-wrap items-center gap-2">
          <ShortcutSwitch />
          <ButtonLink
            href={addressOf(input, '/dossiers/export')}
            variant="quiet"
            size="small"
            className="no-print"
          >
            {t('csvAll')}
          </ButtonLink>
        </div>
      </div>
      <Tabs label={t('views')} tabs={tabs} />
      <Words of={words}>
        <QueueFilters
          values={input}
          procedures={procedures.map(({ slug, title }) => ({ slug, title: title[locale] }))}
        />
        <QueueKeys />
        <p className="no-print hidden text-14 text-muted pointer-fine:block">{t('keys')}</p>
        <form method="get" action="/dossiers/export">
          <QueueTable
            caption={t('caption')}
            columns={columnsOf(input, t, here)}
            lines={lines}
            bulk={
              <Button variant="secondary" size="small">
                {t('csv')}
              </Button>
            }
            empty={<EmptyState title={t('empty')}>{t('emptyHint')}</EmptyState>}
          />
        </form>
      </Words>
      <Pagination
        previousHref={page.previous && here({ before: page.previous, after: undefined })}
        nextHref={page.next && here({ after: page.next, before: undefined })}
        position={t('position', { count: page.rows.length })}
      />
    </Main>
  );
}

/** Filters and lines are drawn in the browser too: they travel as data, not as markup. */
async function wordsOfLines() {
  const { officer, states, clock } = await getMessages();
  const { list, head, channel } = officer;
  return { officer: { list, head, channel }, states: { state: states.state }, clock };
}

function present(raw: Record<string, string | undefined>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(raw).filter((entry): entry is [string, string] => Boolean(entry[1])),
  );
}

type ListWords = Awaited<ReturnType<typeof getTranslations<'officer.list'>>>;

function columnsOf(
  input: ListDossiers,
  t: ListWords,
  here: (change: Partial<ListDossiers>) => string,
): DataColumn[] {
  const sort = (by: ListDossiers['sort']) => {
    const current = input.sort === by;
    const order = current && input.order === 'asc' ? 'desc' : 'asc';
    const direction = current
      ? input.order === 'asc'
        ? ('ascending' as const)
        : ('descending' as const)
      : undefined;
    return { href: here({ sort: by, order, after: undefined, before: undefined }), direction };
  };
  return [
    { key: 'code', header: t('column.code') },
    { key: 'subject', header: t('column.subject') },
    { key: 'applicant', header: t('column.applicant') },
    { key: 'state', header: t('column.state') },
    { key: 'assignee', header: t('column.assignee'), optional: true },
    { key: 'submitted', header: t('column.submitted'), sort: sort('submitted'), optional: true },
    { key: 'due', header: t('column.due'), sort: sort('due') },
    { key: 'standing', header: t('column.standing') },
  ];
}
