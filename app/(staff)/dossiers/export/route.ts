import type { NextRequest } from 'next/server';
import { getLocale, getTranslations } from 'next-intl/server';
import { listDossiers } from '@/lib/dossiers/queries/list';
import { ListDossiers } from '@/lib/dossiers/schema';
import { formatDate } from '@/lib/i18n/format';
import { requireStaffWith } from '@/lib/session/staff';
import { queueLines } from '../lines';

/** The page of the list one is looking at, or the chosen rows of it, as CSV that spreadsheets open in Vietnamese. */
export async function GET(request: NextRequest): Promise<Response> {
  const actor = await requireStaffWith('dossier.read');
  const { searchParams } = request.nextUrl;
  const selected = searchParams.getAll('selected');
  const from =
    selected.length === 0
      ? searchParams
      : new URLSearchParams(new URL(request.headers.get('referer') ?? request.url).search);
  const input = ListDossiers.parse({ view: 'all', ...Object.fromEntries(from) });
  const [page, locale, t, state] = await Promise.all([
    listDossiers(actor, input),
    getLocale(),
    getTranslations('officer.list'),
    getTranslations('states.state'),
  ]);
  const lines = await queueLines(actor, page.rows, locale);
  const day = (at: Date | null | undefined) => (at ? formatDate(at, locale) : '');
  const columns = [
    'code',
    'subject',
    'procedure',
    'applicant',
    'state',
    'assignee',
    'submitted',
    'due',
  ] as const;
  const rows = lines
    .filter(({ id }) => selected.length === 0 || selected.includes(id))
    .map((line) => [
      line.code,
      line.subject,
      line.procedure,
      line.applicantName,
      state(line.state),
      line.assignee ?? '',
      day(line.submittedAt),
      day(line.standing?.due ?? line.dueAt),
    ]);
  const text = [columns.map((column) => t(`column.${column}`)), ...rows]
    .map((row) => row.map(cell).join(','))
    .join('\r\n');
  return new Response(`\uFEFF${text}\r\n`, {
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': 'attachment; filename="ho-so.csv"',
      'cache-control': 'no-store',
    },
  });
}

/** A leading sign would be run as a formula. */
function cell(value: string): string {
  const safe = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return `"${safe.replaceAll('"', '""')}"`;
}
