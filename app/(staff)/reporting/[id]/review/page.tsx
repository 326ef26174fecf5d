import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { EvidencePanel } from '@/components/reporting/evidence-panel';
import { ReportEvents } from '@/components/reporting/report-events';
import { ReportHead } from '@/components/reporting/report-head';
import { ReviewForm } from '@/components/reporting/review-form';
import { Main } from '@/components/shell/main';
import { TextLink } from '@/components/ui/text-link';
import { formatDateTime, formatPeriod, formatPeriodInText } from '@/lib/i18n/format';
import { orNotFound } from '@/lib/kernel/or-not-found';
import { entryParts } from '@/lib/reporting/entry/rules';
import { listEvidence } from '@/lib/reporting/evidence/queries';
import { shiftPeriod } from '@/lib/reporting/periods/rules';
import { getReport } from '@/lib/reporting/queries/get';
import { requireStaffWith } from '@/lib/session/staff';
import { judgedAt, reviewRows } from './review-data';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('reporting.review'))('title') };
}

/** For those who judge: what changed, what the rules ask, the proofs, and the decision. */
export default async function ReviewPage({ params }: PageProps<'/reporting/[id]/review'>) {
  const actor = await requireStaffWith('report.read');
  const { id } = await params;
  const [report, evidence] = await orNotFound(
    Promise.all([getReport(actor, { id }), listEvidence(actor, { reportId: id })]),
  );
  const [locale, t, cell] = await Promise.all([
    getLocale(),
    getTranslations('reporting'),
    getTranslations('reporting.cell'),
  ]);
  const period = formatPeriod(report.period.id, locale);
  const judged = judgedAt(report);
  const rows = await reviewRows({ actor, report, parts: entryParts(report.elements, locale), locale, cell });
  return (
    <Main width="full">
      <div className="grid grid-cols-[minmax(0,1fr)] items-start gap-x-9 gap-y-8 xl:grid-cols-[minmax(0,1fr)_19.75rem]">
        <div className="min-w-0">
          <ReportHead
            report={report}
            title={t('review.heading', { period: formatPeriodInText(report.period.id, locale) })}
            crumbs={[
              { href: '/reporting', label: t('crumb') },
              { href: `/reporting/${id}`, label: period },
              { label: t('review.title') },
            ]}
          />
          <ReviewForm
            reportId={id}
            version={report.version}
            moves={report.moves}
            unready={report.blocked.map(({ name }) => name)}
            barred={report.barred}
            rows={rows}
            columns={{ before: formatPeriod(shiftPeriod(report.period.id, -1), locale), now: period }}
            since={
              judged === null
                ? t('review.sinceNever')
                : t('review.since', { what: t(`done.${judged.move}`), at: formatDateTime(judged.at, locale) })
            }
          />
          <div className="mt-10 border-t-2 border-ink pt-3">
            <h2>{t('evidence.title')}</h2>
            <EvidencePanel
              list={evidence}
              reportId={id}
              elementNames={Object.fromEntries(report.elements.map((one) => [one.id, one.label[locale]]))}
              facilityName={report.facility.name[locale]}
              periodEnd={report.period.endsOn}
              back={`/reporting/${id}/review`}
              echo={{}}
            />
          </div>
        </div>
        <aside aria-label={t('events.title')} className="flex min-w-0 flex-col gap-6">
          <ReportEvents events={report.events} />
          <p className="text-small">
            <TextLink href={`/reporting/${id}`}>{t('review.wholeForm')}</TextLink>
          </p>
        </aside>
      </div>
    </Main>
  );
}
