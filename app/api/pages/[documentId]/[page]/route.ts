import { buffer } from 'node:stream/consumers';
import { findPaperBytes, type PaperBytes } from '@/lib/dossiers/queries/bench';
import { openPdf, pictureOf } from '@/lib/integrations/ocr/pdf-pages';
import { storage } from '@/lib/integrations/storage';
import { DomainError } from '@/lib/kernel/errors';
import { findActor } from '@/lib/session/actor';

interface Context {
  params: Promise<{ documentId: string; page: string }>;
}

/** One page of a paper as a picture, or the file itself; only for those who may see its dossier. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const [{ documentId, page }, actor] = await Promise.all([params, findActor()]);
  if (actor === null) return new Response(null, { status: 401 });
  const paper = await findPaperBytes(actor, { id: documentId }).catch(absent);
  if (paper === null) return new Response(null, { status: 404 });
  const etag = `"${paper.sha256}-${page}"`;
  if (request.headers.get('if-none-match') === etag)
    return new Response(null, { status: 304, headers: { etag } });
  const answer = page === 'file' ? await fileOf(paper) : await pictureOfPage(paper, Number(page));
  if (answer === null) return new Response(null, { status: 404 });
  return new Response(new Uint8Array(answer.bytes), {
    headers: {
      'content-type': answer.mime,
      'content-disposition': `inline; filename*=UTF-8''${encodeURIComponent(paper.name)}`,
      'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; sandbox",
      'cache-control': 'private, max-age=0, must-revalidate',
      etag,
    },
  });
}

function absent(cause: unknown): null {
  if (cause instanceof DomainError && (cause.code === 'not_found' || cause.code === 'denied')) return null;
  throw cause;
}

interface Answer {
  bytes: Buffer;
  mime: string;
}

async function fileOf({ sha256, mime }: PaperBytes): Promise<Answer> {
  return { bytes: await buffer(await storage().open(sha256)), mime };
}

async function pictureOfPage(paper: PaperBytes, page: number): Promise<Answer | null> {
  if (!Number.isInteger(page) || page < 1) return null;
  if (paper.mime !== 'application/pdf') return page === 1 ? fileOf(paper) : null;
  const pdf = await openPdf(await buffer(await storage().open(paper.sha256)));
  try {
    if (page > pdf.numPages) return null;
    return { bytes: await pictureOf(pdf, await pdf.getPage(page)), mime: 'image/png' };
  } finally {
    await pdf.loadingTask.destroy();
  }
}
