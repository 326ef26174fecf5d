import { describe, expect, it } from 'vitest';
import { defineRow, type Measured } from '../define';
import { type Line, linesOf, missedLines } from './lines';
import { number, type Run, renderPage, targetText } from './page';

const row = defineRow({
  id: 'list',
  what: 'The list | of dossiers',
  at: '1,000,000 dossiers',
  targets: {
    query: { of: 'ratio', unit: '×', atMost: 2 },
    depth: { of: 'subject', unit: 'ms', atMost: 100 },
  },
  measure: () => Promise.reject(new Error('not measured here')),
});

const ms = (value: number, errors = 0) => ({
  value,
  unit: 'ms' as const,
  what: 'p95',
  detail: { p50: value / 2, p95: value, errors, requests: 10 },
});

const measured = (subject: number, errors = 0): Record<'query' | 'depth', Measured> => ({
  query: { subject: ms(subject, errors), yardstick: ms(10), note: 'The planner reads too much.' },
  depth: { subject: ms(5), yardstick: null, note: '' },
});

const quiet = [{ loadAverage: 0.1, foreign: 0.02 }];
const busy = [...quiet, { loadAverage: 3, foreign: 0.9 }];

const machine = { processor: 'P', cores: 2, memoryGigabytes: 23, system: 'S', node: '24', postgres: '18' };
const run = (lines: readonly Line[], complete = true, commit = 'abc'): Run => ({
  complete,
  machine,
  settings: { fsync: 'on' },
  size: { dossiers: 1_000_350, facilities: 13_650, months: 96, values: 56_160_000, acts: 2 },
  sqlThrough: 'psql',
  lines: lines.map((line) => ({ ...line, machine, date: '2026-11-22T00:00:00.000Z', commit })),
});

describe('lines', () => {
  it('hold each target of a row against its bound', () => {
    const [query, depth] = linesOf(row, measured(15), quiet);
    expect(query).toMatchObject({ row: 'list.query', ratio: 1.5, met: true, used: 0.75 });
    expect(depth).toMatchObject({ row: 'list.depth', ratio: null, met: true, used: 0.05 });
  });

  it('are missed when anything failed, however fast the rest was', () => {
    const [query] = linesOf(row, measured(15, 1), quiet);
    expect(query).toMatchObject({ met: false, note: '1 of 11 failed. The planner reads too much.' });
  });

  it('name the rounds in which the machine did something else', () => {
    const [query] = linesOf(row, measured(15), busy);
    expect(query?.foreign).toEqual({ worst: 0.9, disturbed: 1, rounds: 2, loadAverage: 0.1 });
  });

  it('of a row that broke are missed and say why', () => {
    expect(missedLines(row, 'the disk is full')).toMatchObject([
      { row: 'list.query', subject: null, met: false, used: null },
      { row: 'list.depth', note: 'could not be measured: the disk is full' },
    ]);
  });
});

describe('the page', () => {
  it('says what was missed, by how much and why', () => {
    const page = renderPage(run(linesOf(row, measured(31), quiet)));
    expect(page).toContain('2 targets, 1 met');
    expect(page).toContain(
      '- `list.query`: 1.55 times the bound (≤ 2 × yardstick). The planner reads too much.',
    );
    expect(page).toContain('3.1 × | ≤ 2 × yardstick | **missed** |');
  });

  it('says which rows were measured when, and of which commit', () => {
    const [first, later] = [run(linesOf(row, measured(15), quiet)), run(missedLines(row, 'x'), true, 'def')];
    const renewed = later.lines.map((line) => ({ ...line, row: `search.${line.row}` }));
    const page = renderPage({ ...first, lines: [...first.lines, ...renewed] });
    expect(page).toContain('- 2026-11-22T00:00:00.000Z, commit abc: list\n');
    expect(page).toContain('- 2026-11-22T00:00:00.000Z, commit def: search\n');
  });

  it('keeps its tables whole', () => {
    const lines = renderPage(run(linesOf(row, measured(15), quiet))).split('\n');
    const cells = lines
      .filter((line) => line.startsWith('| `list'))
      .map((line) => line.split(/(?<!\\)\|/).length);
    expect(cells).toEqual([9, 9, 15, 15, 15]);
  });

  it('tells a disturbed run from a quiet one and a try-out from a run', () => {
    expect(renderPage(run(linesOf(row, measured(15), quiet)))).toContain('In no round');
    expect(renderPage(run(linesOf(row, measured(15), busy)))).toContain('`list.query` in 1 of 2 rounds');
    expect(renderPage(run([], false))).toContain('No verdict');
    expect(renderPage(run(missedLines(row, 'x')))).toContain('- `list.query`: no figure.');
  });

  it('promises three digits', () => {
    expect([0.12345, 12.345, 123.45, 56_160_000].map(number)).toEqual(['0.123', '12.3', '123', '56,160,000']);
    expect(number(Number.NaN)).toBe('–');
    expect(targetText({ of: 'ratio', unit: '×', atLeast: 0.3 })).toBe('≥ 0.3 × yardstick');
    expect(targetText({ of: 'subject', unit: 's', atMost: 3 })).toBe('≤ 3 s');
  });
});
