import { getIssuedPaper, type IssuedDownload } from '@/lib/documents/queries';
import { moveDossier } from '@/lib/dossiers/commands/move';
import { storage } from '@/lib/integrations/storage';
import { DomainError } from '@/lib/kernel/errors';
import { fileAnswer, problemOf } from '@/lib/kernel/file-answer';
import type { Actor } from '@/lib/policy/actor';
import { reachOf } from '@/lib/policy/authorize';
import { findActor } from '@/lib/session/actor';

/** A paper of a dossier. The first time its applicant takes the result, the dossier counts as returned. */
export async function GET(
  request: Request,
  { params }: RouteContext<'/api/documents/papers/[id]'>,
): Promise<Response> {
  try {
    const actor = await findActor();
    if (actor === null) throw new DomainError('unauthenticated');
    const paper = await getIssuedPaper(actor, { id: uuidOf((await params).id) });
    const stream = await storage().open(paper.sha256);
    if (request.method === 'GET') await collect(actor, paper);
    const { name, mime, size } = paper;
    return fileAnswer({ name, mime, size, stream, inline: new URL(request.url).searchParams.has('inline') });
  } catch (cause) {
    return problemOf(cause);
  }
}

async function collect(actor: Actor, { kind, dossier }: IssuedDownload): Promise<void> {
  const waiting = dossier.state === 'issued' || dossier.state === 'issued_refusal';
  if (kind !== 'result' || !waiting || reachOf(actor, 'dossier.collect').length === 0) return;
  await moveDossier(actor, { code: dossier.code, move: 'collect', version: dossier.version }).catch(
    alreadyCollected,
  );
}

/** Two downloads at once: the second finds the dossier returned, and the file is given all the same. */
function alreadyCollected(cause: unknown): void {
  const raced = cause instanceof DomainError && (cause.code === 'conflict' || cause.code === 'unlawful_move');
  if (!raced) throw cause;
}

function uuidOf(text: string): string {
  if (!/^[0-9a-f-]{36}$/i.test(text)) throw new DomainError('not_found', 'paper');
  return text;
}
