import { useLocale, useTranslations } from 'next-intl';
import { formatNumber } from '@/lib/i18n/format';
import type { IndicatorView } from '@/lib/indicators/schema';

const dimensions = ['province', 'ownership', 'class'] as const;
const shown = 8;

/** Where the missing ones are, by province, by owner, by class; each number beside the whole it is a part of. */
export function MissingPanel({ groups }: { groups: IndicatorView['missingBy'] }) {
  const t = useTranslations('indicators');
  const kinds = dimensions.filter((dimension) => groups.some((group) => group.dimension === dimension));
  return (
    <section aria-labelledby="missing" className="border-t-2 border-ink pt-3">
      <h2 id="missing">{t('detail.missing')}</h2>
      {kinds.length === 0 ? (
        <p className="mt-2 text-muted">{t('why.unknown')}</p>
      ) : (
        <div className="mt-3 grid gap-x-8 gap-y-6 sm:grid-cols-2 lg:grid-cols-3">
          {kinds.map((dimension) => (
            <Groups
              key={dimension}
              name={t(`why.by.${dimension}`)}
              groups={groups.filter((group) => group.dimension === dimension)}
            />
          ))}
        </div>
      )}
    </section>
  );
}

function Groups({ name, groups }: { name: string; groups: IndicatorView['missingBy'] }) {
  const t = useTranslations('indicators.detail');
  const locale = useLocale();
  const most = Math.max(1, ...groups.map(({ missing }) => missing));
  const rest = groups.slice(shown).reduce((total, { missing }) => total + missing, 0);
  return (
    <div className="keep min-w-0">
      <h3>{name}</h3>
      <ul className="mt-2 text-14">
        {groups.slice(0, shown).map((group) => (
          <li key={group.key} className="py-1">
            <span className="flex justify-between gap-3">
              <span className="min-w-0">{group.label[locale]}</span>
              <span className="tabular shrink-0">
                <b className="font-semibold">{formatNumber(group.missing, locale)}</b>
                <span className="text-muted">/{formatNumber(group.of, locale)}</span>
              </span>
            </span>
            <svg aria-hidden="true" className="chart-mark block h-1.5 w-full">
              <rect width="100%" height="6" className="fill-track" />
              <rect width={`${(group.missing / most) * 100}%`} height="6" className="fill-fill" />
            </svg>
          </li>
        ))}
      </ul>
      {rest > 0 && (
        <p className="mt-1 text-14 text-muted">
          {t('restMissing', {
            dimension: groups[0]?.dimension ?? 'province',
            count: groups.length - shown,
            missing: formatNumber(rest, locale),
          })}
        </p>
      )}
    </div>
  );
}
