import type { useTranslations } from 'next-intl';
import { formatNumber, formatPercent } from '@/lib/i18n/format';
import type { Locale } from '@/lib/i18n/locale';
import type { Finding } from '@/lib/reporting/checks';
import type { Check } from '@/lib/reporting/define';
import type { Answers } from '@/lib/reporting/rules';

type Say = ReturnType<typeof useTranslations<'reporting.check'>>;

export interface CheckPlace {
  checks: ReadonlyMap<string, Check>;
  answers: Answers;
  previous: Readonly<Record<string, unknown>>;
  /** Name of a cell as the page shows it. */
  nameOf: (part: string) => string;
  before: string;
  locale: Locale;
}

/** What a rule says beside the cell: short, with the number it is compared to; other rules speak their own words. */
export function wordsOf(finding: Finding, place: CheckPlace, t: Say): string {
  const must = place.checks.get(finding.code)?.must;
  if (must?.kind === 'not_above' && must.factor === 1) {
    const other = place.answers.get(must.other)?.value;
    if (typeof other === 'number')
      return t('above', { other: place.nameOf(must.other), value: formatNumber(other, 'vi', 2) });
  }
  if (must?.kind === 'steady') {
    const [now, before] = [place.answers.get(must.part)?.value, place.previous[must.part]];
    if (typeof now === 'number' && typeof before === 'number' && before !== 0) {
      const share = formatPercent(Math.abs(now - before) / Math.abs(before), 'vi', 0);
      return t(now > before ? 'rise' : 'fall', { share, before: place.before });
    }
  }
  return finding.message[place.locale];
}
