import 'server-only';
import type { Database } from '@/db/client';
import { DomainError } from '@/lib/kernel/errors';
import type { Actor } from '@/lib/policy/actor';
import { may } from '@/lib/policy/authorize';
import { type FoundReport, findReport } from '../commands/find';

/** A report the actor may read; out of reach it does not exist. */
export async function findVisible(db: Database, actor: Actor, id: string): Promise<FoundReport> {
  if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(id)) throw new DomainError('not_found', 'report');
  const found = await findReport(db, id);
  if (!may(actor, 'report.read', found.subject)) throw new DomainError('not_found', 'report');
  return found;
}
