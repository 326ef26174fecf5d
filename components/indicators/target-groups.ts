import type { Pillar } from '@/lib/indicators/define';
import type { Status } from '@/lib/indicators/schema';
import type { TargetLine } from '@/lib/indicators/targets/schema';

export const pillars = ['P1', 'P2', 'P3', 'P4', 'P5', 'P6', 'P7', 'P8'] as const satisfies readonly Pillar[];
export type Group = Pillar | 'all';

export interface TargetFilter {
  pillar?: Pillar | undefined;
  status?: Status | 'missed' | undefined;
}

/** `missed` is a fact beside the status: what was missed may have been reached since. */
export function matches({ pillar, status }: TargetFilter, line: TargetLine): boolean {
  const standing =
    status === undefined || (status === 'missed' ? line.figure.missed : line.figure.status === status);
  return standing && (pillar === undefined || line.pillars.includes(pillar));
}

/** Each target once: under its first pillar, or under the whole plan when it runs over all of them. */
export function groupOf({ pillars: own }: Pick<TargetLine, 'pillars'>): Group {
  return own.length === pillars.length ? 'all' : (own[0] ?? 'all');
}

export function grouped(
  lines: readonly TargetLine[],
  pillar?: Pillar,
): { group: Group; lines: TargetLine[] }[] {
  if (pillar !== undefined) return lines.length === 0 ? [] : [{ group: pillar, lines: [...lines] }];
  return ([...pillars, 'all'] as const)
    .map((group) => ({ group, lines: lines.filter((line) => groupOf(line) === group) }))
    .filter((one) => one.lines.length > 0);
}

/** The counts of the page's first line: known and unknown are all there are. */
export function tallyOf(lines: readonly TargetLine[]) {
  const known = lines.filter(({ figure }) => figure.value !== null).length;
  return {
    all: lines.length,
    known,
    unknown: lines.length - known,
    achieved: lines.filter(({ figure }) => figure.status === 'achieved').length,
    missed: lines.filter(({ figure }) => figure.missed).length,
  };
}
