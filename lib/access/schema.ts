import { z } from 'zod';
import { type Role, roles } from '@/lib/policy/table';

const reason = z.string().trim().min(3).max(500);

/** The portal's own role is never granted by hand. */
export const grantableRoles = roles.filter((role): role is Exclude<Role, 'system'> => role !== 'system');

export const GrantRole = z.strictObject({
  accountId: z.uuid(),
  role: z.enum(grantableRoles),
  scope: z.string().trim().max(100).optional(),
  validTo: z.iso.date().optional(),
  reason,
});
export type GrantRole = z.input<typeof GrantRole>;

export const RevokeGrant = z.strictObject({ grantId: z.uuid(), reason });
export type RevokeGrant = z.input<typeof RevokeGrant>;

export const ConfirmGrants = z.strictObject({ accountId: z.uuid(), reason });

export const SetAccountState = z.strictObject({ accountId: z.uuid(), disabled: z.boolean(), reason });
export type SetAccountState = z.input<typeof SetAccountState>;

export const RevokeSession = z.strictObject({ sessionId: z.uuid() });

/** What a token may do: nouns of the policy table, reading or all acts. */
export const tokenScopes = ['read', 'dossier', 'document', 'report'] as const;
export type TokenScope = (typeof tokenScopes)[number];

export const IssueToken = z.strictObject({
  name: z.string().trim().min(1).max(100),
  scopes: z.array(z.enum(tokenScopes)).min(1),
  days: z.coerce.number().int().min(1).max(365).default(90),
});
export type IssueToken = z.input<typeof IssueToken>;

export const RevokeToken = z.strictObject({ tokenId: z.uuid() });

export const Delegate = z.strictObject({
  toAccountId: z.uuid(),
  role: z.enum(grantableRoles),
  /** Which of the giver's posts, when the same role is held in several units. */
  scope: z.string().trim().max(100).optional(),
  documentNumber: z.string().trim().min(3).max(100),
  validFrom: z.iso.date(),
  validTo: z.iso.date(),
});
export type Delegate = z.input<typeof Delegate>;

export const EndDelegation = z.strictObject({ delegationId: z.uuid() });

export interface AccountFilter {
  q?: string | undefined;
  after?: string | undefined;
}

export interface GrantLine {
  id: string;
  role: Role;
  scope: string | null;
  validFrom: Date;
  validTo: Date | null;
  revokedAt: Date | null;
  reason: string;
  grantedBy: string | null;
}

export interface SessionLine {
  id: string;
  issuer: 'citizen' | 'staff';
  assuranceLevel: number | null;
  createdAt: Date;
  lastSeenAt: Date;
  expiresAt: Date;
}

/** Never the hash: a list has no use for it. */
export interface TokenLine {
  id: string;
  name: string;
  prefix: string;
  scopes: readonly string[];
  createdAt: Date;
  expiresAt: Date;
  lastUsedAt: Date | null;
  revokedAt: Date | null;
}

export interface DelegationLine {
  id: string;
  role: Role;
  scope: string | null;
  documentNumber: string;
  validFrom: Date;
  validTo: Date;
  revokedAt: Date | null;
  fromAccountId: string;
  fromName: string;
  toName: string;
}

export interface AccountLine {
  id: string;
  subject: string;
  issuer: 'citizen' | 'staff' | 'partner';
  name: string;
  title: string | null;
  disabledAt: Date | null;
  lastSeenAt: Date | null;
  sample: boolean;
  grants: readonly { role: Role; scope: string | null }[];
}

export interface ReviewLine {
  id: string;
  name: string;
  title: string | null;
  sample: boolean;
  /** Never seen at all. */
  unseen: boolean;
  at: Date;
}
