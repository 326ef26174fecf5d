import 'server-only';
import { Readable } from 'node:stream';
import { eq } from 'drizzle-orm';
import { transaction } from '@/db/client';
import { blobs, documents } from '@/db/schema/documents';
import { keepBlob } from '@/lib/documents/commands';
import { storage } from '@/lib/integrations/storage';
import { now } from '@/lib/kernel/clock';
import { DomainError } from '@/lib/kernel/errors';
import type { Actor } from '@/lib/policy/actor';
import { reachOf } from '@/lib/policy/authorize';
import { openReport } from '../commands/open';
import { saveCells } from '../commands/save';
import type { PlannedGroup } from './queries/plan';
import { walkImport } from './queries/walk';
import { headings } from './rules';
import { type ImportFault, type ImportOptions, type ImportSummary, maxImportBytes } from './schema';

export interface AppliedImport {
  summary: ImportSummary;
  written: number;
  reports: number;
}

/** As many facilities at once as leave the pool room for everybody else. */
const atOnce = 4;

/**
 * Writes a file: one transaction for each facility and period, by the very command a person saves with, so rights,
 * checks, history and trail are the same. The same file again writes nothing.
 */
export async function applyImport(
  actor: Actor,
  stream: Readable,
  options: ImportOptions = {},
): Promise<AppliedImport> {
  let written = 0;
  let reports = 0;
  const summary = await walkImport(actor, {
    stream,
    options,
    async visit(groups, onFault) {
      const waiting = groups.filter(({ inputs }) => inputs.length > 0);
      const work = async () => {
        for (let group = waiting.shift(); group !== undefined; group = waiting.shift()) {
          const saved = await write(actor, group, onFault);
          written += saved;
          reports += saved > 0 ? 1 : 0;
        }
      };
      await Promise.all(Array.from({ length: atOnce }, work));
    },
  });
  return { summary, written, reports };
}

/** The same of a file that was handed in before. */
export async function applyKept(
  actor: Actor,
  { file, ...options }: ImportOptions & { file: string },
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

async function write(
  actor: Actor,
  { facility, form, period, report, inputs, changes }: PlannedGroup,
  onFault: (fault: ImportFault) => void,
): Promise<number> {
  const { id: reportId } =
    report ?? (await openReport(actor, { facilityId: facility.id, periodId: period, formId: form.id }));
  const outcomes = await saveCells(actor, { reportId, cells: inputs, source: 'import' });
  const rowOf = new Map(changes.map(({ part, row, after }) => [part, { row, after }]));
  for (const { part, outcome } of outcomes) {
    const place = rowOf.get(part);
    if (place === undefined || outcome === 'saved' || outcome === 'unchanged') continue;
    // Somebody saved between the plan and the writing.
    onFault({ row: place.row, column: headings.value, value: place.after, code: 'overtaken', part });
  }
  return outcomes.filter(({ part, outcome }) => outcome === 'saved' && rowOf.has(part)).length;
}
