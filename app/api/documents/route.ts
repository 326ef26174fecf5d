import { z } from 'zod';
import { receiveUpload } from '@/lib/documents/uploads/commands';
import { attachDocument } from '@/lib/dossiers/commands/attach';
import { bodyOf } from '@/lib/kernel/body';
import { DomainError } from '@/lib/kernel/errors';
import { problemOf } from '@/lib/kernel/file-answer';
import { boundaryOf, MalformedForm, readMultipart, textOf } from '@/lib/kernel/multipart';
import { isSameSite } from '@/lib/kernel/same-site';
import { seeOther } from '@/lib/kernel/see-other';
import type { Actor } from '@/lib/policy/actor';
import { findActor } from '@/lib/session/actor';

/** What stands before the file in an upload form. */
const Target = z.object({
  dossier: z.string().min(1).max(40),
  component: z.string().min(1).max(100),
  back: z.string().regex(/^\/my\/[\w/.-]+$/),
});

/** A paper for a dossier: a plain form answers with a page, a script's raw body with facts of the file. */
export async function POST(request: Request): Promise<Response> {
  const body = bodyOf(request);
  if (!isSameSite(request.headers) || body === null) return new Response(null, { status: 403 });
  const actor = await findActor();
  const boundary = boundaryOf(request.headers.get('content-type'));
  if (actor === null) {
    return boundary === null
      ? problemOf(new DomainError('unauthenticated'))
      : seeOther('/sign-in?callbackUrl=%2Fmy');
  }
  return boundary === null
    ? raw(actor, request.headers, body)
    : form(actor, readMultipart(body, boundary), body);
}

async function raw(actor: Actor, headers: Headers, stream: AsyncIterable<Uint8Array>): Promise<Response> {
  try {
    const name = decodeURIComponent(headers.get('x-file-name') ?? 'tai-lieu');
    return Response.json(await receiveUpload(actor, { stream, name }), { status: 201 });
  } catch (cause) {
    return problemOf(cause);
  }
}

async function form(
  actor: Actor,
  parts: ReturnType<typeof readMultipart>,
  body: AsyncIterable<Uint8Array>,
): Promise<Response> {
  const fields: Record<string, string> = {};
  let target: z.infer<typeof Target> | undefined;
  try {
    for await (const part of parts) {
      if (part.fileName === null) {
        fields[part.name] = await textOf(part.body);
        continue;
      }
      target = Target.parse(fields);
      if (part.fileName === '') throw new DomainError('invalid', 'file');
      await keep(actor, target, { stream: part.body, name: part.fileName });
    }
    return seeOther(
      target === undefined ? '/my' : `${target.back}?added=${target.component}#paper-${target.component}`,
    );
  } catch (cause) {
    const code =
      cause instanceof DomainError ? cause.code : cause instanceof MalformedForm ? 'invalid' : null;
    if (code === null || target === undefined) throw cause;
    // A browser that is still sending does not read our answer: take the rest, unless it is the size that is wrong.
    if (code !== 'too_large') for await (const _ of body);
    return seeOther(`${target.back}?fault=${code}&component=${target.component}#paper-${target.component}`);
  }
}

async function keep(
  actor: Actor,
  { dossier, component }: z.infer<typeof Target>,
  file: { stream: AsyncIterable<Uint8Array>; name: string },
): Promise<void> {
  const { id } = await receiveUpload(actor, { ...file, typeCode: component });
  await attachDocument(actor, { code: dossier, component, documentId: id });
}
