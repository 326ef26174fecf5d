import { cellText } from '@/components/indicators/cell-words';
import { filterText } from '@/components/indicators/sentences';
import type { View } from '@/components/indicators/view';
import { fullText, headName, type Speech } from '@/components/indicators/words';
import { compareNames, formatPeriod } from '@/lib/i18n/format';
import { rankedPlaces } from '@/lib/indicators/narration/rules';
import type { Board, FacilityFigure, Figure, IndicatorView } from '@/lib/indicators/schema';
import type { TargetLine } from '@/lib/indicators/targets/schema';
import { type Cell, type Column, count, date, decimal, type Sheet, share, text } from './sheet';

type Valued = Pick<Figure, 'unit' | 'value'>;

/** A share in the file is 0…1 and shown as per cent, milestones too; anything else keeps its own number. */
const shared = ({ unit }: Valued) => unit === 'percent' || unit === 'milestone';
const shareOf = (figure: Valued): Cell =>
  !shared(figure) || figure.value === null ? null : figure.value / 100;
const amountOf = (figure: Valued): Cell => (shared(figure) ? null : figure.value);

function figureColumns({ t }: Speech): Column[] {
  return [
    text(t('sheet.shown')),
    share(t('column.value')),
    decimal(t('sheet.amount')),
    count(t('sheet.numerator')),
    count(t('sheet.denominator')),
    count(t('column.proven')),
    text(t('column.target'), 18),
    date(t('column.deadline')),
    text(t('column.status'), 18),
    text(t('sheet.missed'), 12),
    count(t('sheet.gap')),
    count(t('sheet.members')),
    count(t('sheet.fresh')),
    count(t('sheet.carried')),
    date(t('column.asOf')),
    text(t('column.source'), 28),
    text(t('sheet.sample'), 12),
    count(t('sheet.sequence')),
  ];
}

function figureCells(figure: Figure, speech: Speech): Cell[] {
  const { t, locale } = speech;
  const { target, source } = figure;
  return [
    fullText(figure, speech),
    shareOf(figure),
    amountOf(figure),
    figure.numerator,
    figure.denominator,
    figure.proven,
    target?.text[locale] ?? null,
    target?.deadline ?? null,
    t(`status.${figure.status}`),
    t(figure.missed ? 'sheet.yes' : 'sheet.no'),
    figure.gap,
    figure.members,
    figure.fresh,
    figure.carried,
    figure.asOf,
    source?.ref ?? t(`provenance.${figure.provenance}`),
    t(figure.sample ? 'sheet.yes' : 'sheet.no'),
    figure.sequence,
  ];
}

export function boardSheet({ rows }: Pick<Board, 'rows'>, speech: Speech): Sheet {
  const { t } = speech;
  return {
    name: t('sheet.board'),
    columns: [text(t('column.measure'), 36), text(t('sheet.code'), 10), ...figureColumns(speech)],
    rows: rows.map((row) => [headName(row, speech), row.measure, ...figureCells(row, speech)]),
  };
}

export function placeSheet(
  { figure, provinces }: Pick<IndicatorView, 'figure' | 'provinces'>,
  speech: Speech,
): Sheet {
  const { t, locale } = speech;
  return {
    name: `${t('sheet.places')} ${figure.measure}`,
    columns: [text(t('column.place'), 26), text(t('sheet.code'), 10), ...figureColumns(speech)],
    rows: rankedPlaces(provinces, compareNames(locale)).map((row) => [
      row.place?.name[locale] ?? null,
      row.place?.id ?? null,
      ...figureCells(row, speech),
    ]),
  };
}

export function trendSheet(
  { trend, figure }: Pick<IndicatorView, 'trend' | 'figure'>,
  { t, locale }: Speech,
): Sheet {
  return {
    name: t('detail.trend'),
    columns: [
      text(t('column.period'), 18),
      date(t('column.asOf')),
      share(t('column.value')),
      decimal(t('sheet.amount')),
      count(t('sheet.numerator')),
      count(t('sheet.denominator')),
      count(t('column.proven')),
      text(t('column.source')),
      text(t('explorer.provisional'), 12),
    ],
    rows: trend.map((point) => [
      point.source === 'reports' ? formatPeriod(point.period, locale) : point.period,
      point.endsOn,
      shareOf({ unit: figure.unit, value: point.value }),
      amountOf({ unit: figure.unit, value: point.value }),
      point.numerator,
      point.denominator,
      point.proven,
      t(`explorer.source.${point.source}`),
      t(point.provisional ? 'sheet.yes' : 'sheet.no'),
    ]),
  };
}

export function targetSheet(lines: readonly TargetLine[], speech: Speech): Sheet {
  const { t, locale } = speech;
  return {
    name: t('view.targets'),
    columns: [
      text(t('sheet.code'), 8),
      text(t('column.measure'), 48),
      text(t('column.baseline')),
      share(t('sheet.atDeadline')),
      text(t('sheet.statusAtDeadline'), 18),
      text(t('sheet.legal'), 28),
      text(t('column.successor'), 36),
      ...figureColumns(speech),
    ],
    rows: lines.map(({ id, title, figure, baseline, atDeadline }) => [
      id,
      title[locale],
      baseline?.value[locale] ?? t('value.unknown'),
      atDeadline === null ? null : shareOf({ unit: figure.unit, value: atDeadline.value }),
      atDeadline === null ? t('value.unknown') : t(`status.${atDeadline.status}`),
      figure.target?.legalDocument ?? null,
      figure.target?.successor?.title[locale] ?? null,
      ...figureCells(figure, speech),
    ]),
  };
}

export function facilitySheet(rows: readonly FacilityFigure[], { t, locale }: Speech): Sheet {
  return {
    name: t('sheet.facilities'),
    columns: [
      text(t('column.facility'), 44),
      text(t('column.place'), 20),
      text(t('column.outcome'), 24),
      text(t('column.proven'), 14),
      text(t('column.cells'), 36),
      text(t('column.period'), 16),
      text(t('sheet.carried'), 16),
      count(t('column.lock')),
      text(t('sheet.sample'), 12),
    ],
    rows: rows.map(({ facility, outcome, proven, cells, period, carried, sample, sequence }) => [
      facility.name[locale],
      facility.place[locale],
      t(`facilities.outcomes.${outcome}`),
      proven === null ? null : t(proven ? 'sheet.yes' : 'sheet.no'),
      cells.map(({ part, value }) => `${part}: ${cellText(value, { t, locale })}`).join('; '),
      period === null ? null : formatPeriod(period, locale),
      period === null ? null : t(carried ? 'sheet.yes' : 'sheet.no'),
      sequence,
      t(facility.sample || sample ? 'sheet.yes' : 'sheet.no'),
    ]),
  };
}

interface Notes {
  board: Pick<Board, 'place' | 'period' | 'world' | 'knownAt' | 'sequence'>;
  view: View;
  address: string;
  definitions: readonly IndicatorView[];
}

/** What was looked at, as of when, up to which lock, and how each figure is made. */
export function notesSheet({ board, view, address, definitions }: Notes, speech: Speech): Sheet {
  const { t, locale } = speech;
  const defined = definitions.flatMap(({ figure, definition }): [string, string][] => [
    [`${figure.measure} ${t('detail.numerator')}`, definition.numerator[locale]],
    [
      `${figure.measure} ${t('detail.denominator')}`,
      definition.denominator?.[locale] ?? t('detail.denominatorNone'),
    ],
    ...(definition.formula === null
      ? []
      : [[`${figure.measure} ${t('detail.formula')}`, definition.formula[locale]] as [string, string]]),
    [`${figure.measure} ${t('detail.owner')}`, definition.owner.name[locale]],
  ]);
  return {
    name: t('sheet.notes'),
    columns: [text(t('sheet.what'), 32), text(t('sheet.text'), 90)],
    rows: [
      [t('sheet.filter'), filterText(board, view.asOf, speech)],
      [t('sheet.sequence'), String(board.sequence)],
      [t('sheet.address'), address],
      ...defined,
    ],
  };
}
