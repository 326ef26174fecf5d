import type { NextRequest } from 'next/server';
import { seeOther } from '@/lib/kernel/see-other';

/** Turns the typed code, or the whole address somebody copied, into the page of that paper. */
export function GET(request: NextRequest): Response {
  const typed = request.nextUrl.searchParams.get('code')?.trim() ?? '';
  const code = typed.split('/').filter(Boolean).at(-1) ?? '';
  const target = /^[\w-]{1,64}$/.test(code) ? `/verify/${code}` : '/verify';
  return seeOther(target);
}
