import { demoPeople } from '@/lib/integrations/people';
import type { Action, Role } from '@/lib/policy/table';
import { accountIdOf, personIdOf } from './accounts';
import { chance } from './chance';

/** Who made a step of a sample dossier: somebody of the demonstration who holds the role in the unit. */
export interface SampleOfficer {
  accountId: string | null;
  personId: string | null;
  name: string;
  role: Role;
  scope: string | null;
}

/** Whom an action needs; the applicant's own and the portal's are missing. */
export const rolesOf: Partial<Record<Action, Role>> = {
  'dossier.receive': 'one_stop',
  'dossier.return': 'one_stop',
  'dossier.charge': 'one_stop',
  'dossier.assign': 'dispatcher',
  'dossier.review': 'reviewer',
  'dossier.check': 'checker',
  'dossier.rework': 'checker',
  'dossier.sign': 'approver',
  'dossier.stop': 'approver',
  'dossier.extend': 'approver',
  'dossier.amend': 'approver',
  'dossier.issue': 'records',
  'dossier.archive': 'records',
};

const system: SampleOfficer = {
  accountId: null,
  personId: null,
  name: 'Hệ thống',
  role: 'system',
  scope: null,
};

/** Null for steps that are the applicant's own. */
export function officerFor(action: Action, unit: string, key: string): SampleOfficer | null {
  if (action === 'dossier.expire') return system;
  const role = rolesOf[action];
  if (role === undefined) return null;
  const scope = role === 'one_stop' ? 'VPB' : unit;
  const holders = demoPeople.filter(({ grants }) =>
    grants.some((grant) => grant.role === role && grant.scope === scope),
  );
  const holder = holders[Math.floor(chance(`${key}:${role}`) * holders.length)];
  if (holder === undefined) throw new Error(`nobody is ${role} of ${scope}`);
  return {
    accountId: accountIdOf(holder.account),
    personId: personIdOf(holder.account),
    name: holder.name,
    role,
    scope,
  };
}
