import type { CellValue } from '@/lib/reporting/checks';
import { storedAs } from '@/lib/reporting/define';
import { parts } from '@/lib/reporting/forms/elements';
import { chance } from '../chance';
import { monthCells, quarterCells } from '../sample-cells';
import type { Profile } from '../sample-profiles';
import type { Period } from './reports-periods';
import { began, type ReportSheet } from './values';

type Row = Record<string, CellValue>;

/** A hospital that has a system when the sample begins has it since some month before. */
const since = (what: string, { hospital: { id } }: Profile, { age }: Period) =>
  age >= -Math.round(110 * chance(`${what}-since:${id}`));

const filmlessBegan = '2025-06-01';
const securityApproved = '2025-03-20';

/** The cells of the sample's months carried back: growth runs backwards by itself, what never grew begins here. */
function monthOf(profile: Profile, period: Period) {
  const cells = monthCells(profile, period);
  const { E30b } = monthCells(profile, { ...period, age: 0 });
  const { endsOn } = period;
  const lis = cells.E09 === true && since('lis', profile, period);
  const pacs = cells.E11 === null ? null : cells.E11 === true && since('pacs', profile, period);
  const connected = typeof E30b === 'string' && E30b <= endsOn;
  const { E30b: _since, E13 = 0, ...rest } = cells;
  return {
    ...rest,
    E09: lis,
    E11: pacs,
    E13: pacs === true && !(profile.filmless && endsOn < filmlessBegan) ? E13 : 0,
    E22: cells.E22 === true && lis,
    ...(endsOn < began.prescriptions ? { E27b: 0 } : {}),
    E30a: connected,
    ...(connected ? { E30b } : {}),
    ...(endsOn < began.identifiers ? { E31b: 0, E33: 0 } : {}),
    ...(endsOn < began.telemedicine ? { E50a: 'none', E50b: 0 } : {}),
  };
}

function quarterOf(profile: Profile, period: Period): Row {
  const { endsOn, age } = period;
  const { E12b, ...cells } = quarterCells(profile, endsOn, age);
  const { E09, E11 } = monthOf(profile, period);
  const filmless = cells.E12a === true && E11 === true && endsOn >= filmlessBegan;
  const trained = Math.floor(Number(cells.E02) * Math.min(1, (age + 96) / 96));
  return {
    ...cells,
    E10: cells.E10 === true && E09 === true,
    E12a: filmless,
    ...(filmless ? { E12b } : {}),
    E14: cells.E14 === true && E11 === true,
    ...(endsOn < securityApproved ? { E51c: '2018-03-20' } : {}),
    E56a: trained,
    E56b: trained,
  };
}

type Write = (sheet: ReportSheet, part: string, value: CellValue) => void;

const computed = parts.flatMap(({ id, computedFrom: from }) =>
  from === undefined ? [] : [id, from.numerator, from.denominator],
);
const wholes = new Set('E27a E29a E31a E36a E39a E40a E41a E02'.split(' '));
const withins = new Set(
  'E27b E29b E29c E31b E32 E33 E36b E39b E40b E41b E42 E43 E44 E45 E46 E56a E56b'.split(' '),
);

function writerOf({ id, type }: (typeof parts)[number]): Write {
  if (computed.includes(id)) return (sheet, part, value) => sheet.firm(part, Number(value));
  if (wholes.has(id)) return (sheet, part, value) => sheet.whole(part, Number(value));
  if (withins.has(id)) return (sheet, part, value) => sheet.within(part, Number(value));
  if (type === 'boolean') return (sheet, part, value) => sheet.is(part, value === true);
  switch (storedAs[type]) {
    case 'number':
      return (sheet, part, value) => sheet.number(part, Number(value));
    case 'date':
      return (sheet, part, value) => sheet.day(part, String(value));
    case 'text':
      return (sheet, part, value) => sheet.words(part, String(value));
    case 'list':
      return (sheet, part, value) => sheet.list(part, JSON.stringify(value));
  }
}

const writers = new Map(parts.map((part) => [part.id, writerOf(part)]));

/** One report of a hospital of the time before the sample's own months. */
export function writeHospital(sheet: ReportSheet, profile: Profile, period: Period): void {
  const cells: Row = period.form === 'hospital-month' ? monthOf(profile, period) : quarterOf(profile, period);
  for (const part of Object.keys(cells)) {
    const value = cells[part];
    if (value === undefined) continue;
    if (value === null) sheet.unknown(part);
    else writers.get(part)?.(sheet, part, value);
  }
}
