import 'server-only';
import type { Readable } from 'node:stream';
import type { Database } from '@/db/client';
import { storage } from '@/lib/integrations/storage';
import type { Actor } from '@/lib/policy/actor';
import { judge, readManyFacts } from '../../commands/find';
import type { CellRow } from '../../queries/cells';
import { type ImportOptions, type ImportSummary, shown } from '../schema';
import { isPlanned, type PlannedGroup, planGroups } from './plan';
import { walkImport } from './walk';

/** What a file would do, cell by cell; nothing is written. */
export async function previewImport(
  actor: Actor,
  stream: Readable,
  options: ImportOptions = {},
): Promise<ImportSummary> {
  const findings: ImportSummary['findings'][number][] = [];
  let judged = 0;
  const summary = await walkImport(actor, {
    stream,
    options,
    async decide(groups, scope, db) {
      const resolved = await planGroups(db, groups, { actor, scope });
      const changed = resolved.filter(isPlanned).filter(({ changes }) => changes.length > 0);
      const first = changed.slice(0, shown.judged - judged);
      judged += first.length;
      findings.push(...(await findingsIn(db, first)));
      return resolved;
    },
  });
  return { ...summary, findings: findings.slice(0, shown.findings) };
}

/** The same of a file that was handed in before; whoever looks sees only what they may enter themselves. */
export async function previewKept(
  actor: Actor,
  { file, ...options }: ImportOptions & { file: string },
): Promise<ImportSummary> {
  return previewImport(actor, await storage().open(file), options);
}

/** What the rules between cells say of some reports once the file is in. */
async function findingsIn(
  db: Database,
  groups: readonly PlannedGroup[],
): Promise<ImportSummary['findings'][number][]> {
  if (groups.length === 0) return [];
  const known = await readManyFacts(
    db,
    groups.map(({ facility, form, period, report }) => ({
      facility,
      period,
      report: report ?? { id: null, formId: form.id, formVersion: form.version },
    })),
  );
  return groups.flatMap(({ facility, plan: { versions } }, at) => {
    const facts = known[at];
    if (facts === undefined) return [];
    const cells = new Map<string, CellRow>(facts.cells);
    for (const version of versions) cells.set(version.part, { ...blank, ...version });
    const touched = new Set(versions.map(({ part }) => part));
    return judge(facts, cells)
      .findings.filter(({ parts }) => parts.some((part) => touched.has(part)))
      .map((finding) => ({ facility: facility.nameVi, finding }));
  });
}

/** What a version that is not written yet has no answer for. */
const blank = { facilityId: '', periodId: '', validTo: '', recordedAt: new Date(0), recordedBy: '' };
