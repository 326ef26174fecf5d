import { Readable } from 'node:stream';
import { previewResult } from '@/lib/dossiers/queries/preview';
import { DomainError } from '@/lib/kernel/errors';
import { fileAnswer, problemOf } from '@/lib/kernel/file-answer';
import { findActor } from '@/lib/session/actor';

/** The paper as it will be signed, for whoever may sign it. */
export async function GET(
  _request: Request,
  { params }: RouteContext<'/dossiers/[code]/draft'>,
): Promise<Response> {
  try {
    const actor = await findActor();
    if (actor === null) throw new DomainError('unauthenticated');
    const { code, pdf } = await previewResult(actor, { code: (await params).code });
    return fileAnswer({
      name: `du-thao-${code}.pdf`,
      mime: 'application/pdf',
      size: pdf.byteLength,
      stream: Readable.from([pdf]),
      inline: true,
    });
  } catch (cause) {
    return problemOf(cause);
  }
}
