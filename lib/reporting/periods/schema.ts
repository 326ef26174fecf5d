import { z } from 'zod';
import type { Frequency } from '../define';

/** Period ids are those of DHIS2: 202610, 2026Q3, 2026. */
export const PeriodId = z.string().regex(/^\d{4}(?:0[1-9]|1[0-2]|Q[1-4])?$/);

export interface PeriodView {
  id: string;
  kind: Frequency;
  startsOn: string;
  endsOn: string;
  opensOn: string;
  dueOn: string;
  provincialDueOn: string;
}
