import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { FigureRows } from '@/components/home/figure-rows';
import { PublicFigure } from '@/components/home/progress-figures';
import { Main, PageTitle } from '@/components/shell/main';
import { Breadcrumbs } from '@/components/ui/breadcrumbs';
import { EmptyState } from '@/components/ui/notice';
import { listPublicFigures } from '@/lib/indicators/queries';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('pages.progress'))('title') };
}

export default async function ProgressPage() {
  const [pages, t, figures] = await Promise.all([
    getTranslations('pages'),
    getTranslations('pages.progress'),
    listPublicFigures({}),
  ]);
  const measured = figures.filter(({ standing }) => standing !== 'no_data');
  return (
    <Main width="wide">
      <Breadcrumbs crumbs={[{ href: '/', label: pages('home') }, { label: t('title') }]} />
      <div className="mt-4">
        <PageTitle lead={t('lead')}>{t('title')}</PageTitle>
      </div>
      {figures.length === 0 && <EmptyState title={t('none')} />}
      {measured.length > 0 && (
        <section aria-labelledby="measured">
          <h2 id="measured" className="border-b-2 border-ink pb-2">
            {t('measured')}
          </h2>
          <ul className="mt-6 grid gap-x-12 gap-y-10 md:grid-cols-2 lg:grid-cols-3">
            {measured.map((figure) => (
              <li key={figure.id}>
                <PublicFigure figure={figure} />
              </li>
            ))}
          </ul>
          <p className="mt-6 max-w-prose text-small text-muted">{t('bands')}</p>
        </section>
      )}
      {figures.length > 0 && (
        <section className="mt-12">
          <FigureRows figures={figures} />
        </section>
      )}
    </Main>
  );
}
