import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { FigureRows } from '@/components/home/figure-rows';
import { ExportLinks } from '@/components/indicators/export-links';
import { IndicatorTabs } from '@/components/indicators/indicator-tabs';
import { TargetFilterForm } from '@/components/indicators/target-filter';
import { grouped, matches, tallyOf } from '@/components/indicators/target-groups';
import { TargetTable } from '@/components/indicators/target-table';
import { without } from '@/components/indicators/view';
import { Main, PageTitle } from '@/components/shell/main';
import { EmptyState } from '@/components/ui/notice';
import { Counter } from '@/components/ui/status-tag';
import { listPublicFigures } from '@/lib/indicators/queries/published';
import { listTargets } from '@/lib/indicators/queries/targets';
import { ListTargets } from '@/lib/indicators/targets/schema';
import { requireStaffWith } from '@/lib/session/staff';
import { askedOf } from '../view';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('indicators.targets');
  return { title: t('title') };
}

/** All 72 targets of the plans and the published figures; what is unknown is called unknown. */
export default async function TargetsPage({ searchParams }: PageProps<'/indicators/targets'>) {
  const actor = await requireStaffWith('indicator.read');
  const { view, input, raw } = await askedOf(searchParams);
  const { pillar } = ListTargets.pick({ pillar: true })
    .catch({})
    .parse({ pillar: raw.pillar || undefined });
  const { status } = ListTargets.pick({ status: true })
    .catch({})
    .parse({ status: raw.status || undefined });
  const [lines, figures, t] = await Promise.all([
    listTargets(actor, input),
    listPublicFigures({}),
    getTranslations('indicators'),
  ]);
  const shown = lines.filter((line) => matches({ pillar, status }, line));
  const here = without(view, 'measure');
  return (
    <Main width="full">
      <div className="print-wide">
        <IndicatorTabs current="targets" />
        <PageTitle
          lead={t('targets.answer', tallyOf(lines))}
          aside={<ExportLinks view={here} what="targets" more={{ pillar, status }} />}
        >
          {t('targets.title')}
        </PageTitle>
        <TargetFilterForm filter={{ pillar, status }} />
        <p className="mt-3 text-14 text-muted">
          {t('targets.shown', { shown: shown.length, all: lines.length })}
        </p>
        {shown.length === 0 && <EmptyState title={t('targets.empty')}>{t('targets.emptyHint')}</EmptyState>}
        {grouped(shown, pillar).map(({ group, lines: own }) => {
          const name = group === 'all' ? t('targets.allPillars') : t(`targets.pillars.${group}`);
          return (
            <section key={group} aria-labelledby={group} className="mt-8">
              <h2 id={group} className="mb-2 border-b-2 border-ink pb-2">
                {name} <Counter>{t('targets.count', { count: own.length })}</Counter>
              </h2>
              <TargetTable caption={name} lines={own} view={here} />
            </section>
          );
        })}
        <section aria-labelledby="published" className="mt-12">
          <h2 id="published">{t('targets.published')}</h2>
          <p className="mb-3 max-w-prose text-14 text-muted">{t('targets.publishedNote')}</p>
          <FigureRows figures={figures} />
        </section>
      </div>
    </Main>
  );
}
