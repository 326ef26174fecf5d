import { getDownload } from '@/lib/documents/queries';
import { storage } from '@/lib/integrations/storage';
import { DomainError } from '@/lib/kernel/errors';
import { fileAnswer, problemOf } from '@/lib/kernel/file-answer';
import { findActor } from '@/lib/session/actor';

export async function GET(
  request: Request,
  { params }: RouteContext<'/api/documents/[id]'>,
): Promise<Response> {
  try {
    const actor = await findActor();
    if (actor === null) throw new DomainError('unauthenticated');
    const { sha256, ...file } = await getDownload(actor, { id: uuidOf((await params).id) });
    const inline = new URL(request.url).searchParams.has('inline');
    return fileAnswer({ ...file, inline, stream: await storage().open(sha256) });
  } catch (cause) {
    return problemOf(cause);
  }
}

function uuidOf(text: string): string {
  if (!/^[0-9a-f-]{36}$/i.test(text)) throw new DomainError('not_found', 'document');
  return text;
}
