/**
 * Where a facility stands on a ladder: what it claims by its figures and what is proven by a document are told
 * apart. Thông tư 13/2025/TT-BYT and Quyết định 1710/QĐ-BYT set the steps; keeping the two apart is this portal's.
 */
import { type Cells, holds, type Reported } from '@/lib/reporting/checks';
import type { Condition, Words } from '@/lib/reporting/define';
import type { Ladder, Rung } from './define';

/** A document the department accepted; it proves from its own date on. */
export interface AcceptedEvidence {
  readonly element: string;
  readonly issuedOn: string;
}

/**
 * `proven`: claimed, and a document was accepted. `measured`: claimed, and no document is asked. `claimed`: claimed,
 * the document is missing. `open`: the figures say no. `unknown`: the figures are not there.
 */
const rungStandings = ['proven', 'measured', 'claimed', 'open', 'unknown'] as const;
export type RungStanding = (typeof rungStandings)[number];

export interface RungView {
  code: string;
  label: Words;
  standing: RungStanding;
  claimed: boolean;
  proven: boolean;
  /** The element whose evidence slot proves it; null when no document is asked. */
  proof: string | null;
  /** The day from which it is proven. */
  provenOn: string | null;
  /** What is still missing; null when nothing is. */
  missing: Words | null;
}

export interface LadderView {
  id: string;
  title: Words;
  rungs: readonly RungView[];
  /** Codes of the highest step without a gap below it; null: not on the ladder. */
  highestClaimed: string | null;
  highestProven: string | null;
}

export function ladderOf(
  ladder: Ladder,
  reported: Reported,
  accepted: readonly AcceptedEvidence[],
): LadderView {
  const rungs = ladder.rungs.map((rung) => rungOf(rung, reported, accepted));
  const claimed = unbroken(rungs, ({ claimed: held }) => held);
  const sound = unbroken(rungs, ({ standing }) => standing === 'proven' || standing === 'measured');
  return {
    id: ladder.id,
    title: ladder.title,
    rungs,
    highestClaimed: claimed.at(-1)?.code ?? null,
    highestProven: sound.findLast(({ proven }) => proven)?.code ?? null,
  };
}

/** The parts a ladder looks at, so that whoever reads figures knows which. */
export function partsOfLadder({ rungs }: Ladder): string[] {
  return [...new Set(rungs.flatMap(({ claim }) => claim.flatMap(partsOf)))];
}

function rungOf(rung: Rung, reported: Reported, accepted: readonly AcceptedEvidence[]): RungView {
  const claimed = rung.claim.every((condition) => holds(condition, reported) === true);
  const provenOn = claimed ? proofDay(rung, reported.periodEnd, accepted) : null;
  const standing = standingOf(rung, { claimed, provenOn, cells: reported.cells });
  return {
    code: rung.code,
    label: rung.label,
    standing,
    claimed,
    proven: standing === 'proven',
    proof: rung.proof,
    provenOn,
    missing: missingOf(rung, standing),
  };
}

function proofDay({ proof }: Rung, periodEnd: string, accepted: readonly AcceptedEvidence[]): string | null {
  const days = accepted
    .filter(({ element, issuedOn }) => element === proof && issuedOn <= periodEnd)
    .map(({ issuedOn }) => issuedOn)
    .sort();
  return days[0] ?? null;
}

function standingOf(
  rung: Rung,
  { claimed, provenOn, cells }: { claimed: boolean; provenOn: string | null; cells: Cells },
): RungStanding {
  if (provenOn !== null) return 'proven';
  if (claimed) return rung.proof === null ? 'measured' : 'claimed';
  const silent = rung.claim
    .flatMap(partsOf)
    .some((part) => cells[part] === undefined || cells[part] === null);
  return silent && !contradicted(rung, cells) ? 'unknown' : 'open';
}

/** Another part of the step already says no, so the silent one does not matter. */
const contradicted = ({ claim }: Rung, cells: Cells): boolean =>
  claim.some((condition) => condition.kind === 'is_true' && cells[condition.part] === false);

function missingOf(rung: Rung, standing: RungStanding): Words | null {
  if (standing === 'proven' || standing === 'measured') return null;
  if (standing === 'unknown')
    return { vi: 'Chưa có số liệu để xác định.', en: 'The figures to tell are not there yet.' };
  if (standing === 'open') return rung.missing;
  const { vi, en } = rung.document ?? { vi: 'văn bản minh chứng', en: 'the proving document' };
  return { vi: `Đã khai, thiếu ${vi}.`, en: `Claimed; ${en} is missing.` };
}

function unbroken(rungs: readonly RungView[], held: (rung: RungView) => boolean): RungView[] {
  const gap = rungs.findIndex((rung) => !held(rung));
  return gap === -1 ? [...rungs] : rungs.slice(0, gap);
}

function partsOf(condition: Condition): string[] {
  if ('part' in condition) return [condition.part];
  return 'parts' in condition ? condition.parts : [];
}
