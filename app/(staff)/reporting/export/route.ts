import { Readable } from 'node:stream';
import type { NextRequest } from 'next/server';
import { getLocale, getTranslations } from 'next-intl/server';
import { z } from 'zod';
import { formatDateTime, formatPeriod } from '@/lib/i18n/format';
import type { Locale } from '@/lib/i18n/locale';
import { now } from '@/lib/kernel/clock';
import { DomainError } from '@/lib/kernel/errors';
import { problemOf } from '@/lib/kernel/file-answer';
import type { ReportForm } from '@/lib/reporting/define';
import { aboutExport, exportLines } from '@/lib/reporting/exchange/queries/export';
import { csvOf, type ExportWords, xlsxOf } from '@/lib/reporting/exchange/queries/write';
import { FileFormat } from '@/lib/reporting/exchange/schema';
import { ListReports } from '@/lib/reporting/schema';
import { requireStaffWith } from '@/lib/session/staff';

const Asked = z.object({ format: FileFormat.default('xlsx'), report: z.uuid().optional() });

const kinds = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const satisfies Record<FileFormat, string>;

/** The list one is looking at, or one report, as a table file that can be filled in and read back. */
export async function GET(request: NextRequest): Promise<Response> {
  const actor = await requireStaffWith('report.read');
  const given = Object.fromEntries([...request.nextUrl.searchParams].filter(([, value]) => value !== ''));
  const [asked, filters] = [Asked.safeParse(given), ListReports.safeParse(given)];
  if (!asked.success || !filters.success) return problemOf(new DomainError('invalid', 'filters'));
  const { format, report } = asked.data;
  const { after: _after, before: _before, ...rest } = filters.data;
  try {
    const locale = await getLocale();
    const about = await aboutExport(actor, { report, filters: rest });
    if (about === null) throw new DomainError('not_found', 'report');
    // The period is fixed now: a new one may open while the file is written.
    const pages = exportLines(actor, { locale, report, filters: { ...rest, period: about.period } });
    const stream =
      format === 'csv'
        ? csvOf(pages)
        : xlsxOf(pages, { ...about, locale, words: await wordsOf(about, locale) });
    return new Response(Readable.toWeb(stream) as ReadableStream<Uint8Array>, {
      headers: {
        'content-type': kinds[format],
        'content-disposition': `attachment; filename="bao-cao-${about.period}.${format}"`,
        'cache-control': 'no-store',
      },
    });
  } catch (cause) {
    return problemOf(cause);
  }
}

async function wordsOf(
  { form, period }: { form: ReportForm; period: string },
  locale: Locale,
): Promise<ExportWords> {
  const t = await getTranslations('reporting.exchange.file');
  return {
    data: t('data'),
    definitions: t('definitions'),
    about: t('about'),
    definition: ['part', 'label', 'type', 'options', 'computed'].map((name) =>
      t(`definition.${name as 'part'}`),
    ),
    type: (type) => t(`type.${type as 'count'}`),
    facts: [
      [t('fact.form'), form.title[locale]],
      [t('fact.period'), formatPeriod(period, locale)],
      [t('fact.asOf'), formatDateTime(now(), locale)],
      [t('fact.basis'), form.legalBasis.join('; ')],
      [t('fact.how'), t('how')],
    ],
  };
}
