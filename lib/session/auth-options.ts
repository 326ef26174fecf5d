import 'server-only';
import type { Account, NextAuthOptions, Profile } from 'next-auth';
import { env } from '@/lib/config/env';
import { staffSignOn } from '@/lib/integrations/staff-sign-on/provider';
import { vneid } from '@/lib/integrations/vneid/provider';
import { endSession, openSession, refusalOf } from './sign-in';

declare module 'next-auth/jwt' {
  interface JWT {
    sessionId?: string;
  }
}

let options: NextAuthOptions | undefined;

/** Two OpenID Connect issuers and no password of our own; the token only names a session row. */
export function authOptions(): NextAuthOptions {
  process.env.NEXTAUTH_URL ??= env().PUBLIC_URL;
  options ??= {
    secret: env().AUTH_SECRET,
    session: { strategy: 'jwt', maxAge: 12 * 60 * 60 },
    pages: { signIn: '/sign-in', error: '/sign-in' },
    providers: [vneid(), staffSignOn()],
    callbacks: {
      async signIn({ account, profile }) {
        if (account === null) return false;
        const refusal = await refusalOf(claimsOf(account, profile));
        return refusal === null ? true : `/sign-in?error=${refusal}`;
      },
      async jwt({ token, account, profile }) {
        if (account === null || account === undefined) return token;
        return { sessionId: await openSession(claimsOf(account, profile)) };
      },
    },
    events: {
      async signOut({ token }) {
        if (token?.sessionId !== undefined) await endSession(token.sessionId);
      },
    },
  };
  return options;
}

function claimsOf(account: Account, profile: Profile | undefined) {
  return {
    issuer: account.provider === 'vneid' ? ('citizen' as const) : ('staff' as const),
    claims: profile ?? {},
  };
}
