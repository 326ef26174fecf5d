import { bodyOf } from '@/lib/kernel/body';
import { DomainError } from '@/lib/kernel/errors';
import { boundaryOf, MalformedForm, readMultipart } from '@/lib/kernel/multipart';
import { isSameSite } from '@/lib/kernel/same-site';
import { seeOther } from '@/lib/kernel/see-other';
import { keepImport } from '@/lib/reporting/exchange/commands';
import { PeriodId } from '@/lib/reporting/schema';
import { findActor } from '@/lib/session/actor';

/** A table file with answers: kept as it streams in, then shown with what it would change. */
export async function POST(request: Request): Promise<Response> {
  const boundary = boundaryOf(request.headers.get('content-type'));
  const body = bodyOf(request);
  if (!isSameSite(request.headers) || body === null || boundary === null)
    return new Response(null, { status: 403 });
  const actor = await findActor();
  if (actor === null) return seeOther('/sign-in?callbackUrl=%2Freporting%2Fimport');
  let period = '';
  try {
    for await (const { name, fileName, body: file } of readMultipart(body, boundary)) {
      if (fileName === '') break;
      if (fileName !== null) {
        const sha256 = await keepImport(actor, file);
        return seeOther(`/reporting/import/${sha256}${period === '' ? '' : `?period=${period}`}`);
      }
      if (name === 'period') period = await periodOf(file);
    }
    return seeOther('/reporting/import?fault=no_file');
  } catch (cause) {
    const code =
      cause instanceof DomainError ? cause.code : cause instanceof MalformedForm ? 'no_file' : null;
    if (code === null) throw cause;
    return seeOther(`/reporting/import?fault=${code}`);
  }
}

async function periodOf(body: AsyncIterable<Buffer>): Promise<string> {
  let text = '';
  for await (const chunk of body) text = (text + chunk.toString('utf8')).slice(0, 10);
  return PeriodId.safeParse(text).data ?? '';
}
