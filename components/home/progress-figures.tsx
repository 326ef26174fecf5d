import { useLocale, useTranslations } from 'next-intl';
import { Bullet } from '@/components/charts/bullet';
import { Figure } from '@/components/ui/figure';
import { StatusTag } from '@/components/ui/status-tag';
import { TextLink } from '@/components/ui/text-link';
import { formatDate, formatNumber, formatPercent } from '@/lib/i18n/format';
import type { Locale } from '@/lib/i18n/locale';

type Words = { vi: string; en: string };

/** A published figure as a view needs it; the numbers are the source's own. */
export interface FigureView {
  id: string;
  unit: string;
  title: Words;
  qualifier: string;
  valueText: Words;
  value: number | null;
  numerator: number | null;
  denominator: number | null;
  asOf: string;
  target: { percent: number | null; text: Words; deadline: string | null; deadlineText: Words } | null;
  standing: 'achieved' | 'on_track' | 'at_risk' | 'off_track' | 'no_data';
  gap: number | null;
}

export function ProgressFigures({ figures, asOf }: { figures: readonly FigureView[]; asOf: string | null }) {
  const t = useTranslations('home');
  const locale = useLocale();
  if (figures.length === 0) return null;
  return (
    <section aria-labelledby="country" className="border-t border-line bg-canvas">
      <div className="mx-auto max-w-wide px-4 py-10 sm:px-6 sm:py-12">
        <h2 id="country">{t('country')}</h2>
        <p className="mt-1 text-16 text-muted">
          {asOf !== null && t('asOf', { date: formatDate(asOf, locale) })}{' '}
          <TextLink href="/progress">{t('everyFigure')}</TextLink>
        </p>
        <ul className="mt-7 grid gap-x-12 gap-y-10 md:grid-cols-3">
          {figures.map((figure) => (
            <li key={figure.id}>
              <PublicFigure figure={figure} />
            </li>
          ))}
        </ul>
      </div>
    </section>
  );
}

export function PublicFigure({ figure }: { figure: FigureView }) {
  const t = useTranslations('home');
  const ui = useTranslations('ui');
  const locale = useLocale();
  const { target } = figure;
  const share = shareOf(figure);
  const valueText = share === null ? figure.valueText[locale] : formatPercent(share, locale);
  return (
    <Figure
      label={<span className="flex items-end md:min-h-12">{figure.title[locale]}</span>}
      value={`${mark(figure.qualifier, t)}${valueText}`}
    >
      {share !== null && target?.percent !== null && target?.percent !== undefined && (
        <Bullet
          narration={ui('bullet', {
            label: figure.title[locale],
            value: valueText,
            target: target.text[locale],
          })}
          value={share * 100}
          target={target.percent}
        />
      )}
      <p className="mt-2">{factsOf(figure, t, locale).join(' · ')}</p>
      <p className="mt-1">
        <StatusTag tone={figure.standing}>
          {t(`standing.${figure.standing}`)}
          {figure.gap !== null && `, ${t('gap', { gap: formatNumber(figure.gap, locale) })}`}
        </StatusTag>
      </p>
    </Figure>
  );
}

type Say = ReturnType<typeof useTranslations<'home'>>;

/** "More than" and "about" belong to the figure: the source did not give it exactly. */
function mark(qualifier: string, t: Say): string {
  if (qualifier === 'about') return `${t('about')} `;
  return qualifier === 'more_than' ? `${t('moreThan')} ` : '';
}

function shareOf({ unit, value, numerator, denominator }: FigureView): number | null {
  if (numerator !== null && denominator !== null && denominator > 0) return numerator / denominator;
  return value === null || unit !== 'percent' ? null : value / 100;
}

function factsOf({ numerator, denominator, target }: FigureView, t: Say, locale: Locale): string[] {
  const parts =
    numerator === null || denominator === null
      ? t('partsUnknown')
      : t('parts', { part: formatNumber(numerator, locale), whole: formatNumber(denominator, locale) });
  if (target === null) return [parts, t('noTarget')];
  const { deadline: day, deadlineText } = target;
  const deadline = day === null ? t('noDeadline') : t('deadline', { deadline: deadlineText[locale] });
  return [parts, t('target', { target: target.text[locale] }), deadline];
}
