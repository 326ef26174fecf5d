import type { NextRequest } from 'next/server';
import { getLocale, getTranslations } from 'next-intl/server';
import { type DossierLine, exportDossiers, listDossiers } from '@/lib/dossiers/queries/list';
import { ListDossiers } from '@/lib/dossiers/schema';
import { formatDate } from '@/lib/i18n/format';
import type { Locale } from '@/lib/i18n/locale';
import { type CsvShape, csvAnswer, csvStream } from '@/lib/kernel/csv';
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
  return csvAnswer(csvStream(pieces, await shapeOfFile()), 'ho-so');
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

async function shapeOfFile(): Promise<CsvShape<DossierLine>> {
  const [locale, t, state] = await Promise.all([
    getLocale(),
    getTranslations('officer.list'),
    getTranslations('states.state'),
  ]);
  return {
    head: columns.map((column) => t(`column.${column}`)),
    row: (line) => cellsOf(line, locale, state),
  };
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
