import 'server-only';
import type { OAuthConfig } from 'next-auth/providers/oauth';
import { z } from 'zod';
import { env } from '@/lib/config/env';

/** What the ministry's sign-on says of an official; rights are never taken from here. */
export const StaffClaims = z.object({
  sub: z.string().min(1),
  name: z.string().min(1),
  email: z.email().optional(),
  personal_id: z.string().optional(),
  unit: z.string().nullable().optional(),
  title: z.string().optional(),
  auth_time: z.number().optional(),
});
export type StaffClaims = z.infer<typeof StaffClaims>;

/** The ministry's own sign-on, for officials, facilities and health departments. */
export function staffSignOn(): OAuthConfig<StaffClaims> {
  const { OIDC_STAFF_ISSUER: issuer, OIDC_STAFF_CLIENT_ID, OIDC_STAFF_CLIENT_SECRET } = env();
  return {
    id: 'staff',
    name: 'Bộ Y tế',
    type: 'oauth',
    issuer,
    wellKnown: `${issuer}/.well-known/openid-configuration`,
    clientId: OIDC_STAFF_CLIENT_ID,
    clientSecret: OIDC_STAFF_CLIENT_SECRET,
    idToken: true,
    checks: ['pkce', 'state', 'nonce'],
    authorization: { params: { scope: 'openid profile email unit', prompt: 'login', ui_locales: 'vi' } },
    profile(claims) {
      const { sub, name, email } = StaffClaims.parse(claims);
      return { id: sub, name, email: email ?? null };
    },
  };
}
