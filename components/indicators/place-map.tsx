import { useLocale, useTranslations } from 'next-intl';
import { VietnamMap } from '@/components/charts/vietnam-map';
import { compareNames } from '@/lib/i18n/format';
import { rankedPlaces } from '@/lib/indicators/narration/rules';
import type { Board, Figure } from '@/lib/indicators/schema';
import { placesText } from './sentences';
import { headName } from './words';

interface PlaceMapProps {
  figure: Figure;
  provinces: readonly Figure[];
  world: Board['world'];
  /** Absent on the public page. */
  hrefOfPlace?: ((place: string) => string) | undefined;
}

/** Where the lag is. The sorted list beside it holds the same figures, so the map brings no table of its own. */
export function PlaceMap({ figure, provinces, world, hrefOfPlace }: PlaceMapProps) {
  const t = useTranslations('indicators');
  const locale = useLocale();
  const places = rankedPlaces(provinces, compareNames(locale)).map((province) => ({
    id: province.place?.id ?? '',
    name: province.place?.name[locale] ?? '',
    value: province.value,
    numerator: province.numerator,
    denominator: province.denominator,
    href: hrefOfPlace?.(province.place?.id ?? ''),
    status: t(`status.${province.status}`),
  }));
  return (
    <section aria-labelledby="map" className="min-w-0">
      <h2 id="map">{t('places.map')}</h2>
      <p className="mb-3 text-14 text-muted">{t('places.mapNote')}</p>
      <VietnamMap
        captionHidden
        table="none"
        title={t('places.mapTitle', { name: headName(figure, { t, locale }) })}
        narration={placesText(provinces, { t, locale })}
        world={world}
        places={places}
      />
    </section>
  );
}
