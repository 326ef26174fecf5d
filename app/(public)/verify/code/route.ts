import type { NextRequest } from 'next/server';

/** Turns the typed code, or the whole address somebody copied, into the page of that paper. */
export function GET(request: NextRequest): Response {
  const typed = request.nextUrl.searchParams.get('code')?.trim() ?? '';
  const code = typed.split('/').filter(Boolean).at(-1) ?? '';
  const target = /^[\w-]{1,64}$/.test(code) ? `/verify/${code}` : '/verify';
  return new Response(null, { status: 303, headers: { location: target } });
}
