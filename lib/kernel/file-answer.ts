import 'server-only';
import { Readable } from 'node:stream';
import { DomainError } from './errors';
import { statusOf } from './fault';

interface FileAnswer {
  stream: Readable;
  name: string;
  mime: string;
  size: number;
  /** Shown in the browser instead of saved; only for kinds recognised by their bytes. */
  inline: boolean;
}

/** A kept file as an answer that no browser can mistake for a page of ours. */
export function fileAnswer({ stream, name, mime, size, inline }: FileAnswer): Response {
  // Chromium's own PDF viewer does not open in a sandbox; a PDF it shows can still load nothing.
  const sandbox = inline && mime === 'application/pdf' ? '' : '; sandbox';
  return new Response(Readable.toWeb(stream) as ReadableStream<Uint8Array>, {
    headers: {
      'content-type': mime,
      'content-length': String(size),
      'content-disposition': `${inline ? 'inline' : 'attachment'}; filename="${asciiName(name)}"; filename*=UTF-8''${encoded(name)}`,
      'content-security-policy': `default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'self'${sandbox}`,
      'cache-control': 'private, no-store',
      'x-content-type-options': 'nosniff',
    },
  });
}

function asciiName(name: string): string {
  return name
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .replace(/[đĐ]/g, 'd')
    .replace(/[^\w. -]/g, '_');
}

function encoded(name: string): string {
  return encodeURIComponent(name).replace(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

/** An expected failure of a route as RFC 9457 problem; anything else is a bug and passes. */
export function problemOf(cause: unknown): Response {
  if (!(cause instanceof DomainError)) throw cause;
  const status = statusOf[cause.code];
  const body = { type: 'about:blank', title: cause.code, code: cause.code, status };
  return Response.json(body, { status, headers: { 'content-type': 'application/problem+json' } });
}
