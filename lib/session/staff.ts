import 'server-only';
import { sql } from 'drizzle-orm';
import { notFound } from 'next/navigation';
import { database } from '@/db/client';
import { placeholder, prepared } from '@/db/prepared';
import { orgUnits } from '@/db/schema/units';
import type { Actor } from '@/lib/policy/actor';
import { reachOf } from '@/lib/policy/authorize';
import type { Action, Role } from '@/lib/policy/table';
import { requireActor } from './actor';

/** Everybody who works with the portal rather than asks something of it. */
const applicants: readonly Role[] = ['applicant_citizen', 'applicant_org', 'partner', 'system'];

export function isStaff(actor: Actor): boolean {
  return actor.grants.some(({ role }) => !applicants.includes(role));
}

/** The signed-in officer; for everybody else the desk does not exist. */
export async function requireStaff(): Promise<Actor> {
  const actor = await requireActor();
  if (!isStaff(actor)) notFound();
  return actor;
}

export interface Post {
  role: Role;
  unit: { vi: string; en: string } | null;
}

const unitsNamed = prepared((reader) =>
  reader
    .select({ code: orgUnits.code, vi: orgUnits.nameVi, en: orgUnits.nameEn })
    .from(orgUnits)
    .where(sql`${orgUnits.code} = any(${placeholder('scopes')}::text[])`)
    .prepare('units'),
);

/** What somebody is and where, for the bar of the desk; units by name. */
export async function readPosts(actor: Actor): Promise<Post[]> {
  const grants = actor.grants.filter(({ role }) => !applicants.includes(role));
  const scopes = grants.flatMap(({ scope }) => (scope === null || scope.includes(':') ? [] : [scope]));
  const units = scopes.length === 0 ? [] : await unitsNamed(database()).execute({ scopes });
  return grants.map(({ role, scope }) => {
    const unit = units.find(({ code }) => code === scope);
    return { role, unit: unit === undefined ? null : { vi: unit.vi, en: unit.en } };
  });
}

/** The signed-in officer who holds this right somewhere; for everybody else the page does not exist. */
export async function requireStaffWith(action: Action): Promise<Actor> {
  const actor = await requireStaff();
  if (reachOf(actor, action).length === 0) notFound();
  return actor;
}
