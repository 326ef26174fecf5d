import { useLocale, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { formatDate } from '@/lib/i18n/format';
import { statusRule } from '@/lib/indicators/figures/rules';
import { fewestFor, monthlyPaceOf } from '@/lib/indicators/narration/rules';
import type { Figure, IndicatorView } from '@/lib/indicators/schema';
import { halfText, largestText, paceText } from './sentences';
import { countedText, type Speech } from './words';

interface WhyPanelProps {
  figure: Figure;
  missingBy: IndicatorView['missingBy'];
  children?: ReactNode;
}

/** Why we are behind: the pace, where half of what is missing sits, the largest group, the least that would help. */
export function WhyPanel({ figure, missingBy, children }: WhyPanelProps) {
  const t = useTranslations('indicators');
  const speech = { t, locale: useLocale() };
  const lines = [
    ...paceText(figure, speech),
    arrivalText(figure, speech),
    ...placesTexts(figure, missingBy, speech),
    stepText(figure, speech),
  ].filter((line) => line !== null);
  return (
    <section aria-labelledby="why" className="keep border-t-2 border-ink pt-3">
      <h2 id="why">{t('why.title')}</h2>
      {lines.length === 0 ? (
        <p className="mt-2 text-muted">{t(figure.value === null ? 'why.unknown' : 'why.nothing')}</p>
      ) : (
        lines.map((line) => (
          <p key={line} className="mt-2">
            {line}
          </p>
        ))
      )}
      {children}
    </section>
  );
}

function placesTexts(
  figure: Figure,
  missingBy: IndicatorView['missingBy'],
  speech: Speech,
): (string | null)[] {
  const provinces = missingBy.filter(({ dimension }) => dimension === 'province');
  const others = missingBy.filter(({ dimension }) => dimension !== 'province');
  return [
    halfText(provinces, speech),
    ...(['ownership', 'class'] as const).map((dimension) =>
      largestText(
        others.filter((group) => group.dimension === dimension),
        speech,
      ),
    ),
    fewestText(figure, provinces, speech),
  ];
}

/** Only worth saying when the target leaves something over: for 100% every province is needed. */
function fewestText(figure: Figure, provinces: IndicatorView['missingBy'], speech: Speech): string | null {
  const missing = provinces.reduce((total, group) => total + group.missing, 0);
  if (figure.gap === null || figure.gap >= missing) return null;
  const { groups } = fewestFor(figure.gap, provinces);
  return speech.t('why.fewest', { gap: countedText(figure.gap, figure, speech), count: groups.length });
}

/** The least that would change the word: half of the pace that is needed. */
function stepText(figure: Figure, speech: Speech): string | null {
  const pace = monthlyPaceOf(figure);
  if (figure.status !== 'off_track' || pace === null || !pace.counted || figure.pace === null) return null;
  const { required } = figure.pace;
  if (required === null) return null;
  const points = required * statusRule.atRisk;
  const count = figure.unit === 'percent' ? (points * (figure.denominator ?? 0)) / 100 : points;
  return speech.t('pace.enough', { needed: countedText(Math.ceil(count - 1e-9), figure, speech) });
}

function arrivalText(figure: Figure, { t, locale }: Speech): string | null {
  const { pace, target } = figure;
  if (pace === null || target === null || figure.status === 'achieved') return null;
  if (pace.reachedOn === null) return pace.actual === null ? t('pace.none') : t('pace.never');
  const { median, early, late } = pace.reachedOn;
  const day = (date: string) => formatDate(date, locale);
  return late === null
    ? t('pace.reachedOpen', { median: day(median), early: day(early) })
    : t('pace.reached', { median: day(median), early: day(early), late: day(late) });
}
