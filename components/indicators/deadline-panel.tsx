import { useLocale, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { formatDate, formatPeriod, formatPeriodInText } from '@/lib/i18n/format';
import type { IndicatorView } from '@/lib/indicators/schema';
import { targetText } from './sentences';
import { StatusOnly } from './status-word';
import { asOfText, partsText, type Speech, valueText } from './words';

type Props = Pick<IndicatorView, 'figure' | 'atDeadline' | 'reachedIn'>;

/** The same measure at three moments: when it was due, today, and where it has to be next. */
export function DeadlinePanel({ figure, atDeadline, reachedIn }: Props) {
  const t = useTranslations('indicators');
  const speech = { t, locale: useLocale() };
  return (
    <section aria-labelledby="deadline" className="keep border-t-2 border-ink pt-3">
      <h2 id="deadline">{t('detail.deadlineTitle')}</h2>
      <dl className="mt-3 grid gap-x-8 gap-y-5 sm:grid-cols-3">
        <AtDeadline figure={figure} atDeadline={atDeadline} speech={speech} />
        <Moment
          name={t('detail.now')}
          value={valueText(figure, speech)}
          parts={partsText(figure, speech.locale)}
        >
          {(figure.asOf ?? figure.period) !== null && (
            <span className="block">{t('detail.at', { date: asOfText(figure, speech) })}</span>
          )}
          <StatusOnly status={figure.status} />
        </Moment>
        <Next target={figure.target} unit={figure.unit} speech={speech} />
      </dl>
      {/* Of what nobody has measured it cannot be said that it was never reached. */}
      {figure.target?.value !== null && (figure.value !== null || reachedIn !== null) && (
        <p className="mt-4 text-14 text-muted">
          {reachedIn === null
            ? t('detail.neverReached')
            : t('detail.reachedIn', { period: formatPeriodInText(reachedIn, speech.locale) })}
        </p>
      )}
    </section>
  );
}

function AtDeadline({ figure, atDeadline, speech }: Omit<Props, 'reachedIn'> & { speech: Speech }) {
  const { t, locale } = speech;
  const deadline = figure.target?.deadline ?? null;
  const known = atDeadline ?? { value: null, numerator: null, denominator: null, period: null, source: null };
  return (
    <Moment
      name={t('detail.atDeadline')}
      value={valueText({ unit: figure.unit, ...known }, speech)}
      parts={partsText({ unit: figure.unit, ...known }, locale)}
    >
      {deadline !== null && (
        <span className="block">{t('detail.at', { date: formatDate(deadline, locale) })}</span>
      )}
      {known.period !== null && <span className="block">{formatPeriod(known.period, locale)}</span>}
      {known.source !== null && <span className="block">{known.source[locale]}</span>}
      {figure.missed && <span className="block font-semibold text-off-track-text">{t('status.missed')}</span>}
    </Moment>
  );
}

function Next({
  target,
  unit,
  speech,
}: {
  target: Props['figure']['target'];
  unit: Props['figure']['unit'];
  speech: Speech;
}) {
  const { t, locale } = speech;
  const successor = target?.successor ?? null;
  if (successor === null)
    return (
      <Moment name={t('detail.next')} value="–">
        {t('detail.nextNone')}
      </Moment>
    );
  const value = successor.value === null ? '–' : targetText(successor.value, unit, locale);
  return (
    <Moment name={t('detail.next')} value={value}>
      <span className="block">{t('detail.before', { date: formatDate(successor.deadline, locale) })}</span>
      <span className="block">{successor.title[locale]}</span>
      {successor.note !== null && <span className="block">{successor.note[locale]}</span>}
      <span className="block">{successor.legalDocument}</span>
    </Moment>
  );
}

interface MomentProps {
  name: string;
  value: string;
  parts?: string | null;
  children: ReactNode;
}

function Moment({ name, value, parts = null, children }: MomentProps) {
  return (
    <div>
      <dt className="text-14 font-medium">{name}</dt>
      <dd>
        <span className="tabular block text-27 leading-tight font-semibold">{value}</span>
        {parts !== null && <span className="tabular block text-14">{parts}</span>}
        <span className="text-14 text-muted">{children}</span>
      </dd>
    </div>
  );
}
