import type { NextRequest } from 'next/server';
import { getLocale, getTranslations } from 'next-intl/server';
import { matches } from '@/components/indicators/target-groups';
import { hrefOf, without } from '@/components/indicators/view';
import type { Speech } from '@/components/indicators/words';
import { env } from '@/lib/config/env';
import { readBoard } from '@/lib/indicators/queries/board';
import { listFacilityFigures } from '@/lib/indicators/queries/facilities';
import { getIndicator } from '@/lib/indicators/queries/indicator';
import { listTargets } from '@/lib/indicators/queries/targets';
import { type BoardInput, ListFacilityFigures } from '@/lib/indicators/schema';
import { ListTargets } from '@/lib/indicators/targets/schema';
import { DomainError } from '@/lib/kernel/errors';
import type { Actor } from '@/lib/policy/actor';
import { findActor } from '@/lib/session/actor';
import { type Asked, askedOf } from '../view';
import { csvOf } from './csv';
import type { Sheet } from './sheet';
import { boardSheet, facilitySheet, notesSheet, placeSheet, targetSheet, trendSheet } from './sheets';
import { workbookOf } from './xlsx';

const types = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv; charset=utf-8',
} as const;

/** What the page shows, as a file: the same view, the same figures, the same order. CSV holds the first table. */
export async function GET(request: NextRequest): Promise<Response> {
  const actor = await findActor();
  if (actor === null) return new Response(null, { status: 401 });
  const asked = await askedOf(Promise.resolve(Object.fromEntries(request.nextUrl.searchParams)));
  const [t, locale] = await Promise.all([getTranslations('indicators'), getLocale()]);
  const sheets = await sheetsOf(actor, asked, { t, locale }).catch((cause: unknown) => {
    if (cause instanceof DomainError) return null;
    throw cause;
  });
  const [first] = sheets ?? [];
  // What somebody may not see does not exist for them.
  if (sheets === null || first === undefined) return new Response(null, { status: 404 });
  const format = asked.raw.format === 'csv' ? 'csv' : 'xlsx';
  const body = format === 'csv' ? csvOf(first) : await workbookOf(sheets, t('title'));
  const name = [t('sheet.file'), asked.view.measure, asked.input.asOf].filter(Boolean).join('-');
  return new Response(body, {
    headers: {
      'content-type': types[format],
      'content-disposition': `attachment; filename="${name}.${format}"`,
      'cache-control': 'no-store',
    },
  });
}

async function sheetsOf(actor: Actor, asked: Asked, speech: Speech): Promise<Sheet[]> {
  const { input, view, raw } = asked;
  const board = await readBoard(actor, input);
  const measure = view.measure ?? board.rows[0]?.measure;
  const indicator = measure === undefined ? null : await getIndicator(actor, { ...input, id: measure });
  const notes = (address: string, definitions: Parameters<typeof notesSheet>[0]['definitions']) =>
    notesSheet({ board, view, address: `${env().PUBLIC_URL}${address}`, definitions }, speech);
  const own = without(view, 'measure');
  if (raw.what === 'targets') {
    const { pillar, status } = ListTargets.pick({ pillar: true, status: true }).catch({}).parse(raw);
    const lines = await listTargets(actor, input);
    const shown = lines.filter((line) => matches({ pillar, status }, line));
    return [targetSheet(shown, speech), notes(hrefOf('/indicators/targets', own, { pillar, status }), [])];
  }
  if (indicator === null) return [];
  const { measure: id } = indicator.figure;
  if (raw.what === 'facilities') {
    const { outcome, search } = raw;
    const rows = await everyFacility(actor, { ...input, id, outcome, search });
    const address = hrefOf(`/indicators/${id}/facilities`, own, { outcome, search });
    return [facilitySheet(rows, speech), notes(address, [indicator])];
  }
  if (raw.what === 'indicator') {
    const address = hrefOf(`/indicators/${id}`, own);
    return [placeSheet(indicator, speech), trendSheet(indicator, speech), notes(address, [indicator])];
  }
  const definitions = await Promise.all(
    board.rows.map((row) => getIndicator(actor, { ...input, id: row.measure })),
  );
  return [
    boardSheet(board, speech),
    placeSheet(indicator, speech),
    notes(hrefOf('/indicators', view), definitions),
  ];
}

type Asking = BoardInput & { id: string; outcome: string | undefined; search: string | undefined };

/** Every page of the list, not only the one on the screen. */
async function everyFacility(actor: Actor, asking: Asking) {
  const given = Object.fromEntries(Object.entries(asking).filter(([, value]) => value));
  const rows = [];
  let after: string | undefined;
  do {
    const page = await listFacilityFigures(actor, ListFacilityFigures.parse({ ...given, after }));
    rows.push(...page.rows);
    after = page.next ?? undefined;
  } while (after !== undefined);
  return rows;
}
