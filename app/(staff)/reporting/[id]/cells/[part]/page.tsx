import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getLocale, getTranslations } from 'next-intl/server';
import { CellVersions } from '@/components/reporting/cell-versions';
import { ReportHead } from '@/components/reporting/report-head';
import { type SeriesBar, SeriesBars } from '@/components/reporting/series-bars';
import { shownValue } from '@/components/reporting/shown-value';
import { Main } from '@/components/shell/main';
import { formatNumber, formatPeriod, formatPeriodInText } from '@/lib/i18n/format';
import { orNotFound } from '@/lib/kernel/or-not-found';
import type { CellValue } from '@/lib/reporting/checks';
import { entryParts } from '@/lib/reporting/entry/rules';
import { getCellHistory, getReport } from '@/lib/reporting/queries/get';
import { requireStaffWith } from '@/lib/session/staff';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('reporting.history'))('title') };
}

/** Every version of one cell, and the periods before it. */
export default async function CellPage({ params }: PageProps<'/reporting/[id]/cells/[part]'>) {
  const actor = await requireStaffWith('report.read');
  const { id, part: partId } = await params;
  const report = await orNotFound(getReport(actor, { id }));
  const [locale, t, cell] = await Promise.all([
    getLocale(),
    getTranslations('reporting'),
    getTranslations('reporting.cell'),
  ]);
  const part = entryParts(report.elements, locale).find((one) => one.id === partId);
  if (part === undefined) notFound();
  const history = await getCellHistory(actor, { reportId: id, part: part.id });
  const name = part.detail === null ? part.label : `${part.label}: ${part.detail}`;
  const period = formatPeriod(report.period.id, locale);
  const current = report.cells[part.id]?.current ?? null;
  const bar = (periodId: string, value: CellValue, text: string): SeriesBar => ({
    id: periodId,
    label: formatPeriod(periodId, locale),
    value: typeof value === 'number' ? value : typeof value === 'boolean' ? Number(value) : null,
    text,
    current: periodId === report.period.id,
  });
  const now = { value: current?.value ?? null, state: current?.state ?? null };
  return (
    <Main width="wide">
      <ReportHead
        report={report}
        title={`${name} (${part.id})`}
        crumbs={[
          { href: '/reporting', label: t('crumb') },
          { href: `/reporting/${id}?cell=${part.id}`, label: period },
          { label: t('history.title') },
        ]}
      />
      <h2 className="mt-6">
        {t('history.versions', { period: formatPeriodInText(report.period.id, locale) })}
      </h2>
      <CellVersions
        caption={name}
        versions={history.versions.map(({ recordedAt, ...version }) => ({
          ...version,
          recordedAt: recordedAt.toISOString(),
          text: shownValue(part, version, cell),
        }))}
      />
      <section className="mt-8 max-w-form">
        <h2>{t('history.periods')}</h2>
        <SeriesBars
          name={name}
          bars={[
            ...history.before.map((one) => bar(one.periodId, one.value, shownValue(part, one, cell))),
            bar(report.period.id, now.value, shownValue(part, now, cell)),
          ]}
        />
        {history.peersMedian !== null && history.peers.periodId !== null && (
          <p className="mt-2 text-small">
            {t('panel.peers', {
              value: formatNumber(history.peersMedian, 'vi', 1),
              count: history.peers.count,
              period: formatPeriod(history.peers.periodId, locale),
            })}
          </p>
        )}
      </section>
    </Main>
  );
}
