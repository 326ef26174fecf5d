import 'server-only';
import { disableIdleAccounts, forgetAnsweredKeys } from '@/lib/access/jobs';
import { makeRoots } from '@/lib/audit/jobs';
import { recomputeJob } from '@/lib/calendar/jobs';
import { purgeOrphans, readDocument, scanUnscanned } from '@/lib/documents/jobs';
import { expirePayments, expireSupplements } from '@/lib/dossiers/jobs';
import { shareDossier } from '@/lib/dossiers/sharing/jobs';
import type { JobDefinition } from '@/lib/kernel/outbox';
import { tellApplicant } from '@/lib/notifications/jobs';
import { remindReporters, tellFacility } from '@/lib/notifications/reporting/jobs';
import { openPeriods } from '@/lib/reporting/jobs';

/** Every job the worker can do. Nothing depends on this list but the worker. */
export const jobs: readonly JobDefinition[] = [
  tellApplicant,
  shareDossier,
  readDocument,
  scanUnscanned,
  purgeOrphans,
  expireSupplements,
  expirePayments,
  disableIdleAccounts,
  forgetAnsweredKeys,
  makeRoots,
  recomputeJob,
  openPeriods,
  tellFacility,
  remindReporters,
];
