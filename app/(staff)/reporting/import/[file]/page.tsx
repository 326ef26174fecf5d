import type { Metadata } from 'next';
import { notFound, redirect } from 'next/navigation';
import { getLocale, getTranslations } from 'next-intl/server';
import { ImportReport } from '@/components/reporting/import-report';
import { Main } from '@/components/shell/main';
import { Breadcrumbs } from '@/components/ui/breadcrumbs';
import type { Locale } from '@/lib/i18n/locale';
import { DomainError } from '@/lib/kernel/errors';
import { orNotFound } from '@/lib/kernel/or-not-found';
import { previewKept } from '@/lib/reporting/exchange/queries/preview';
import { ImportRef } from '@/lib/reporting/exchange/schema';
import { parts } from '@/lib/reporting/forms/elements';
import { requireStaffWith } from '@/lib/session/staff';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('reporting.exchange.preview');
  return { title: t('title') };
}

/** The dry run of a file: everything it would change and everything that is not taken; nothing is written yet. */
export default async function PreviewPage({ params, searchParams }: PageProps<'/reporting/import/[file]'>) {
  const actor = await requireStaffWith('report.enter');
  const [{ file }, { period, written, reports }] = await Promise.all([params, searchParams]);
  const { data: ref } = ImportRef.safeParse({ file, ...(typeof period === 'string' ? { period } : {}) });
  if (ref === undefined) notFound();
  const [summary, locale, t] = await Promise.all([
    orNotFound(previewKept(actor, ref)).catch(unreadable),
    getLocale(),
    getTranslations('reporting'),
  ]);
  return (
    <Main>
      <Breadcrumbs
        crumbs={[
          { href: '/reporting', label: t('crumb') },
          { href: '/reporting/import', label: t('exchange.import.title') },
          { label: t('exchange.preview.title') },
        ]}
      />
      <h1 className="mt-1 mb-6">{t('exchange.preview.title')}</h1>
      <ImportReport
        summary={summary}
        file={ref.file}
        period={ref.period}
        written={
          typeof written === 'string' ? { cells: Number(written), reports: Number(reports) } : undefined
        }
        partNames={namesIn(locale)}
      />
    </Main>
  );
}

function unreadable(cause: unknown): never {
  if (cause instanceof DomainError && cause.code === 'unsupported_file')
    redirect('/reporting/import?fault=unsupported_file');
  throw cause;
}

function namesIn(locale: Locale): Record<string, string> {
  return Object.fromEntries(
    parts.map(({ id, label, element }) => [id, label?.[locale] ?? element.label[locale]]),
  );
}
