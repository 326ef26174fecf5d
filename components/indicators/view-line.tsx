import { useLocale, useTranslations } from 'next-intl';
import { SampleBadge } from '@/components/ui/sample';
import { formatNumber } from '@/lib/i18n/format';
import type { Board } from '@/lib/indicators/schema';
import { filterText } from './sentences';
import type { View } from './view';
import { listText } from './words';

interface ViewLineProps {
  board: Pick<Board, 'place' | 'period' | 'world' | 'knownAt' | 'sequence'>;
  view: View;
  refused?: readonly (keyof View)[];
  /** Some of what is shown comes from made-up reports. */
  sample?: boolean;
}

/** What is shown, in one sentence that is printed too. */
export function ViewLine({ board, view, refused = [], sample = false }: ViewLineProps) {
  const t = useTranslations('indicators');
  const locale = useLocale();
  return (
    <div className="max-w-prose text-14 text-muted">
      <p>
        {filterText(board, view.asOf, { t, locale })}{' '}
        {t('filter.sequence', { sequence: formatNumber(board.sequence, locale) })}
      </p>
      {sample && (
        <p className="mt-1">
          <SampleBadge /> {t('board.sample')}
        </p>
      )}
      {refused.length > 0 && (
        <p role="alert" className="mt-1 font-semibold text-warn">
          {t('filter.refused', {
            names: listText(
              refused.map((name) => t(`filter.${name}`)),
              locale,
            ),
          })}
        </p>
      )}
    </div>
  );
}
