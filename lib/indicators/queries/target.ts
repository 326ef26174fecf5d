import 'server-only';
import type { TargetRow } from '../reference/queries';
import type { TargetView } from '../schema';
import type { Context } from './context';

export type { TargetRow };

/** The target in force on the reader's day. */
export function targetOf({ reading, today }: Context, indicatorId: string): TargetRow | null {
  const inForce = reading.reference.targets.findLast(
    (row) =>
      row.indicatorId === indicatorId &&
      row.validFrom <= today &&
      (row.validTo === null || row.validTo > today),
  );
  return inForce ?? null;
}

export function targetViewOf(row: TargetRow): TargetView {
  const { successor } = row;
  return {
    value: row.value,
    text: { vi: row.valueVi, en: row.valueEn },
    deadline: row.deadline,
    deadlineText: { vi: row.deadlineVi, en: row.deadlineEn },
    legalDocument: row.legalDocument,
    revision: row.revision,
    successor: successor && {
      id: successor.id,
      title: { vi: successor.titleVi, en: successor.titleEn },
      value: successor.value,
      deadline: successor.deadline,
      deadlineText: { vi: successor.deadlineVi, en: successor.deadlineEn },
      legalDocument: successor.legalDocument,
      note:
        successor.noteVi === null || successor.noteEn === null
          ? null
          : { vi: successor.noteVi, en: successor.noteEn },
    },
  };
}
