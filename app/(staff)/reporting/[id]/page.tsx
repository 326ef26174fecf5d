import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { DoneNotice } from '@/components/access/done-notice';
import { EntryGrid } from '@/components/reporting/entry-grid';
import { EvidenceSlots } from '@/components/reporting/evidence-slots';
import { Ladder } from '@/components/reporting/ladder';
import { ReportEvents } from '@/components/reporting/report-events';
import { ReportHead } from '@/components/reporting/report-head';
import { Main } from '@/components/shell/main';
import { ButtonLink } from '@/components/ui/button';
import { Details } from '@/components/ui/details';
import { formatPeriod, formatPeriodInText } from '@/lib/i18n/format';
import { orNotFound } from '@/lib/kernel/or-not-found';
import { sectionsOf } from '@/lib/reporting/entry/rules';
import { getCellHistory, getReport } from '@/lib/reporting/queries/get';
import type { ReportView } from '@/lib/reporting/schema';
import { requireStaffWith } from '@/lib/session/staff';
import { beforeOf, cellsFor, firstPart, laddersOf, remarksOf } from './entry-data';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('reporting');
  return { title: t('title') };
}

/** One facility's form of one period: to fill while it is open, to read ever after. */
export default async function ReportPage({ params, searchParams }: PageProps<'/reporting/[id]'>) {
  const actor = await requireStaffWith('report.read');
  const [{ id }, search] = await Promise.all([params, searchParams]);
  const report = await orNotFound(getReport(actor, { id }));
  const part = firstPart(report, typeof search.cell === 'string' ? search.cell : undefined);
  const [locale, t, cell, history] = await Promise.all([
    getLocale(),
    getTranslations('reporting'),
    getTranslations('reporting.cell'),
    part === null ? null : getCellHistory(actor, { reportId: id, part }),
  ]);
  const sections = sectionsOf(report.form, report.elements, locale);
  const parts = sections.flatMap((section) => section.parts);
  const period = formatPeriod(report.period.id, locale);
  const done = typeof search.done === 'string' && t.has(`did.${search.done}` as 'did.submit');
  const slots = report.elements.filter(({ evidence }) => evidence);
  return (
    <Main width="full">
      <EntryGrid
        reportId={id}
        version={report.version}
        canEnter={report.canEnter}
        periodId={report.period.id}
        periodLabel={period}
        before={beforeOf(report, locale, (number) => t('entry.month', { number }))}
        sections={sections}
        cells={cellsFor(report, parts, cell)}
        rules={{ elements: report.elements, checks: report.checks, context: report.context }}
        remarks={remarksOf(report)}
        moves={{
          submits: offers(report, 'submit'),
          barred: report.barred.includes('submit'),
          carriable: report.carriable.length,
        }}
        shown={part === null || history === null ? null : { part, history }}
        head={
          <ReportHead
            report={report}
            title={t('entry.title', { period: formatPeriodInText(report.period.id, locale) })}
            crumbs={[{ href: '/reporting', label: t('crumb') }, { label: period }]}
          >
            {done && (
              <div className="mt-4">
                <DoneNotice>{t(`did.${search.done}` as 'did.submit')}</DoneNotice>
              </div>
            )}
            {judges(report) && (
              <div className="no-print mt-3">
                <ButtonLink href={`/reporting/${id}/review`}>{t('review.begin')}</ButtonLink>
              </div>
            )}
          </ReportHead>
        }
      >
        <Ladders report={report} more={t('entry.ladders')} />
        <EvidenceSlots
          reportId={id}
          slots={slots.map((element) => ({ element: element.id, label: element.label[locale] }))}
          evidence={report.evidence}
          canOffer={report.canEnter}
        />
        <ReportEvents events={report.events} />
      </EntryGrid>
    </Main>
  );
}

function offers(report: ReportView, move: 'submit'): boolean {
  return (
    report.moves.includes(move) ||
    report.barred.includes(move) ||
    report.blocked.some(({ name }) => name === move)
  );
}

/** The department and the ministry judge on a page of their own. */
function judges({ moves, blocked, barred }: ReportView): boolean {
  return [...moves, ...blocked.map(({ name }) => name), ...barred].some((name) => name !== 'submit');
}

/** The first ladder in full, the others one press away. */
function Ladders({ report, more }: { report: ReportView; more: string }) {
  const [first, ...others] = laddersOf(report);
  const offerAt = report.canEnter
    ? (element: string) => `/reporting/${report.id}/evidence#evidence-${element}`
    : null;
  if (first === undefined) return null;
  return (
    <div className="border-t-2 border-ink pt-3">
      <Ladder ladder={first} offerAt={offerAt} />
      {others.length > 0 && (
        <Details summary={more} className="mt-3 text-small">
          <div className="flex flex-col gap-6">
            {others.map((ladder) => (
              <Ladder key={ladder.id} ladder={ladder} offerAt={offerAt} />
            ))}
          </div>
        </Details>
      )}
    </div>
  );
}
