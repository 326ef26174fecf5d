import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getLocale, getTranslations } from 'next-intl/server';
import { FigureDossiers } from '@/components/performance/figure-dossiers';
import { Main } from '@/components/shell/main';
import { BackLink } from '@/components/ui/breadcrumbs';
import { EmptyState } from '@/components/ui/notice';
import { listFigureDossiers } from '@/lib/dossiers/queries/figures';
import { figureNames, scopeOf } from '@/lib/dossiers/review/figures/rules';
import { formatDate } from '@/lib/i18n/format';
import { civilDateAt } from '@/lib/kernel/calendar';
import { now } from '@/lib/kernel/clock';
import { requireStaffWith } from '@/lib/session/staff';
import { firstOf, type SearchParams } from '../../dossiers/lines';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('performance');
  return { title: t('title') };
}

/** The dossiers behind one figure: what is counted can be read. */
export default async function FigureDossiersPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const actor = await requireStaffWith('performance.read');
  const raw = firstOf(await searchParams);
  const figure = figureNames.find((name) => name === raw.figure);
  if (figure === undefined) notFound();
  const scope = scopeOf(raw, civilDateAt(now()));
  const [{ rows, more }, t, locale] = await Promise.all([
    listFigureDossiers(actor, { ...scope, figure, officer: raw.officer }),
    getTranslations('performance'),
    getLocale(),
  ]);
  const title = t(more ? 'behindMore' : 'behind', { figure: t(`figure.${figure}`), count: rows.length });
  return (
    <Main width="wide">
      <BackLink href={`/performance?${new URLSearchParams({ ...scope }).toString()}`}>{t('back')}</BackLink>
      <h1>{title}</h1>
      <p className="mb-4 text-muted">
        {t('period', { from: formatDate(scope.from, locale), to: formatDate(scope.to, locale) })}
      </p>
      {rows.length === 0 ? (
        <EmptyState title={t('empty')}>{t('emptyHint')}</EmptyState>
      ) : (
        <FigureDossiers
          caption={title}
          rows={rows.map(({ procedureVi, procedureEn, ...row }) => ({
            ...row,
            procedure: locale === 'vi' ? procedureVi : procedureEn,
          }))}
        />
      )}
    </Main>
  );
}
