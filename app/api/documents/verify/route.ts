import { createHash } from 'node:crypto';
import { bodyOf } from '@/lib/kernel/body';
import { boundaryOf, readMultipart } from '@/lib/kernel/multipart';
import { seeOther } from '@/lib/kernel/see-other';

/** For pages without a script: the file is hashed as it passes and never kept. */
const limit = 20 * 1024 * 1024;

const answer = (path: string, search: string) => seeOther(`${path}?${search}`);

export async function POST(request: Request): Promise<Response> {
  const boundary = boundaryOf(request.headers.get('content-type'));
  const body = bodyOf(request);
  if (boundary === null || body === null) return answer('/verify', 'fault=no_file');
  let back = '/verify';
  let sha256: string | null = null;
  for await (const { name, fileName, body: file } of readMultipart(body, boundary)) {
    if (fileName === null) {
      const text = await textOf(file);
      if (name === 'back' && /^\/verify(\/[\w-]{1,64})?$/.test(text)) back = text;
      continue;
    }
    const hash = createHash('sha256');
    let size = 0;
    for await (const chunk of file) {
      size += chunk.length;
      if (size <= limit) hash.update(chunk);
    }
    if (size > limit) return answer(back, 'fault=too_large');
    if (size > 0) sha256 = hash.digest('hex');
  }
  return sha256 === null ? answer(back, 'fault=no_file') : answer(back, `sha256=${sha256}#answer`);
}

async function textOf(body: AsyncIterable<Buffer>): Promise<string> {
  let text = '';
  for await (const chunk of body) if (text.length < 200) text += chunk.toString('utf8');
  return text;
}
