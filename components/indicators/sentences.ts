import {
  formatDate,
  formatDateTime,
  formatNumber,
  formatPercent,
  formatPeriodInText,
  formatPoints,
} from '@/lib/i18n/format';
import { statusRule } from '@/lib/indicators/figures/rules';
import {
  answerOf,
  coverageOf,
  halfOf,
  largestOf,
  monthlyPaceOf,
  placeFactsOf,
} from '@/lib/indicators/narration/rules';
import type { Board, Figure, IndicatorView } from '@/lib/indicators/schema';
import { countedText, fullText, listText, type Speech, sentence, shortName, valueText } from './words';

/** The first line of the board: are we on track? */
export function answerText(rows: readonly Figure[], speech: Speech): string {
  const { t, locale } = speech;
  const answer = answerOf(rows);
  if (answer.kind === 'no_target') return sentence([t('answer.noTarget')]);
  if (answer.kind === 'unknown') return sentence([t('answer.unknown', { judged: answer.judged })]);
  const [first] = answer.largest;
  const gap =
    first === undefined
      ? ''
      : t('answer.largest', {
          names: listText(
            answer.largest.map((figure) => shortName(figure, speech)),
            locale,
          ),
          gap: countedText(first.gap ?? 0, first, speech),
        });
  return sentence([
    headline(answer, t),
    answer.late > 0 && answer.missed > 0 ? t('answer.late', { late: answer.late }) : '',
    gap,
    answer.unknown > 0 ? t('answer.someUnknown', { unknown: answer.unknown }) : '',
  ]);
}

type Judged = Extract<ReturnType<typeof answerOf>, { kind: 'judged' }>;

function headline({ judged, missed, behind, achieved }: Judged, t: Speech['t']): string {
  if (missed > 0)
    return missed === judged ? t('answer.missedAll', { judged }) : t('answer.missed', { missed, judged });
  if (behind > 0) return t('answer.behind', { behind, judged });
  if (achieved === judged) return t('answer.achievedAll', { judged });
  return t('answer.onTrack', { achieved, judged });
}

/** What is shown, as a sentence: the same words stand on the screen, on paper and in the files. */
export function filterText(
  board: Pick<Board, 'place' | 'period' | 'world' | 'knownAt'>,
  asOf: string | undefined,
  { t, locale }: Speech,
): string {
  return t('filter.sentence', {
    place: board.place === null ? t('filter.nation') : board.place.name[locale],
    world: t(`filter.world${board.world}`),
    period:
      board.period === null
        ? t('filter.noPeriod')
        : t('filter.inPeriod', { period: formatPeriodInText(board.period, locale) }),
    known:
      asOf === undefined
        ? formatDateTime(board.knownAt, locale)
        : t('filter.endOf', { date: formatDate(asOf, locale) }),
  });
}

/** "Đến 31/10/2026, 72,4% (1.195/1.650)…": one figure in one sentence. */
export function figureText(figure: Figure, speech: Speech): string {
  const { t, locale } = speech;
  const at = figure.asOf === null ? '' : t('figure.at', { date: formatDate(figure.asOf, locale) });
  if (figure.value === null) return sentence([`${at}${unknownText(figure, speech)}`]);
  const target = figure.target?.value ?? null;
  const gap =
    figure.gap === null || target === null
      ? ''
      : t('figure.gap', {
          gap: countedText(figure.gap, figure, speech),
          target: targetText(target, figure.unit, locale),
        });
  const proven =
    figure.proven === null ? '' : t('figure.proven', { proven: countedText(figure.proven, figure, speech) });
  return sentence([`${at}${t('figure.value', { value: fullText(figure, speech) })}`, proven, gap]);
}

function unknownText(figure: Figure, { t, locale }: Speech): string {
  const { members, answered } = figure;
  if (members === null || answered === null || members === 0) return t('figure.noSource');
  return t('figure.tooFew', {
    answered: formatNumber(answered, locale),
    members: formatNumber(members, locale),
    share: formatPercent(answered / members, locale),
    needed: formatPercent(statusRule.coverage / 100, locale, 0),
  });
}

/** "Nhịp cần có: 87 bệnh viện mỗi tháng để đạt 95% trước 31/12/2026. Nhịp 6 tháng qua: 41." */
export function paceText(figure: Figure, speech: Speech): string[] {
  const pace = monthlyPaceOf(figure);
  if (pace === null) return [];
  const { t, locale } = speech;
  const measured = (value: number) =>
    pace.counted ? countedText(value, figure, speech) : formatPoints(value, locale);
  const needed =
    pace.needed === null || pace.horizon === null
      ? []
      : [
          t('pace.needed', {
            needed: measured(pace.needed),
            target: pace.target === null ? t('pace.theTarget') : targetText(pace.target, figure.unit, locale),
            date: formatDate(pace.horizon, locale),
          }),
        ];
  return [
    ...needed,
    ...(pace.actual === null
      ? []
      : [t('pace.actual', { actual: measured(pace.actual), months: pace.months })]),
  ];
}

/** 100%, 92,5%, 15.000: a target without decimals is written without. */
export function targetText(target: number, unit: Figure['unit'], locale: Speech['locale']): string {
  if (unit !== 'percent') return formatNumber(target, locale);
  return formatPercent(target / 100, locale, Number.isInteger(target) ? 0 : 1);
}

/** "Một nửa số còn thiếu (261/522) nằm ở 7 tỉnh: …" */
export function halfText(groups: IndicatorView['missingBy'], { t, locale }: Speech): string | null {
  const half = halfOf(groups);
  if (half === null) return null;
  const names = half.groups.map(({ label }) => label[locale]);
  return t('why.half', {
    count: half.groups.length,
    held: formatNumber(half.held, locale),
    total: formatNumber(half.total, locale),
    names: listText(names, locale),
  });
}

/** "Nhóm thiếu nhiều nhất: bệnh viện tư nhân (259/399)"; equal groups are all named. */
export function largestText(groups: IndicatorView['missingBy'], { t, locale }: Speech): string | null {
  const largest = largestOf(groups);
  if (largest.length === 0) return null;
  const name = (group: (typeof largest)[number]) =>
    `${group.label[locale]} (${formatNumber(group.missing, locale)}/${formatNumber(group.of, locale)})`;
  const [first] = largest;
  return t('why.largest', {
    by: t(`why.by.${first?.dimension ?? 'province'}`),
    names: listText(largest.map(name), locale),
  });
}

/** Who leads, who lags, who is unknown. */
export function placesText(provinces: readonly Figure[], speech: Speech): string {
  const { t, locale } = speech;
  const facts = placeFactsOf(provinces);
  if (facts.known === 0) return sentence([t('places.allUnknown', { count: facts.unknown })]);
  const named = (key: 'highest' | 'lowest') => {
    const [first] = facts[key];
    if (first === undefined) return '';
    const names = facts[key].map(({ place }) => place?.name[locale] ?? '');
    return names.length > 3
      ? t(`places.${key}Many`, { count: names.length, value: valueText(first, speech) })
      : t(`places.${key}`, { names: listText(names, locale), value: valueText(first, speech) });
  };
  return sentence([
    facts.reached === null ? '' : t('places.reached', { reached: facts.reached, known: facts.known }),
    named('highest'),
    named('lowest'),
    facts.unknown > 0 ? t('places.unknown', { count: facts.unknown }) : '',
  ]);
}

/** "1.500 báo cáo kỳ này, 90 lấy từ kỳ trước, 60 chưa có" */
export function coverageText(figure: Figure, { t, locale }: Speech): string | null {
  const coverage = coverageOf(figure);
  if (coverage === null) return null;
  return t('coverage.sentence', {
    fresh: formatNumber(coverage.fresh, locale),
    carried: formatNumber(coverage.carried, locale),
    missing: formatNumber(coverage.missing, locale),
    members: formatNumber(coverage.members, locale),
  });
}

/** "Tăng 1,2 điểm % so với tháng 9/2026: tử số +1,4, mẫu số −0,2." */
export function changeText(change: IndicatorView['change'], { t, locale }: Speech): string | null {
  if (change === null) return null;
  const from = formatPeriodInText(change.from, locale);
  // Up and down are words here, so the sign would say it twice.
  const points = formatPoints(change.total, locale).replace(/^[+−]/, '');
  if (Math.abs(change.total) < 0.05) return t('change.same', { from });
  return t(change.total > 0 ? 'change.up' : 'change.down', { points, from });
}
