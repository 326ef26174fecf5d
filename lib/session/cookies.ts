import { env } from '@/lib/config/env';

const secure = (): boolean => env().PUBLIC_URL.startsWith('https:');

/** Names next-auth gives its cookies; `__Secure-` and `__Host-` only over https. */
export function sessionCookie(): string {
  return secure() ? '__Secure-next-auth.session-token' : 'next-auth.session-token';
}

export function csrfCookie(): string {
  return secure() ? '__Host-next-auth.csrf-token' : 'next-auth.csrf-token';
}
