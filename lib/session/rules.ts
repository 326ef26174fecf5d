/**
 * When an open sign-in still counts.
 * TCVN 14423:2026, level 3 (Decree 331/2026/NĐ-CP): lock after 15 minutes for users, 5 for administrators.
 */
import type { Role } from '@/lib/policy/table';

const minute = 60_000;
const administrators: readonly Role[] = ['sys_admin', 'security_officer'];

/** Longest time a sign-in lives, whatever its owner does. */
export const sessionLifetime = 12 * 60 * minute;

/** VNeID accounts below this level of identification may not use procedures. */
export const neededAssurance = 2;

export function idleLimit(roles: readonly Role[]): number {
  return roles.some((role) => administrators.includes(role)) ? 5 * minute : 15 * minute;
}

export interface OpenSession {
  lastSeenAt: Date;
  expiresAt: Date;
  revokedAt: Date | null;
}

export type SessionStanding = 'open' | 'idle' | 'ended';

export function standingOf(session: OpenSession, roles: readonly Role[], now: Date): SessionStanding {
  if (session.revokedAt !== null || session.expiresAt <= now) return 'ended';
  return now.getTime() - session.lastSeenAt.getTime() > idleLimit(roles) ? 'idle' : 'open';
}
