import { useLocale, useTranslations } from 'next-intl';
import { type ReactNode, useId } from 'react';
import type { Column } from '@/components/tables/plain-table';
import { cx } from '@/components/ui/cx';
import { TextLink } from '@/components/ui/text-link';
import { ChartFrame, type ChartText, groupNamedBy } from './frame';
import { filledBy, Hatch } from './hatch';
import { type IslandShape, mapBox } from './map/shape';
import { islands34, shapes34 } from './map/shapes-34';
import { islands63, shapes63 } from './map/shapes-63';
import { RateLegend, rateFills } from './rate-scale';
import { rateClass } from './scales';
import { Twin, type TwinOptions } from './twin';
import { partsText, shareText } from './words';

export interface MapPlace {
  /** `p34-01` or `p63-01`. */
  id: string;
  name: string;
  /** A share 0–100; null is unknown. */
  value: number | null;
  numerator: number | null;
  denominator: number | null;
  href?: string | undefined;
  /** "Cần chú ý": said beside the figure in the tooltip and in the table. */
  status?: string | undefined;
}

interface VietnamMapProps extends ChartText, TwinOptions {
  world: '34' | '63';
  places: readonly MapPlace[];
}

const worlds = {
  34: { shapes: shapes34, islands: islands34 },
  63: { shapes: shapes63, islands: islands63 },
} as const;

/** Rates in five fixed classes. Hoàng Sa and Trường Sa are part of their provinces, always drawn and named. */
export function VietnamMap({ world, places, table, printTable, ...text }: VietnamMapProps) {
  const t = useTranslations('charts');
  const id = useId();
  const { shapes, islands } = worlds[world];
  const placeOf = new Map(places.map((place) => [place.id, place]));
  const drawn = Object.entries(shapes).map(([key, path]) => ({
    key,
    path,
    place: placeOf.get(key),
    own: islands.filter(({ of }) => of === key),
  }));
  return (
    <ChartFrame id={id} {...text}>
      <div className="relative max-w-form">
        <svg
          {...groupNamedBy(id)}
          viewBox={`-8 -8 ${mapBox.width + 16} ${mapBox.height + 16}`}
          className="chart-mark block h-auto w-full"
        >
          <title>{text.title}</title>
          <defs>
            <Hatch id={`${id}-hatch`} step={36} />
          </defs>
          {drawn.map(({ key, path, place, own }) => (
            <PlaceArea key={key} place={place}>
              <Area path={path} place={place} hatch={`${id}-hatch`} />
              {own.map((island) => (
                <Area key={island.key} path={island.path} place={place} hatch={`${id}-hatch`} />
              ))}
            </PlaceArea>
          ))}
          <Borders drawn={drawn} />
        </svg>
        <IslandNames />
      </div>
      <RateLegend />
      <p className="mt-2 text-14 text-muted">
        {t.rich('map.source', {
          link: (words) => <TextLink href="https://github.com/VictorCazanave/svg-maps">{words}</TextLink>,
          licence: (words) => (
            <TextLink href="https://creativecommons.org/licenses/by/4.0/">{words}</TextLink>
          ),
        })}
      </p>
      <PlaceTable caption={text.title} places={places} table={table} printTable={printTable} />
    </ChartFrame>
  );
}

interface Drawn {
  path: string;
  place: MapPlace | undefined;
  own: readonly IslandShape[];
}

/** One province with its islands: one link, one name, one tooltip. */
function PlaceArea({ place, children }: { place: MapPlace | undefined; children: ReactNode }) {
  const words = usePlaceWords();
  if (place === undefined) return <g>{children}</g>;
  const name = words(place);
  if (place.href === undefined) {
    return (
      <g>
        <title>{name}</title>
        {children}
      </g>
    );
  }
  return (
    <a href={place.href} aria-label={name} className="group outline-offset-0 hover:opacity-75" data-route="">
      <title>{name}</title>
      {children}
    </a>
  );
}

interface AreaProps {
  path: string;
  place: MapPlace | undefined;
  hatch: string;
}

function Area({ path, place, hatch }: AreaProps) {
  const found = rateClass(place?.value ?? null);
  if (found !== null) return <path d={path} {...firm} className={cx(rateFills[found], focused)} />;
  return (
    <>
      <path d={path} className="fill-surface" />
      <path d={path} {...firm} fill={filledBy(hatch)} className={focused} />
    </>
  );
}

/** Half of a border is under the neighbours, so the area under focus changes its colour too, against every class. */
const focused =
  'group-focus-visible:fill-emblem-gold group-focus-visible:stroke-bar group-focus-visible:[stroke-width:6px]';
const firm = { vectorEffect: 'non-scaling-stroke' } as const;

/** Above all areas: light lines between dark neighbours, dark lines around light ones, so no border is lost in its class. */
function Borders({ drawn }: { drawn: readonly Drawn[] }) {
  const strong = drawn.filter(({ place }) => (rateClass(place?.value ?? null) ?? 0) > 2);
  const pale = drawn.filter((one) => !strong.includes(one));
  const lines = (some: readonly Drawn[]) => some.map(({ path }) => path).join('');
  const line = { fill: 'none', ...firm } as const;
  return (
    <g className="pointer-events-none">
      <path {...line} d={lines(strong)} strokeWidth="1" className="stroke-surface" />
      <path {...line} d={lines(pale)} strokeWidth="1" className="stroke-rate-edge" />
      <path
        {...line}
        d={drawn.flatMap(({ own }) => own.map(({ path }) => path)).join('')}
        strokeWidth="1"
        className="stroke-rate-edge"
      />
    </g>
  );
}

/** In their own layer without a view box: letters keep their size when the map shrinks. */
function IslandNames() {
  const t = useTranslations('charts.map');
  return (
    <svg aria-hidden="true" className="pointer-events-none absolute inset-0 block size-full overflow-visible">
      <text x="70.5%" y="54.5%" textAnchor="middle" className="fill-ink text-14">
        {t('hoangSa')}
        <tspan x="70.5%" dy="1.25em">
          {t('hoangSaOf')}
        </tspan>
      </text>
      <text x="99.5%" y="66.5%" textAnchor="end" className="fill-ink text-14">
        {t('truongSa')}
        <tspan x="99.5%" dy="1.25em">
          {t('truongSaOf')}
        </tspan>
      </text>
    </svg>
  );
}

function usePlaceWords(): (place: MapPlace) => string {
  const t = useTranslations('charts');
  const locale = useLocale();
  return ({ name, value, status, ...parts }) => {
    const of = partsText(parts, locale);
    const figure = value === null ? t('unknown') : shareText(value, locale);
    const tail = [of === null ? figure : `${figure} (${of})`, status].filter(Boolean).join(', ');
    return `${name}: ${tail}`;
  };
}

interface PlaceTableProps extends TwinOptions {
  caption: string;
  places: readonly MapPlace[];
}

function PlaceTable({ places, ...twin }: PlaceTableProps) {
  const t = useTranslations('charts');
  const locale = useLocale();
  const columns: Column<MapPlace>[] = [
    {
      key: 'place',
      header: t('column.place'),
      rowHeader: true,
      cell: ({ name, href }) => (href === undefined ? name : <TextLink href={href}>{name}</TextLink>),
    },
    {
      key: 'value',
      header: t('column.value'),
      numeric: true,
      cell: ({ value }) => (value === null ? t('unknown') : shareText(value, locale)),
    },
    {
      key: 'parts',
      header: t('column.parts'),
      numeric: true,
      cell: (place) => partsText(place, locale) ?? t('none'),
    },
  ];
  if (places.some(({ status }) => status !== undefined)) {
    columns.push({ key: 'status', header: t('column.status'), cell: ({ status }) => status });
  }
  return <Twin {...twin} columns={columns} rows={places} rowKey={({ id }) => id} />;
}
