import { NextIntlClientProvider } from 'next-intl';
import type { ReactNode } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import charts from '@/lib/i18n/messages/vi/charts.json';
import ui from '@/lib/i18n/messages/vi/ui.json';
import { Bullet } from './bullet';
import { ChangeBars, pointsText, stepsFrom } from './change-bars';
import { CoverageStrip } from './coverage-strip';
import { DotPlot } from './dot-plot';
import { shapes34 } from './map/shapes-34';
import { MiniBars } from './mini-bars';
import { dayNumber } from './scales';
import { Sparkline } from './sparkline';
import { StackedBar, segmentsOf } from './stacked-bar';
import { Trend } from './trend';
import { monthTicks, spread, timeExtent } from './trend-scale';
import { type MapPlace, VietnamMap } from './vietnam-map';

const drawn = (chart: ReactNode) =>
  renderToStaticMarkup(
    <NextIntlClientProvider locale="vi" messages={{ charts, ui }} timeZone="Asia/Ho_Chi_Minh">
      {chart}
    </NextIntlClientProvider>,
  );

describe('Bullet', () => {
  it('draws a bar for zero and stripes for the unknown', () => {
    expect(drawn(<Bullet narration="x" value={0} target={80} />)).toContain('width="0%"');
    const unknown = drawn(<Bullet narration="x" value={null} target={80} />);
    expect(unknown).toContain('url(#');
    expect(unknown).not.toContain('fill-mark');
  });

  it('is one picture with its sentence as name', () => {
    expect(drawn(<Bullet narration="HIS: 100,0%" value={100} />)).toContain('aria-label="HIS: 100,0%"');
  });
});

describe('Sparkline', () => {
  it('breaks at a gap and dashes what is provisional', () => {
    const values = [1, 2, null, 4, 5];
    const svg = drawn(
      <Sparkline
        narration="x"
        points={values.map((value, index) => ({ value, provisional: index === 4 }))}
      />,
    );
    expect(svg.match(/<path/g)).toHaveLength(2);
    expect(svg.match(/stroke-dasharray/g)).toHaveLength(1);
  });

  it('shows one point as a dot and nothing for nothing', () => {
    expect(drawn(<Sparkline narration="x" points={[{ value: 5 }]} />)).toContain('<circle');
    expect(drawn(<Sparkline narration="x" points={[{ value: null }]} />)).not.toContain('<circle');
  });
});

describe('DotPlot', () => {
  const row = { id: 'a', name: 'Huế', href: '/x', value: 71.6, numerator: 53, denominator: 74 };

  it('is a table whose rows say share and parts', () => {
    const html = drawn(<DotPlot title="t" narration="n" nameHeader="Tỉnh" rows={[row]} target={80} />);
    expect(html).toContain('71,6%');
    expect(html).toContain('53/74');
    expect(html).toMatch(/<a [^>]*href="\/x"[^>]*>Huế/);
  });

  it('says unknown instead of zero', () => {
    const html = drawn(
      <DotPlot title="t" narration="n" nameHeader="Tỉnh" rows={[{ ...row, value: null }]} />,
    );
    expect(html).toContain(charts.unknown);
    expect(html).not.toContain('<circle');
    expect(html).not.toContain('0,0%');
  });
});

describe('VietnamMap', () => {
  const places: MapPlace[] = Object.keys(shapes34).map((id, index) => ({
    id,
    name: `Tỉnh ${index}`,
    href: `/indicators?place=${id}`,
    value: index === 0 ? null : 100,
    numerator: index,
    denominator: 40,
  }));
  const html = drawn(<VietnamMap world="34" title="t" narration="n" places={places} />);

  it('links every place by a name that holds its figure', () => {
    expect(html.match(/<a [^>]*aria-label="Tỉnh /g)).toHaveLength(34);
    expect(html).toContain('aria-label="Tỉnh 33: 100,0% (33/40)"');
    expect(html).toContain(`aria-label="Tỉnh 0: ${charts.unknown} (0/40)"`);
  });

  it('names both archipelagos with their provinces, the source and its licence', () => {
    for (const words of ['QĐ. Hoàng Sa', '(Đà Nẵng)', 'QĐ. Trường Sa', '(Khánh Hòa)', 'CC BY 4.0']) {
      expect(html).toContain(words);
    }
  });

  it('has a table of the same figures', () => {
    expect(html).toContain('<details');
    expect(html.match(/<tr/g)).toHaveLength(35);
  });

  it('writes no style attribute, which the policy of the pages forbids', () => {
    expect(html).not.toContain('style=');
  });
});

describe('Trend', () => {
  const points = [20, null, 40, 55].map((value, index) => ({
    at: `2026-0${index + 1}-28`,
    label: `Tháng ${index + 1}/2026`,
    value,
    numerator: value,
    denominator: 100,
    provisional: index === 3,
  }));
  const series = [{ id: 'a', label: 'Tỷ lệ', points }];

  it('says every month in its table, the missing one as unknown, the last as provisional', () => {
    const html = drawn(<Trend title="t" narration="n" series={series} />);
    expect(html.match(/<tr/g)).toHaveLength(5);
    expect(html).toContain(`55,0% (${charts.provisional})`);
    expect(html).toContain(charts.unknown);
    expect(html).not.toContain('>0,0%');
    expect(html).not.toContain('style=');
  });

  it('has nothing to draw without a point', () => {
    const html = drawn(<Trend title="t" narration="n" series={[{ id: 'a', label: 'a', points: [] }]} />);
    expect(html).toContain(charts.unknown);
    expect(html).not.toContain('NaN');
  });

  it('draws one point, a deadline and a forecast without an end', () => {
    const html = drawn(
      <Trend
        title="t"
        narration="n"
        series={[{ id: 'a', label: 'a', points: points.slice(0, 1) }]}
        goals={[{ at: '2026-12-31', value: 100, label: 'Hạn 31/12/2026: 100%' }]}
        forecast={{ value: 100, early: '2027-01-01', median: '2027-06-01', late: null }}
      />,
    );
    expect(html).toContain('Hạn 31/12/2026: 100%');
    expect(html).not.toContain('NaN');
  });

  it('ends its axis at the last thing drawn, but never further than anybody sees', () => {
    const [from, to] = timeExtent(series, [{ at: '2026-12-31', value: 100, label: '' }], null);
    expect([from, to]).toEqual([dayNumber('2026-01-28'), dayNumber('2026-12-31')]);
    const far = timeExtent(series, [], { value: 1, early: '2030-01-01', median: '2050-01-01', late: null });
    expect(far[1]).toBeLessThan(dayNumber('2029-06-01'));
  });

  it('ticks firsts of months, six or so', () => {
    const year = monthTicks([dayNumber('2025-11-28'), dayNumber('2026-10-28')]);
    expect(year.map(({ label }) => label)).toEqual(['01/2026', '03/2026', '05/2026', '07/2026', '09/2026']);
    expect(monthTicks([dayNumber('2023-11-28'), dayNumber('2026-10-28')]).map(({ label }) => label)).toEqual([
      '01/2024',
      '07/2024',
      '01/2025',
      '07/2025',
      '01/2026',
      '07/2026',
    ]);
  });

  it('moves names apart', () => {
    expect(spread([{ y: 51 }, { y: 50 }], 10).map(({ y }) => y)).toEqual([50, 60]);
  });
});

describe('StackedBar', () => {
  const parts = [
    { key: 'low', label: 'Bậc 1' },
    { key: 'high', label: 'Bậc 2' },
  ];
  const row = { id: 'a', name: 'Huế', counts: { low: 2, high: 8 }, proven: { low: 2, high: 5 } };

  it('fills the whole row and keeps proven and claimed apart', () => {
    const segments = segmentsOf(row, parts, [1, 4]);
    expect(segments.map(({ x, width, striped }) => [x, width, striped])).toEqual([
      [0, 20, false],
      [20, 50, false],
      [70, 30, true],
    ]);
  });

  it('says nobody has answered instead of drawing an empty ladder', () => {
    const html = drawn(
      <StackedBar title="t" narration="n" nameHeader="Tỉnh" parts={parts} rows={[{ ...row, counts: {} }]} />,
    );
    expect(html).toContain(`Huế: ${charts.unknown}`);
  });
});

describe('ChangeBars', () => {
  it('starts each part where the one before ended', () => {
    const steps = stepsFrom(70, [
      { key: 'a', label: 'a', points: 3 },
      { key: 'b', label: 'b', points: -1 },
    ]);
    expect(steps.map(({ start, end }) => [start, end])).toEqual([
      [70, 73],
      [73, 72],
    ]);
  });

  it('shows what the parts leave over', () => {
    const html = drawn(
      <ChangeBars
        title="t"
        narration="n"
        from={{ label: 'a', value: 70 }}
        to={{ label: 'b', value: 73 }}
        parts={[{ key: 'n', label: 'n', points: 2 }]}
      />,
    );
    expect(html).toContain(charts.change.rest);
    expect(html).toContain('+1,0');
  });

  it('writes a difference with its sign', () => {
    expect(pointsText(3.3, 'vi')).toBe('+3,3');
    expect(pointsText(-0.31, 'vi')).toBe('−0,31');
    expect(pointsText(0.001, 'vi')).toBe('0');
  });
});

describe('CoverageStrip and MiniBars', () => {
  it('say in words what they draw', () => {
    const strip = drawn(
      <CoverageStrip counts={{ reported: 3, carried: 1, missing: 0 }} hrefs={{ carried: '/c' }} />,
    );
    expect(strip).toContain(`aria-label="${charts.coverage.reported} 3; ${charts.coverage.carried} 1;`);
    expect(strip).toMatch(/href="\/c"/);
    const bars = drawn(
      <MiniBars
        name="E21"
        bars={[
          { label: 'Tháng 9/2026', value: null },
          { label: 'Tháng 10/2026', value: true },
        ]}
      />,
    );
    expect(bars).toContain(`E21. Tháng 9/2026: ${charts.missing}; Tháng 10/2026: ${charts.yes}`);
  });
});
