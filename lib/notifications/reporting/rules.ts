/** Which moves of a report its facility is told of: those it did not make and has to know. */
import type { ReportMoveName } from '@/lib/reporting/workflow';

const toldToFacility = ['return', 'verify', 'lock', 'reopen'] as const satisfies readonly ReportMoveName[];

export const isToldToFacility = (move: string): boolean => toldToFacility.some((told) => told === move);

/** Days before the due day on which a report that was not handed in is recalled. */
export const remindedBefore: readonly number[] = [3, 1];
