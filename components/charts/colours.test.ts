import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

/** Colours of the charts, told apart by every eye: CIE76 distance after Machado's simulation at full severity. */
const css = readFileSync(new URL('../../app/globals.css', import.meta.url), 'utf8');
const tokens = new Map(
  [...css.matchAll(/--([\w-]+): light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\)/g)].map(
    ([, name, light, dark]) => [name ?? '', [light ?? '', dark ?? ''] as const],
  ),
);

type Triple = readonly [number, number, number];
type Matrix = readonly [Triple, Triple, Triple];

const eyes: readonly Matrix[] = [
  [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
];

describe.each([
  ['light', 0],
  ['dark', 1],
] as const)('%s theme', (_theme, side) => {
  const colour = (name: string) => linear(tokens.get(name)?.[side] ?? 'none');

  it('keeps neighbours of the order apart, lightness running one way', () => {
    const order = [1, 2, 3, 4, 5].map((step) => colour(`rate-${step}`));
    for (const [index, one] of order.entries()) {
      const next = order[index + 1];
      if (next !== undefined) expect(distance(one, next), `${index + 1}`).toBeGreaterThan(13);
    }
    const light = order.map(luminance);
    expect(light).toEqual(light.toSorted((left, right) => (side === 0 ? right - left : left - right)));
  });

  it('keeps five kinds apart and off the paper', () => {
    const kinds = [1, 2, 3, 4, 5].map((step) => colour(`kind-${step}`));
    for (const [index, one] of kinds.entries()) {
      expect(contrast(one, colour('surface')), `${index + 1}`).toBeGreaterThanOrEqual(3);
      for (const other of kinds.slice(index + 1)) expect(distance(one, other)).toBeGreaterThan(30);
    }
  });

  it('draws marks and edges that stand out from the paper', () => {
    for (const name of ['mark', 'rate-edge']) {
      expect(contrast(colour(name), colour('surface')), name).toBeGreaterThanOrEqual(3);
    }
  });
});

function linear(hex: string): Triple {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((start) => {
    const channel = Number.parseInt(hex.slice(start, start + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return [red, green, blue];
}

const times = (row: Triple, [red, green, blue]: Triple) => row[0] * red + row[1] * green + row[2] * blue;
const luminance = (colour: Triple) => times([0.2126, 0.7152, 0.0722], colour);

function contrast(one: Triple, other: Triple): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((left, right) => left - right);
  return (light + 0.05) / (dark + 0.05);
}

/** The smallest distance over all eyes. */
function distance(one: Triple, other: Triple): number {
  return Math.min(
    ...eyes.map((eye) => {
      const [left, right] = [lab(seen(one, eye)), lab(seen(other, eye))];
      return Math.hypot(left[0] - right[0], left[1] - right[1], left[2] - right[2]);
    }),
  );
}

function seen(colour: Triple, eye: Matrix): Triple {
  const shown = (row: Triple) => Math.min(1, Math.max(0, times(row, colour)));
  return [shown(eye[0]), shown(eye[1]), shown(eye[2])];
}

function lab(colour: Triple): Triple {
  const bent = (value: number) => (value > 0.008856 ? Math.cbrt(value) : 7.787 * value + 16 / 116);
  const x = bent(times([0.4124, 0.3576, 0.1805], colour) / 0.95047);
  const y = bent(luminance(colour));
  const z = bent(times([0.0193, 0.1192, 0.9505], colour) / 1.08883);
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)];
}
