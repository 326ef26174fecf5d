import type { NextRequest } from 'next/server';
import { getLocale, getTranslations } from 'next-intl/server';
import { type DossierLine, exportDossiers, listDossiers } from '@/lib/dossiers/queries/list';
import { ListDossiers } from '@/lib/dossiers/schema';
import { formatDate } from '@/lib/i18n/format';
import type { Locale } from '@/lib/i18n/locale';
import type { Actor } from '@/lib/policy/actor';
import { requireStaffWith } from '@/lib/session/staff';

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

/** The whole list one is looking at, or the chosen rows of its page, as CSV that spreadsheets open in Vietnamese. */
export async function GET(request: NextRequest): Promise<Response> {
  const actor = await requireStaffWith('dossier.read');
  const { searchParams } = request.nextUrl;
  const selected = searchParams.getAll('selected');
  const pieces =
    selected.length === 0
      ? exportDossiers(actor, inputOf(searchParams))
      : chosen(actor, inputOf(new URL(request.headers.get('referer') ?? request.url).searchParams), selected);
  const [head, line] = await lineWriter();
  const encoder = new TextEncoder();
  const body = new ReadableStream<Uint8Array>({
    // A spreadsheet takes the file for UTF-8 only when it begins with this mark.
    start: (stream) => stream.enqueue(encoder.encode(`\uFEFF${head}\r\n`)),
    async pull(stream) {
      const { value, done } = await pieces.next();
      if (done) return stream.close();
      stream.enqueue(encoder.encode(value.map((row) => `${line(row)}\r\n`).join('')));
    },
    async cancel() {
      await pieces.return(undefined);
    },
  });
  return new Response(body, {
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': 'attachment; filename="ho-so.csv"',
      'cache-control': 'no-store',
    },
  });
}

const inputOf = (params: URLSearchParams) =>
  ListDossiers.parse({ view: 'all', ...Object.fromEntries(params) });

async function* chosen(
  actor: Actor,
  input: ListDossiers,
  selected: readonly string[],
): AsyncGenerator<DossierLine[]> {
  const { rows } = await listDossiers(actor, input);
  yield rows.filter(({ id }) => selected.includes(id));
}

async function lineWriter(): Promise<[head: string, line: (row: DossierLine) => string]> {
  const [locale, t, state] = await Promise.all([
    getLocale(),
    getTranslations('officer.list'),
    getTranslations('states.state'),
  ]);
  const head = columns.map((column) => cell(t(`column.${column}`))).join(',');
  return [head, (row) => cellsOf(row, locale, state).map(cell).join(',')];
}

type States = Awaited<ReturnType<typeof getTranslations<'states.state'>>>;

function cellsOf(row: DossierLine, locale: Locale, state: States): string[] {
  const day = (at: Date | null) => (at === null ? '' : formatDate(at, locale));
  return [
    row.code ?? row.draftCode,
    row.subject,
    locale === 'vi' ? row.procedureVi : row.procedureEn,
    row.applicantName,
    state(row.state),
    row.assignee ?? '',
    day(row.submittedAt),
    day(row.dueAt),
  ];
}

/** A leading sign would be run as a formula. */
function cell(value: string): string {
  const safe = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return `"${safe.replaceAll('"', '""')}"`;
}
