import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { topology } from 'topojson-server';
import type { MultiPolygon, Topology } from 'topojson-specification';
import { formerPlaceIdOf, placeIdOf, provinces } from '@/db/seed/places';
import { outlinesOf } from './dissolve';
import { clockwise, type Point, type Ring, ringsOf, turned } from './paths';
import { simplified } from './simplify';
import { snapped } from './snap';
import { islands, provinceOf } from './source-names';

/**
 * Makes components/charts/map/shapes-{34,63}.ts out of the outlines of @svg-maps/vietnam.
 * Run by hand when a border or the source changes: npx tsx --conditions=react-server scripts/map/build.ts
 */
const root = join(import.meta.dirname, '../..');

/** Whole numbers are shorter: a quarter of a unit of the source is a fifth of a pixel on the screen. */
const scale = 4;
/** What is smaller was left over by the drawing, not by the sea. */
const speck = 0.6;

type Outlines = Record<string, Ring[]>;

function source(): Outlines {
  const svg = readFileSync(join(root, 'node_modules/@svg-maps/vietnam/vietnam.svg'), 'utf8');
  const paths = [...svg.matchAll(/<path\s+id="(\w+)"[^>]*?\sd="([^"]+)"/g)];
  return Object.fromEntries(paths.map(([, id = '', path = '']) => [id, ringsOf(path)]));
}

/** The 63 on common borders, each border simplified once for both its sides. */
function commonBorders(outlines: Outlines): Topology {
  const mainland = Object.entries(outlines).filter(([name]) => provinceOf[name] !== undefined);
  const rings = snapped(mainland.flatMap(([, own]) => own)).map(clockwise);
  const objects = Object.fromEntries(
    mainland.map(([name, own]) => {
      const coordinates = rings.splice(0, own.length).map((ring) => [ring]);
      return [formerPlaceIdOf(provinceOf[name] ?? ''), { type: 'MultiPolygon' as const, coordinates }];
    }),
  );
  const made = topology(objects);
  return { ...made, arcs: made.arcs.map((arc) => simplified(arc as Point[])) };
}

/** One place out of its predecessors; a hole would be a seam between two drawings, no place of Viet Nam has one. */
function dissolved(borders: Topology, formerIds: readonly string[]): Ring[] {
  const members = formerIds.map((id) => borders.objects[id] as MultiPolygon);
  const rings = members.flatMap(({ arcs }) => arcs.flat());
  return outlinesOf(rings, borders.arcs as Point[][]).filter((ring) => turned(ring) > speck);
}

function pathOf(rings: readonly Ring[]): string {
  return rings
    .map((ring) => {
      const whole = ring.map(([x, y]): Point => [Math.round(x * scale), Math.round(y * scale)]);
      const [first = [0, 0], ...rest] = whole;
      let [x, y] = first;
      const steps = rest.slice(0, -1).flatMap(([nextX, nextY]) => {
        const step = [nextX - x, nextY - y];
        [x, y] = [nextX, nextY];
        return step[0] === 0 && step[1] === 0 ? [] : [`${step[0]}${(step[1] ?? 0) < 0 ? '' : ' '}${step[1]}`];
      });
      return `M${first[0]} ${first[1]}l${joined(steps)}z`;
    })
    .join('');
}

const joined = (steps: readonly string[]) =>
  steps.reduce((text, step) => `${text}${text === '' || step.startsWith('-') ? '' : ' '}${step}`, '');

function write(world: World, shapes: readonly { id: string; rings: Ring[] }[], archipelagos: Outlines) {
  const lines = shapes.map(({ id, rings }) => `  '${id}': '${pathOf(rings)}',`);
  const parts = islands.map(({ name, key, of }) => {
    const rings = (archipelagos[name] ?? []).map((ring) => simplified(ring)).map(seen);
    const owner = world === '34' ? placeIdOf(of) : formerPlaceIdOf(of);
    return `  { key: '${key}', of: '${owner}', path: '${pathOf(rings)}' },`;
  });
  writeFileSync(
    join(root, `components/charts/map/shapes-${world}.ts`),
    [
      `import type { IslandShape } from './shape';\n\n${headerOf(world)}`,
      `export const shapes${world}: Readonly<Record<string, string>> = {\n${lines.join('\n')}\n};\n`,
      `export const islands${world}: readonly IslandShape[] = [\n${parts.join('\n')}\n];\n`,
    ].join('\n'),
  );
}

type World = '34' | '63';

const headerOf = (world: World) => `/**
 * Made by scripts/map/build.ts; do not edit. Outlines: @svg-maps/vietnam 2.0.0 by Stephen Truong and contributors,
 * CC BY 4.0 (https://creativecommons.org/licenses/by/4.0/), put on common borders, simplified${world === '34' ? ' and merged' : ''}.
 */`;

/** An islet too small to be seen keeps its place and is drawn as the smallest mark that can be seen. */
function seen(ring: Ring): Ring {
  const [xs, ys] = [ring.map(([x]) => x), ring.map(([, y]) => y)];
  const [left, right, top, bottom] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  if (right - left > smallest || bottom - top > smallest) return ring;
  const [x, y, half] = [(left + right) / 2, (top + bottom) / 2, smallest / 2];
  return [
    [x - half, y],
    [x, y - half],
    [x + half, y],
    [x, y + half],
    [x - half, y],
  ];
}
const smallest = 2;

const outlines = source();
const borders = commonBorders(outlines);
const former = provinces.flatMap((province) => province.former.map(([code]) => formerPlaceIdOf(code))).sort();
write(
  '63',
  former.map((id) => ({ id, rings: dissolved(borders, [id]) })),
  outlines,
);
write(
  '34',
  provinces.map(({ code, former: parts }) => ({
    id: placeIdOf(code),
    rings: dissolved(
      borders,
      parts.map(([old]) => formerPlaceIdOf(old)),
    ),
  })),
  outlines,
);
