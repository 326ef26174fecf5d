import type { Actor } from '@/lib/policy/actor';
import { reachOf } from '@/lib/policy/authorize';
import { type Completeness, ListReports, type OwnReport } from '@/lib/reporting/schema';

/** Whoever reports for a facility of their own works from its periods, everybody else from the list. */
export const ownDesk = (actor: Actor): boolean =>
  reachOf(actor, 'report.read').every(({ reach }) => reach === 'own');

type Search = Record<string, string | string[] | undefined>;

/** What the address asks; a condition that can't be read is left out. */
export function askedOf(search: Search): ListReports {
  const given = Object.fromEntries(
    Object.entries(search).filter(([, value]) => typeof value === 'string' && value !== ''),
  );
  const read = ListReports.safeParse(given);
  return read.success ? read.data : {};
}

export function addressOf(asked: ListReports): string {
  const search = new URLSearchParams(
    Object.entries(asked).flatMap(([name, value]) => (value === undefined ? [] : [[name, String(value)]])),
  );
  return `/reporting?${search}`;
}

const urgency = { returned: 0, draft: 1, missing: 2 } as const;

/** What the facility has to do next: mend what came back, finish what is begun, begin what is open. */
export function nextOf(reports: readonly OwnReport[]): OwnReport | null {
  const rank = ({ state }: OwnReport) => (state in urgency ? urgency[state as keyof typeof urgency] : 9);
  const waiting = reports.filter((report) => rank(report) < 9 && (report.reportId !== null || report.open));
  return (
    waiting.toSorted((a, b) => rank(a) - rank(b) || a.period.dueOn.localeCompare(b.period.dueOn))[0] ?? null
  );
}

const states = ['missing', 'draft', 'submitted', 'returned', 'verified', 'locked'] as const;

/** The states with how many reports stand in each, all of them first. */
export function stagesOf(
  here: Completeness | undefined,
): { state: (typeof states)[number] | undefined; count: number }[] {
  return [
    { state: undefined, count: here?.expected ?? 0 },
    ...states.map((state) => ({ state, count: here?.[state] ?? 0 })),
  ];
}
