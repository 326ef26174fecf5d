import type { Role } from './table';

/** Why somebody reads personal data: shown to the person it is about (Law 91/2025/QH15 asks for a purpose). */
export type Purpose =
  | 'own'
  | 'intake'
  | 'handling'
  | 'opinion'
  | 'decision'
  | 'records'
  | 'supervision'
  | 'audit'
  | 'exchange'
  | 'technical';

const purposes = {
  applicant_citizen: 'own',
  applicant_org: 'own',
  facility_reporter: 'own',
  facility_head: 'own',
  doh_editor: 'supervision',
  doh_leader: 'supervision',
  one_stop: 'intake',
  dispatcher: 'handling',
  reviewer: 'handling',
  expert: 'opinion',
  checker: 'decision',
  approver: 'decision',
  records: 'records',
  finance: 'records',
  tthc_control: 'supervision',
  indicator_owner: 'supervision',
  leadership: 'supervision',
  security_officer: 'audit',
  sys_admin: 'technical',
  auditor: 'audit',
  partner: 'exchange',
  system: 'technical',
} as const satisfies Record<Role, Purpose>;

export function purposeOf(role: Role): Purpose {
  return purposes[role];
}
