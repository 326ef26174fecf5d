import 'server-only';
import type { OAuthConfig } from 'next-auth/providers/oauth';
import { z } from 'zod';
import { env } from '@/lib/config/env';

/** What VNeID vouches for. Claim names of organisations follow the common pattern and are set when it publishes its own. */
export const VneidClaims = z.object({
  sub: z.string().min(1),
  name: z.string().min(1),
  birthdate: z.iso.date().optional(),
  personal_id: z.string().regex(/^\d{12}$/),
  /** Level of identification: `urn:vneid:loa:1` or `urn:vneid:loa:2`. */
  acr: z.string().regex(/^urn:vneid:loa:\d$/),
  auth_time: z.number().optional(),
  email: z.email().optional(),
  organisation: z.object({ tax_code: z.string(), name: z.string(), position: z.string() }).optional(),
});
export type VneidClaims = z.infer<typeof VneidClaims>;

/** The national electronic identity, for people and for those who act for an organisation. */
export function vneid(): OAuthConfig<VneidClaims> {
  const { OIDC_CITIZEN_ISSUER: issuer, OIDC_CITIZEN_CLIENT_ID, OIDC_CITIZEN_CLIENT_SECRET } = env();
  return {
    id: 'vneid',
    name: 'VNeID',
    type: 'oauth',
    issuer,
    wellKnown: `${issuer}/.well-known/openid-configuration`,
    clientId: OIDC_CITIZEN_CLIENT_ID,
    clientSecret: OIDC_CITIZEN_CLIENT_SECRET,
    idToken: true,
    checks: ['pkce', 'state', 'nonce'],
    // Shared computers are common: whoever sits there now must say who they are.
    authorization: {
      params: { scope: 'openid profile email identity organisation', prompt: 'login', ui_locales: 'vi' },
    },
    profile(claims) {
      const { sub, name, email } = VneidClaims.parse(claims);
      return { id: sub, name, email: email ?? null };
    },
  };
}
