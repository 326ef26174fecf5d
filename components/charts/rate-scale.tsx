import { useTranslations } from 'next-intl';
import { useId } from 'react';
import { filledBy, Hatch } from './hatch';
import { type RateClass, rateBreaks } from './scales';

export const rateFills = {
  1: 'fill-rate-1',
  2: 'fill-rate-2',
  3: 'fill-rate-3',
  4: 'fill-rate-4',
  5: 'fill-rate-5',
} as const satisfies Record<RateClass, string>;

const rateClasses = [1, 2, 3, 4, 5] as const;

/** "dưới 45%", "45–60%", …, "từ 90%" */
function useRateWords(): (one: RateClass) => string {
  const t = useTranslations('charts.class');
  return (one) => {
    const [low, high] = [rateBreaks[one - 2], rateBreaks[one - 1]];
    if (low === undefined) return t('below', { high: high ?? 0 });
    if (high === undefined) return t('from', { low });
    return t('between', { low, high });
  };
}

/** The five classes and the stripes; said in words too, so a grey print can be read. */
export function RateLegend() {
  const t = useTranslations('charts');
  const word = useRateWords();
  const id = useId();
  return (
    <ul aria-label={t('class.label')} className="mt-3 flex flex-wrap gap-x-4 gap-y-1 text-14">
      {rateClasses.map((one) => (
        <li key={one} className="flex items-center gap-1.5">
          <Swatch className={rateFills[one]} />
          {word(one)}
        </li>
      ))}
      <li className="flex items-center gap-1.5">
        <svg aria-hidden="true" className="chart-mark h-3.5 w-6">
          <defs>
            <Hatch id={id} />
          </defs>
          <rect x="0.5" y="0.5" width="23" height="13" fill={filledBy(id)} className="stroke-rate-edge" />
        </svg>
        {t('unknown')}
      </li>
    </ul>
  );
}

export function Swatch({ className }: { className: string }) {
  return (
    <svg aria-hidden="true" className="chart-mark h-3.5 w-6 shrink-0">
      <rect x="0.5" y="0.5" width="23" height="13" className={`stroke-rate-edge ${className}`} />
    </svg>
  );
}
