import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { type FigureLine, FigureTable } from '@/components/performance/figure-table';
import { Main, PageTitle } from '@/components/shell/main';
import { FilterBar, FilterDate } from '@/components/ui/filter-bar';
import { EmptyState } from '@/components/ui/notice';
import { readFigures } from '@/lib/dossiers/queries/figures';
import { type FigureName, scopeOf, smallestSample, totalOf } from '@/lib/dossiers/review/figures/rules';
import { formatDate } from '@/lib/i18n/format';
import { civilDateAt } from '@/lib/kernel/calendar';
import { now } from '@/lib/kernel/clock';
import { civilDateOf } from '@/lib/procedures/fields/rules';
import { requireStaffWith } from '@/lib/session/staff';
import { firstOf, type SearchParams } from '../dossiers/lines';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('performance');
  return { title: t('title') };
}

export default async function PerformancePage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const actor = await requireStaffWith('performance.read');
  const raw = firstOf(await searchParams);
  const scope = scopeOf(
    { from: raw.from && civilDateOf(raw.from), to: raw.to && civilDateOf(raw.to) },
    civilDateAt(now()),
  );
  const [rows, t, locale] = await Promise.all([
    readFigures(actor, scope),
    getTranslations('performance'),
    getLocale(),
  ]);
  const officers: FigureLine[] = rows.map((row) => ({
    ...row,
    id: row.id ?? 'none',
    name: row.id === null ? t('unassigned') : row.name,
  }));
  const total: FigureLine = { ...totalOf(rows), id: 'all', name: t('unit') };
  const hrefOf = (figure: FigureName, line: FigureLine) => {
    const officer = line.id === 'all' ? {} : { officer: line.id };
    return `/performance/dossiers?${new URLSearchParams({ figure, ...scope, ...officer }).toString()}`;
  };
  const day = (date: string) => formatDate(date, locale);
  return (
    <Main width="full">
      <PageTitle lead={t('lead')}>{t('title')}</PageTitle>
      <FilterBar action="/performance" label={t('title')} submit={t('apply')}>
        {(['from', 'to'] as const).map((name) => (
          <FilterDate key={name} name={name} label={t(name)} value={scope[name]} />
        ))}
      </FilterBar>
      <h2 className="mt-8 mb-3">{t('period', { from: day(scope.from), to: day(scope.to) })}</h2>
      {rows.length === 0 ? (
        <EmptyState title={t('empty')}>{t('emptyHint')}</EmptyState>
      ) : (
        <FigureTable caption={t('byOfficer')} lines={[total, ...officers]} hrefOf={hrefOf} />
      )}
      <div className="mt-4 text-14 text-muted">
        <p>{t('fewWhy', { count: smallestSample })}</p>
        <p>
          {t('figure.first_time_right')}: {t('explain.first_time_right')}
        </p>
        <p>
          {t('figure.overdue')}: {t('explain.overdue')}
        </p>
      </div>
    </Main>
  );
}
