import { NextIntlClientProvider } from 'next-intl';
import type { ReactNode } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import charts from '@/lib/i18n/messages/vi/charts.json';
import ui from '@/lib/i18n/messages/vi/ui.json';
import { Bullet } from './bullet';
import { DotPlot } from './dot-plot';
import { shapes34 } from './map/shapes-34';
import { Sparkline } from './sparkline';
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
    expect(html).toMatch(/<a [^>]*href="\/x">Huế/);
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
  const places: MapPlace[] = shapes34.map(({ id }, index) => ({
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
