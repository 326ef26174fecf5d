import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

/** WCAG 2.2, 1.4.3 and 1.4.11: 4.5 for words, 3 for shapes, borders and the focus ring; both themes. */
const css = readFileSync(new URL('../../app/globals.css', import.meta.url), 'utf8');
const tokens = new Map(
  [...css.matchAll(/--([\w-]+): light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\)/g)].map(
    ([, name, light, dark]) => [name ?? '', [light ?? '', dark ?? ''] as const],
  ),
);

const papers = ['surface', 'canvas', 'wash', 'sample', 'warn-wash', 'danger-wash'];
const words = ['ink', 'muted', 'primary', 'primary-strong', 'danger', 'warn'];
const statusWords = ['achieved-text', 'on-track-text', 'at-risk-text', 'off-track-text', 'no-data-text'];
const shapes = ['achieved', 'on-track', 'at-risk', 'off-track', 'no-data', 'control', 'focus', 'fill'];

describe.each([
  ['light', 0],
  ['dark', 1],
] as const)('%s theme', (_theme, side) => {
  const contrast = (one: string, other: string) => ratio(colour(one, side), colour(other, side));

  it.each([...words, ...statusWords])('%s is readable on every paper', (word) => {
    for (const paper of papers) expect(contrast(word, paper), paper).toBeGreaterThanOrEqual(4.5);
  });

  it.each(shapes)('%s stands out from the page', (shape) => {
    expect(contrast(shape, 'surface')).toBeGreaterThanOrEqual(3);
  });

  it('keeps words readable on fills and on the bar', () => {
    expect(contrast('on-fill', 'fill')).toBeGreaterThanOrEqual(4.5);
    expect(contrast('on-fill', 'fill-strong')).toBeGreaterThanOrEqual(4.5);
    expect(contrast('on-fill', 'danger-fill')).toBeGreaterThanOrEqual(4.5);
    expect(contrast('on-bar', 'bar')).toBeGreaterThanOrEqual(4.5);
    expect(contrast('on-bar-muted', 'bar')).toBeGreaterThanOrEqual(4.5);
    expect(ratio('#000000', colour('at-risk', side))).toBeGreaterThanOrEqual(4.5);
    expect(ratio('#ffcd00', colour('bar', side))).toBeGreaterThanOrEqual(3);
  });
});

function colour(name: string, side: 0 | 1): string {
  const pair = tokens.get(name);
  if (pair === undefined) throw new Error(`no colour named ${name}`);
  return pair[side];
}

function ratio(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((left, right) => left - right);
  return (light + 0.05) / (dark + 0.05);
}

function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((start) => {
    const channel = Number.parseInt(hex.slice(start, start + 2), 16) / 255;
    return channel <= 0.03928 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
