import NextAuth from 'next-auth';
import { authOptions } from '@/lib/session/auth-options';

function answer(request: Request, context: { params: Promise<{ nextauth: string[] }> }): Promise<Response> {
  return NextAuth(authOptions())(request, context);
}

export { answer as GET, answer as POST };
