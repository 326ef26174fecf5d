import { useLocale, useTranslations } from 'next-intl';
import { DotPlot, type DotRow } from '@/components/charts/dot-plot';
import { compareNames } from '@/lib/i18n/format';
import { rankedPlaces } from '@/lib/indicators/narration/rules';
import type { Figure } from '@/lib/indicators/schema';
import { placesText } from './sentences';
import { headName } from './words';

interface PlacesPanelProps {
  figure: Figure;
  provinces: readonly Figure[];
  /** Absent on the public page. */
  hrefOfPlace?: ((place: string) => string) | undefined;
}

/** Which provinces lag, sorted, with the parts of every share and the target as a line. */
export function PlacesPanel({ figure, provinces, hrefOfPlace }: PlacesPanelProps) {
  const t = useTranslations('indicators');
  const locale = useLocale();
  const speech = { t, locale };
  const ranked = rankedPlaces(provinces, compareNames(locale));
  const proofs = ranked.some(({ proven }) => proven !== null);
  return (
    <section aria-labelledby="places" className="min-w-0">
      <h2 id="places">{t('places.title', { name: headName(figure, speech) })}</h2>
      <p className="text-14 text-muted">{placesText(provinces, speech)}</p>
      <p className="mb-3 text-14 text-muted">
        {hrefOfPlace === undefined ? t('places.orderPublic') : t('places.order')}
      </p>
      <DotPlot
        captionHidden
        title={t('places.title', { name: headName(figure, speech) })}
        narration={placesText(provinces, speech)}
        nameHeader={t('column.place')}
        target={figure.unit === 'percent' ? figure.target?.value : null}
        rows={ranked.map((province) => dotOf(province, locale, hrefOfPlace))}
        legend={proofs ? { value: t('places.legendClaimed'), other: t('places.legendProven') } : undefined}
      />
    </section>
  );
}

function dotOf(province: Figure, locale: 'vi' | 'en', hrefOfPlace: PlacesPanelProps['hrefOfPlace']): DotRow {
  const { place, value, numerator, denominator, proven } = province;
  const id = place?.id ?? '';
  return {
    id,
    name: place?.name[locale] ?? '',
    href: hrefOfPlace?.(id),
    value,
    numerator,
    denominator,
    other: proven === null || denominator === null || denominator === 0 ? null : (proven / denominator) * 100,
  };
}
