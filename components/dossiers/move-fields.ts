import type { Choice } from '@/components/ui/choices';

/** A line of a supplement request, proposed or empty. */
export interface ItemLine {
  component: string;
  title: string;
  /** Verdict in words, or how the component came. */
  note: string;
  asked: boolean;
  what: string;
  reason: string;
}

interface Common {
  name: string;
  label: string;
  hint?: string | undefined;
}

/** What a move asks, as data: one leaf draws all moves. */
export type MoveFieldSpec =
  | (Common & { kind: 'textarea'; value?: string | undefined; required?: boolean | undefined })
  | (Common & {
      kind: 'radios' | 'checkboxes';
      options: readonly Choice[];
      empty: string;
      value?: string | undefined;
    })
  | (Common & { kind: 'amount'; suffix: string; value?: string | undefined })
  | (Common & { kind: 'date' })
  | (Common & { kind: 'items'; lines: readonly ItemLine[] });

export interface EventLine {
  seq: number;
  title: string;
  detail: string;
}
