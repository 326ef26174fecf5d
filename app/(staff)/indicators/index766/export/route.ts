import type { NextRequest } from 'next/server';
import { getLocale, getTranslations } from 'next-intl/server';
import { readIndex766 } from '@/lib/indicators/index766/queries/read';
import { csvAnswer, csvText } from '@/lib/kernel/csv';
import { requireStaffWith } from '@/lib/session/staff';
import { indexInputOf } from '../address';

const columns = [
  'id',
  'title',
  'formula',
  'numerator',
  'denominator',
  'rate',
  'points',
  'max',
  'confidence',
  'state',
] as const;

/** The rows one is looking at, as CSV that spreadsheets open in Vietnamese. */
export async function GET(request: NextRequest): Promise<Response> {
  await requireStaffWith('indicator.read');
  const index = await readIndex766(indexInputOf(Object.fromEntries(request.nextUrl.searchParams)));
  const [t, locale] = await Promise.all([getTranslations('index766'), getLocale()]);
  const number = (value: number | null) =>
    value === null ? '' : locale === 'vi' ? String(value).replace('.', ',') : String(value);
  const rows = index.rows.map((row) => [
    row.id,
    row.title[locale],
    row.formula[locale],
    number(row.numerator),
    number(row.denominator),
    number(row.rate),
    number(row.points),
    number(row.maxPoints),
    row.pointsConfidence === null || row.maxPoints === null
      ? ''
      : t(`maxConfidence.${row.pointsConfidence}`, { max: number(row.maxPoints) }),
    t(`stateWord.${row.state}`),
  ]);
  const head = columns.map((column) => t(`csvColumn.${column}`));
  return csvAnswer(csvText([head, ...rows]), `chi-so-766-${index.period}`);
}
