import type { Finding } from '@/lib/reporting/checks';
import type { Standing } from '@/lib/reporting/entry/rules';

/** What every row of a grid shares. */
export interface EntryContext {
  reportId: string;
  canEnter: boolean;
  /** The two periods before, oldest first. */
  before: readonly { id: string; label: string }[];
  standing: Standing;
  nameOf: (part: string) => string;
  wordsOf: (finding: Finding) => string;
}
