/** The demonstration accounts the sign-in page offers, by the issuer that knows them. */
export const applicants = ['citizen', 'business', 'business-member'] as const;

export const officers = [
  'one-stop',
  'dispatcher',
  'reviewer',
  'reviewer-2',
  'checker',
  'approver',
  'records',
  'finance',
  'expert',
  'control',
  'indicator-owner',
  'leadership',
  'security',
  'admin',
  'auditor',
  'doh-editor',
  'doh-leader',
  'facility',
  'facility-head',
] as const;

/** Officers of another department: journeys that change somebody's rights use only these. */
export const otherOfficers = ['dispatcher-attp', 'reviewer-attp', 'records-attp', 'approver-attp'] as const;

export type Applicant = (typeof applicants)[number];
export type Officer = (typeof officers)[number] | (typeof otherOfficers)[number];
export type Account = Applicant | Officer;

export const isOfficer = (account: Account): account is Officer =>
  !(applicants as readonly string[]).includes(account);
