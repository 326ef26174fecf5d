import { useLocale, useTranslations } from 'next-intl';
import { useId } from 'react';
import { cx } from '@/components/ui/cx';
import { TextLink } from '@/components/ui/text-link';
import { formatNumber, formatPercent } from '@/lib/i18n/format';
import { filledBy, Hatch } from './hatch';
import { percent } from './scales';

const coverageParts = ['reported', 'carried', 'missing'] as const;
export type CoveragePart = (typeof coverageParts)[number];

interface CoverageStripProps {
  /** Answers of this period, answers carried forward from an earlier one, and nobody's answer. */
  counts: Readonly<Record<CoveragePart, number>>;
  hrefs?: Readonly<Partial<Record<CoveragePart, string>>> | undefined;
  /** The strip alone; the page says the numbers itself. */
  bare?: boolean | undefined;
  className?: string | undefined;
}

/** How many answers a figure rests on: solid, striped, empty – no colour is needed to tell them apart. */
export function CoverageStrip({ counts, hrefs = {}, bare = false, className }: CoverageStripProps) {
  const t = useTranslations('charts.coverage');
  const locale = useLocale();
  const total = counts.reported + counts.carried + counts.missing;
  const say = (part: CoveragePart) => `${t(part)} ${formatNumber(counts[part], locale)}`;
  const name =
    total === 0
      ? t('nobody')
      : t('said', { parts: coverageParts.map(say).join('; '), total: formatNumber(total, locale) });
  return (
    <div className={cx('text-14', className)}>
      <Strip counts={counts} total={total} name={name} />
      {!bare && (
        <ul className="mt-1 flex flex-wrap gap-x-4 gap-y-1">
          {coverageParts.map((part) => (
            <li key={part} className="flex min-h-6 items-center gap-1.5">
              <Mark part={part} />
              {hrefs[part] === undefined || counts[part] === 0 ? (
                say(part)
              ) : (
                <TextLink href={hrefs[part]}>{say(part)}</TextLink>
              )}
              {total > 0 && (
                <span className="text-muted">({formatPercent(counts[part] / total, locale)})</span>
              )}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

interface StripProps {
  counts: Readonly<Record<CoveragePart, number>>;
  total: number;
  name: string;
}

function Strip({ counts, total, name }: StripProps) {
  const id = useId();
  const extent = [0, Math.max(1, total)] as const;
  const answered = counts.reported + counts.carried;
  return (
    <svg role="img" aria-label={name} className="chart-mark block h-3 w-full">
      <defs>
        <Hatch id={id} className="stroke-mark" />
      </defs>
      <rect width="100%" height="100%" className="fill-surface" />
      <rect width={percent(answered, extent)} height="100%" fill={filledBy(id)} />
      <rect width={percent(counts.reported, extent)} height="100%" className="fill-mark" />
      <rect width="100%" height="100%" fill="none" strokeWidth="2" className="stroke-no-data" />
    </svg>
  );
}

function Mark({ part }: { part: CoveragePart }) {
  const id = useId();
  return (
    <svg aria-hidden="true" className="chart-mark size-3.5 shrink-0">
      <defs>
        <Hatch id={id} className="stroke-mark" />
      </defs>
      <rect
        x="0.5"
        y="0.5"
        width="13"
        height="13"
        {...(part === 'carried' ? { fill: filledBy(id) } : {})}
        className={cx(
          'stroke-no-data',
          part === 'reported' && 'fill-mark',
          part === 'missing' && 'fill-surface',
        )}
      />
    </svg>
  );
}
