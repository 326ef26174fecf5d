import type { Detail, Figure, Target } from '../define';
import type { Machine } from '../measure/machine';
import type { Size } from '../stage/database';
import type { Line } from './lines';

/** A line with where and when: torn out it still says what it is. */
export type Stamped = Line & { machine: Machine; date: string; commit: string };

export interface Run {
  /** False for a try-out: some rows only, short rounds, or less than a nation's data. */
  complete: boolean;
  machine: Machine;
  settings: Readonly<Record<string, string>>;
  size: Size;
  sqlThrough: string;
  lines: readonly Stamped[];
}

/** The page of results. Everything on it comes from the run. */
export function renderPage(run: Run): string {
  const met = run.lines.filter((line) => line.met).length;
  return [
    '# Kết quả đo / Measurements',
    `${run.lines.length} mục tiêu, đạt ${met} / ${run.lines.length} targets, ${met} met.`,
    runsOf(run.lines),
    ...(run.complete ? [] : ['**Đo thử / A try-out**: not the whole run on the whole nation. No verdict.']),
    '## Mục tiêu / Targets',
    table(['row', 'what', 'subject', 'yardstick', 'ratio', 'target', ''], run.lines.map(targetCells)),
    '## Chưa đạt / Missed',
    missedOf(run.lines),
    '## Chi tiết / Detail',
    'Times in milliseconds; processor time in milliseconds per request; memory in MB; bytes of one answer as they travel.',
    table(detailHead, run.lines.flatMap(detailCells)),
    '## Ghi chú / Notes',
    run.lines
      .filter(({ note }) => note !== '')
      .map(({ row, note }) => `- \`${row}\`: ${note}`)
      .join('\n'),
    '## Điều kiện đo / Conditions',
    conditionsOf(run),
  ]
    .map((part) => `${part}\n`)
    .join('\n');
}

/** When, of which commit, which rows: one that was mended may be measured again without the others. */
function runsOf(lines: readonly Stamped[]): string {
  const runs = [...Map.groupBy(lines, ({ date, commit }) => `${date}, commit ${commit}`)];
  const rowsOf = (some: readonly Stamped[]) => [...new Set(some.map(({ row }) => rowOf(row)))].join(', ');
  return runs.map(([run, some]) => `- ${run}: ${rowsOf(some)}`).join('\n');
}

/** The row a target belongs to. */
export const rowOf = (id: string): string => id.split('.', 1)[0] ?? id;

function targetCells(line: Line): string[] {
  const verdict = line.met ? 'met' : '**missed**';
  return [
    `\`${line.row}\``,
    `${line.what} (${line.at})`,
    figureText(line.subject),
    figureText(line.yardstick),
    line.ratio === null ? '–' : `${number(line.ratio)} ×`,
    targetText(line.target),
    verdict,
  ];
}

export function targetText(target: Target): string {
  const bound = 'atMost' in target ? `≤ ${number(target.atMost)}` : `≥ ${number(target.atLeast)}`;
  return target.of === 'ratio' ? `${bound} × yardstick` : `${bound} ${target.unit}`;
}

const figureText = (figure: Figure | null) =>
  figure === null ? '–' : `${number(figure.value)} ${figure.unit} (${figure.what})`;

function missedOf(lines: readonly Line[]): string {
  const missed = lines.filter(({ met }) => !met);
  if (missed.length === 0) return 'Không có. / None.';
  return missed
    .map(({ row, used, target, note }) => {
      const by = used === null ? 'no figure' : `${number(used)} times the bound (${targetText(target)})`;
      return `- \`${row}\`: ${by}. ${note}`;
    })
    .join('\n');
}

const detailHead = [
  'row',
  'side',
  'p50',
  'p95',
  'p99',
  'rate/s',
  'requests',
  'errors',
  'CPU app',
  'CPU db',
  'RSS',
  'RSS growth',
  'bytes',
];

const detailKeys: readonly (keyof Detail)[] = [
  'p50',
  'p95',
  'p99',
  'rate',
  'requests',
  'errors',
  'cpuApp',
  'cpuDb',
  'rss',
  'rssGrowth',
  'bytes',
];

function detailCells({ row, subject, yardstick }: Line): string[][] {
  const sides = [
    ['subject', subject?.detail],
    ['yardstick', yardstick?.detail],
  ] as const;
  return sides.flatMap(([side, detail]) =>
    detail === undefined
      ? []
      : [
          [
            `\`${row}\``,
            side,
            ...detailKeys.map((key) => (detail[key] === undefined ? '–' : number(detail[key]))),
          ],
        ],
  );
}

function conditionsOf({ machine, settings, size, sqlThrough, lines }: Run): string {
  const disturbed = lines.filter(({ foreign }) => foreign.disturbed > 0);
  const declared = Object.entries(settings).map(([name, value]) => `\`${name}=${value}\``);
  return [
    `- ${machine.processor}, ${machine.cores} cores, ${machine.memoryGigabytes} GB; ${machine.system}; Node ${machine.node}; PostgreSQL ${machine.postgres}.`,
    `- PostgreSQL: ${declared.join(', ')}.`,
    `- Data: ${whole(size.dossiers)} dossiers, ${whole(size.facilities)} facilities, ${whole(size.months)} months, about ${whole(size.values)} report values and ${whole(size.acts)} acts.`,
    `- Hand-written SQL runs through ${sqlThrough}.`,
    '- The load is raised on the same machine as everything it measures; its processor time is in no figure of a request.',
    disturbed.length === 0
      ? '- In no round was more than half a processor busy with anything but this run.'
      : `- Something else was busy: ${disturbed.map(({ row, foreign }) => `\`${row}\` in ${foreign.disturbed} of ${foreign.rounds} rounds (at worst ${number(foreign.worst ?? 0)} processors; load average at its start ${number(foreign.loadAverage)})`).join('; ')}.`,
    '- Every single time is kept in `raw/`, one compressed file per row, one line per round.',
  ].join('\n');
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell) => cell.replaceAll('|', '\\|').replaceAll('\n', ' ')).join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

const whole = (value: number) => Math.round(value).toLocaleString('en');

/** Three significant digits are all a measurement on a shared processor can promise. */
export function number(value: number): string {
  if (!Number.isFinite(value)) return '–';
  if (Math.abs(value) >= 100) return whole(value);
  return String(Number(value.toPrecision(3)));
}
