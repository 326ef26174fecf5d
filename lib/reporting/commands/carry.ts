import 'server-only';
import { database } from '@/db/client';
import { DomainError } from '@/lib/kernel/errors';
import type { Actor } from '@/lib/policy/actor';
import { may } from '@/lib/policy/authorize';
import { carriableParts } from '../queries/views';
import { CarryForward, type CellInput, type CellOutcome } from '../schema';
import { findReport, readFacts } from './find';
import { saveCells } from './save';

/**
 * Takes the last state or stock of the named cells over, marked as carried; what is not empty or happened in a month
 * is left out. It goes the way of every save: a cell somebody fills meanwhile is not written over.
 */
export async function carryForward(actor: Actor, raw: CarryForward): Promise<CellOutcome[]> {
  const { reportId, parts } = CarryForward.parse(raw);
  const found = await findReport(database(), reportId);
  if (!may(actor, 'report.read', found.subject)) throw new DomainError('not_found', 'report');
  const facts = await readFacts(database(), found);
  const carriable = new Set(carriableParts(facts, found.report.state));
  const cells = parts.flatMap((part): CellInput[] => {
    const earlier = facts.earlier.get(part);
    if (!carriable.has(part) || earlier === undefined) return [];
    const value =
      typeof earlier.value === 'object' && earlier.value !== null ? [...earlier.value] : earlier.value;
    return [{ part, state: 'value', value, seen: facts.cells.get(part)?.revision ?? 0 }];
  });
  const refused = parts
    .filter((part) => !carriable.has(part))
    .map((part): CellOutcome => ({ part, outcome: 'refused', code: 'not_carried' }));
  const saved = cells.length === 0 ? [] : await saveCells(actor, { reportId, cells, source: 'carried' });
  return [...saved, ...refused];
}
