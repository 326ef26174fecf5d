import { storage } from '@/lib/integrations/storage';
import { DomainError } from '@/lib/kernel/errors';
import { fileAnswer, problemOf } from '@/lib/kernel/file-answer';
import { getEvidenceFile } from '@/lib/reporting/evidence/queries';
import { EvidenceRef } from '@/lib/reporting/evidence/schema';
import { findActor } from '@/lib/session/actor';

export async function GET(
  request: Request,
  { params }: RouteContext<'/api/evidence/[id]'>,
): Promise<Response> {
  try {
    const actor = await findActor();
    if (actor === null) throw new DomainError('unauthenticated');
    const { data: ref } = EvidenceRef.safeParse(await params);
    if (ref === undefined) throw new DomainError('not_found', 'evidence');
    const { sha256, ...file } = await getEvidenceFile(actor, ref);
    const inline = new URL(request.url).searchParams.has('inline');
    return fileAnswer({ ...file, inline, stream: await storage().open(sha256) });
  } catch (cause) {
    return problemOf(cause);
  }
}
