import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { EvidencePanel } from '@/components/reporting/evidence-panel';
import { ReportHead } from '@/components/reporting/report-head';
import { Main } from '@/components/shell/main';
import { formatPeriod, formatPeriodInText } from '@/lib/i18n/format';
import { orNotFound } from '@/lib/kernel/or-not-found';
import { listEvidence } from '@/lib/reporting/evidence/queries';
import { getReport } from '@/lib/reporting/queries/get';
import { requireStaffWith } from '@/lib/session/staff';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('reporting.evidence');
  return { title: t('title') };
}

/** The written proofs of a report: what was offered, what was found in it, who decided. */
export default async function EvidencePage({ params, searchParams }: PageProps<'/reporting/[id]/evidence'>) {
  const actor = await requireStaffWith('report.read');
  const [{ id }, search] = await Promise.all([params, searchParams]);
  const [report, list] = await orNotFound(
    Promise.all([getReport(actor, { id }), listEvidence(actor, { reportId: id })]),
  );
  const [locale, t] = await Promise.all([getLocale(), getTranslations('reporting')]);
  const said = Object.fromEntries(
    Object.entries(search).flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : [])),
  );
  const period = formatPeriod(report.period.id, locale);
  return (
    <Main>
      <ReportHead
        report={report}
        title={t('evidence.pageTitle', { period: formatPeriodInText(report.period.id, locale) })}
        crumbs={[
          { href: '/reporting', label: t('crumb') },
          { href: `/reporting/${id}`, label: period },
          { label: t('evidence.title') },
        ]}
      />
      <EvidencePanel
        list={list}
        reportId={id}
        elementNames={Object.fromEntries(report.elements.map((one) => [one.id, one.label[locale]]))}
        facilityName={report.facility.name[locale]}
        periodEnd={report.period.endsOn}
        back={`/reporting/${id}/evidence`}
        echo={said}
      />
    </Main>
  );
}
