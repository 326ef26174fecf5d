import { useLocale, useTranslations } from 'next-intl';
import type { StatusTone } from '@/components/ui/status-tag';
import { Segments } from '@/components/ui/tabs';
import { formatNumber } from '@/lib/i18n/format';
import { type FacilityFigure, type Figure, outcomes } from '@/lib/indicators/schema';

export type Outcome = FacilityFigure['outcome'];

export const outcomeTones = {
  counts: 'achieved',
  does_not: 'off_track',
  no_answer: 'no_data',
} as const satisfies Record<Outcome, StatusTone>;

interface OutcomeTabsProps {
  figure: Figure;
  current: Outcome | undefined;
  hrefOfOutcome: (outcome: Outcome | undefined) => string;
}

/** The three kinds of facility behind a figure; their numbers add up to its members. */
export function OutcomeTabs({ figure, current, hrefOfOutcome }: OutcomeTabsProps) {
  const t = useTranslations('indicators.facilities');
  const locale = useLocale();
  const count = (value: number | null) => (value === null ? undefined : formatNumber(value, locale));
  const { numerator, members, answered } = figure;
  const shares = figure.denominator === answered;
  const missing = members === null || answered === null ? null : members - answered;
  const counts = {
    counts: shares ? count(numerator) : undefined,
    does_not: shares && numerator !== null && answered !== null ? count(answered - numerator) : undefined,
    no_answer: count(missing),
  };
  const tabs = [
    {
      href: hrefOfOutcome(undefined),
      label: t('anyOutcome'),
      count: count(members),
      current: current === undefined,
    },
    ...outcomes.map((outcome) => ({
      href: hrefOfOutcome(outcome),
      label: t(`outcomes.${outcome}`),
      count: counts[outcome],
      current: current === outcome,
    })),
  ];
  return <Segments label={t('outcome')} tabs={tabs} />;
}
