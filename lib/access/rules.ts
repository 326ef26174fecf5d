/**
 * Who may hold which role, where, and together with what.
 * - Every officer acts within a unit; a role reaches only where its scope lies (Decree 118/2025/NĐ-CP: one-stop
 *   handling by the competent unit) [derived].
 * - A system administrator has no access to dossiers, and an auditor does not run what is audited: separation of
 *   duties asked of a level-3 system (TCVN 14423:2026, Decree 331/2026/NĐ-CP) [found; pairs derived].
 * - Accounts idle for 45 days are disabled; rights are reviewed every 6 months (same standard) [found].
 */
import { policy, type Role } from '@/lib/policy/table';

export type ScopeKind = 'none' | 'unit' | 'organisation' | 'facility' | 'any';

const scopeKinds = {
  applicant_citizen: 'none',
  applicant_org: 'organisation',
  facility_reporter: 'facility',
  facility_head: 'facility',
  doh_editor: 'unit',
  doh_leader: 'unit',
  one_stop: 'unit',
  dispatcher: 'unit',
  reviewer: 'unit',
  expert: 'none',
  checker: 'unit',
  approver: 'unit',
  records: 'unit',
  finance: 'unit',
  tthc_control: 'unit',
  indicator_owner: 'unit',
  leadership: 'unit',
  security_officer: 'unit',
  sys_admin: 'unit',
  auditor: 'unit',
  partner: 'any',
  system: 'none',
} as const satisfies Record<Role, ScopeKind>;

export const scopeKindOf = (role: Role): ScopeKind => scopeKinds[role];

const applicants: readonly Role[] = ['applicant_citizen', 'applicant_org'];

function kindOfScope(scope: string): ScopeKind {
  if (scope.startsWith('org:')) return 'organisation';
  return scope.startsWith('facility:') ? 'facility' : 'unit';
}

/** Whether a role can lie there: a reviewer needs a unit, a facility's reporter a facility, an expert nothing. */
export function scopeFits(role: Role, scope: string | null): boolean {
  const kind = scopeKindOf(role);
  if (kind === 'any') return true;
  return scope === null ? kind === 'none' : kindOfScope(scope) === kind;
}

const worksOnDossiers = (role: Role): boolean =>
  !applicants.includes(role) &&
  Object.entries(policy).some(
    ([action, reach]) => action.startsWith('dossier.') && Object.hasOwn(reach, role),
  );

function clash(one: Role, other: Role): boolean {
  return (
    one === 'sys_admin' && (worksOnDossiers(other) || other === 'auditor' || other === 'security_officer')
  );
}

/** The role already held that may not meet the wanted one in one person; null when none. */
export function clashingRole(wanted: Role, held: readonly Role[]): Role | null {
  return held.find((role) => clash(wanted, role) || clash(role, wanted)) ?? null;
}

const day = 86_400_000;
export const idleDays = 45;
export const reviewMonths = 6;

/** Whoever was last seen before this is idle. */
export const idleSince = (now: Date): Date => new Date(now.getTime() - idleDays * day);

/** Rights given or looked at before this are due for review. */
export function reviewSince(now: Date): Date {
  const since = new Date(now);
  since.setUTCMonth(since.getUTCMonth() - reviewMonths);
  return since;
}

export interface Dated {
  validFrom: Date;
  validTo: Date | null;
  revokedAt: Date | null;
}

export type DatedStanding = 'in_force' | 'coming' | 'ended' | 'revoked';

/** A grant, a mandate or a token between its dates. */
export function standingOf({ validFrom, validTo, revokedAt }: Dated, now: Date): DatedStanding {
  if (revokedAt !== null) return 'revoked';
  if (validFrom > now) return 'coming';
  return validTo !== null && validTo <= now ? 'ended' : 'in_force';
}
