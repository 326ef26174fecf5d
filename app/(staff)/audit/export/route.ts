import type { NextRequest } from 'next/server';
import { getTranslations } from 'next-intl/server';
import { ActFilter, type ActLine } from '@/lib/audit/schema';
import { exportActs } from '@/lib/audit/trail/queries';
import { civilDateAt, isoOf } from '@/lib/kernel/calendar';
import { now } from '@/lib/kernel/clock';
import { csvAnswer, csvStream } from '@/lib/kernel/csv';
import { DomainError } from '@/lib/kernel/errors';
import { findActor } from '@/lib/session/actor';
import { wordsOf } from '../address';

const columns = [
  'id',
  'at',
  'who',
  'role',
  'scope',
  'action',
  'actionName',
  'outcome',
  'recordType',
  'record',
  'dossier',
  'seq',
] as const;

/** The acts of the filter as a file, piece by piece as the database gives them. */
export async function GET(request: NextRequest): Promise<Response> {
  const actor = await findActor();
  if (actor === null) return new Response(null, { status: 401 });
  const filter = ActFilter.parse(wordsOf(Object.fromEntries(request.nextUrl.searchParams)));
  const pieces = await exportActs(actor, filter).catch((cause: unknown) => {
    if (cause instanceof DomainError) return null;
    throw cause;
  });
  // What somebody may not see does not exist for them.
  if (pieces === null) return new Response(null, { status: 404 });
  const t = await getTranslations('audit');
  const head = columns.map((column) => t(`csv.${column}`));
  const row = (act: ActLine) => columns.map((column) => textOf(act, column, t));
  return csvAnswer(csvStream(pieces, { head, row }), `${t('csv.file')}-${civilDateAt(now())}`);
}

type Words = Awaited<ReturnType<typeof getTranslations<'audit'>>>;

function textOf(act: ActLine, column: (typeof columns)[number], t: Words): string {
  switch (column) {
    case 'at':
      return isoOf(act.at);
    case 'who':
      return act.actor ?? t('list.system');
    case 'actionName':
      return t.has(`actions.${act.action}` as never) ? t(`actions.${act.action}` as never) : act.action;
    case 'outcome':
      return t(`outcomes.${act.outcome}`);
    case 'record':
      return act.recordId;
    case 'id':
    case 'seq':
      return String(act[column]);
    case 'role':
    case 'scope':
    case 'action':
    case 'recordType':
    case 'dossier':
      return act[column] ?? '';
  }
}
