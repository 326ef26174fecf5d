import 'server-only';
import { Readable } from 'node:stream';
import { eq } from 'drizzle-orm';
import { type Tx, transaction } from '@/db/client';
import { blobs, documents } from '@/db/schema/documents';
import { keepBlob } from '@/lib/documents/commands';
import { storage } from '@/lib/integrations/storage';
import { recordActs } from '@/lib/kernel/audit-trail';
import { now } from '@/lib/kernel/clock';
import { DomainError } from '@/lib/kernel/errors';
import type { Actor } from '@/lib/policy/actor';
import { reachOf } from '@/lib/policy/authorize';
import type { ReportRow } from '../commands/find';
import { insertReports, openedDetail } from '../commands/open';
import { savedDetail } from '../commands/save';
import { writeEntered } from '../commands/write';
import type { FileGroup } from './queries/groups';
import {
  isOpening,
  isPlanned,
  type PlannedGroup,
  type Planning,
  planGroups,
  type Resolved,
} from './queries/plan';
import { walkImport } from './queries/walk';
import { type ImportOptions, type ImportSummary, maxImportBytes } from './schema';

export interface AppliedImport {
  summary: ImportSummary;
  written: number;
  reports: number;
}

interface Applying extends ImportOptions {
  /** Told how far it is after each transaction; what it throws ends the writing there. */
  onStep?: (sum: ImportSummary) => void;
}

/**
 * Writes a file, some facilities in one transaction each, by the rules and the statements a person's save goes by,
 * so rights, checks, history and trail are the same. Cut off anywhere, the same file again writes only the rest.
 */
export async function applyImport(
  actor: Actor,
  stream: Readable,
  { onStep, ...options }: Applying = {},
): Promise<AppliedImport> {
  const summary = await walkImport(actor, {
    stream,
    options,
    onStep,
    decide: (groups, scope) => writeGroups(groups, { actor, scope }),
  });
  return { summary, written: summary.new + summary.changed, reports: summary.reports };
}

/** The same of a file that was handed in before. */
export async function applyKept(
  actor: Actor,
  { file, ...options }: Applying & { file: string },
): Promise<AppliedImport> {
  return applyImport(actor, await storage().open(file), options);
}

/** Keeps a file between its dry run and its writing, by its content; the quarantine then takes it away. */
export async function keepImport(actor: Actor, stream: AsyncIterable<Uint8Array>): Promise<string> {
  if (reachOf(actor, 'report.enter').length === 0) throw new DomainError('denied', 'report.enter');
  const { sha256, size } = await storage().put(Readable.from(limited(stream)));
  await transaction(async (tx) => {
    const at = now();
    await keepBlob(tx, { sha256, size, mime: 'application/octet-stream', scan: 'not_scanned' }, at);
    if ((await tx.$count(documents, eq(documents.sha256, sha256))) === 0)
      await tx.update(blobs).set({ orphanedAt: at }).where(eq(blobs.sha256, sha256));
  });
  return sha256;
}

async function* limited(stream: AsyncIterable<Uint8Array>): AsyncIterable<Uint8Array> {
  let size = 0;
  for await (const chunk of stream) {
    size += chunk.length;
    if (size > maxImportBytes) throw new DomainError('too_large', String(maxImportBytes));
    yield chunk;
  }
  if (size === 0) throw new DomainError('invalid', 'file');
}

/** Somebody opened one of the reports while this was on its way: planned again, it is found. */
class OpenedMeanwhile extends Error {}
const tries = 3;

async function writeGroups(
  groups: readonly FileGroup[],
  planning: Pick<Planning, 'actor' | 'scope'>,
): Promise<Resolved[]> {
  for (let left = tries; ; left -= 1) {
    try {
      return await transaction((tx) => writeHeld(tx, groups, planning));
    } catch (cause) {
      if (!(cause instanceof OpenedMeanwhile) || left === 1) throw cause;
    }
  }
}

/** Plans on reports that are held, so that what is decided is still so when it is written. */
async function writeHeld(
  tx: Tx,
  groups: readonly FileGroup[],
  { actor, scope }: Pick<Planning, 'actor' | 'scope'>,
): Promise<Resolved[]> {
  const resolved = await planGroups(tx, groups, { actor, scope, hold: true });
  const changed = resolved.filter(isPlanned).filter(({ changes }) => changes.length > 0);
  if (changed.length === 0) return resolved;
  const at = now();
  const opened = await openAll(tx, changed.filter(isOpening), { actor, now: at });
  const entered = changed.flatMap(({ facility, period, grant, plan, ...group }) => {
    const report = group.report ?? opened.get(`${facility.id}:${period.id}`);
    return report === undefined
      ? []
      : [{ report, facility, period, grant, versions: plan.versions, group, plan }];
  });
  await writeEntered(tx, entered, { actor, now: at });
  const acts = entered.flatMap(({ report, grant, group, plan }) => {
    const act = { record: { type: 'report', id: report.id }, action: 'report.enter', actor, grant } as const;
    const done = { ...act, outcome: 'done' as const, requestId: actor.requestId };
    const saved = { ...done, detail: savedDetail(group.source, plan.outcomes) };
    return group.report === null ? [{ ...done, detail: openedDetail(report, true) }, saved] : [saved];
  });
  await recordActs(tx, acts);
  return resolved;
}

async function openAll(
  tx: Tx,
  opening: readonly PlannedGroup[],
  writing: { actor: Actor; now: Date },
): Promise<Map<string, ReportRow>> {
  const inOrder = [...opening].sort((a, b) => (a.facility.id < b.facility.id ? -1 : 1));
  const made = await insertReports(tx, inOrder, writing);
  if (made.length < opening.length) throw new OpenedMeanwhile('report');
  return new Map(made.map((report) => [`${report.facilityId}:${report.periodId}`, report]));
}
