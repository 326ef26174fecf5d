import { useTranslations } from 'next-intl';

export interface SeriesBar {
  id: string;
  label: string;
  /** null: there is no figure; drawn as a gap with a line, never as zero. */
  value: number | null;
  text: string;
  current: boolean;
}

const step = 26;
const bar = 22;
const height = 56;

/** A cell over its periods: bars to look at, the same figures as a table to read. */
export function SeriesBars({ name, bars }: { name: string; bars: readonly SeriesBar[] }) {
  const t = useTranslations('reporting.panel');
  const top = Math.max(1, ...bars.map(({ value }) => value ?? 0));
  const width = Math.max(1, bars.length) * step - (step - bar);
  return (
    <>
      <svg
        role="img"
        aria-label={t('narration', {
          name,
          first: bars[0]?.text ?? '–',
          from: bars[0]?.label ?? '',
          last: bars.at(-1)?.text ?? '–',
          to: bars.at(-1)?.label ?? '',
        })}
        viewBox={`0 0 ${Math.max(width, 12 * step)} ${height + 1}`}
        className="chart-mark mt-2 block w-full"
      >
        {bars.map(({ id, value, current }, index) => {
          const tall = value === null ? 0 : Math.max(1, (Math.max(0, value) / top) * height);
          return value === null ? (
            <line
              key={id}
              x1={index * step}
              x2={index * step + bar}
              y1={height}
              y2={height}
              strokeDasharray="3 3"
              className="stroke-control"
            />
          ) : (
            <rect
              key={id}
              x={index * step}
              y={height - tall}
              width={bar}
              height={tall}
              className={current ? 'fill-fill' : 'fill-on-track opacity-45'}
            />
          );
        })}
      </svg>
      <details className="mt-1 text-14">
        <summary className="link inline-block">{t('table')}</summary>
        <table className="mt-1 w-full">
          <caption className="sr-only">{name}</caption>
          <thead className="sr-only">
            <tr>
              <th scope="col">{t('period')}</th>
              <th scope="col">{t('value')}</th>
            </tr>
          </thead>
          <tbody>
            {bars.toReversed().map(({ id, label, text, current }) => (
              <tr key={id} className="border-b border-line">
                <th
                  scope="row"
                  className={current ? 'py-0.5 text-left font-semibold' : 'py-0.5 text-left font-normal'}
                >
                  {label}
                </th>
                <td className="tabular text-right">{text}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </>
  );
}
