import 'server-only';
import { createTranslator } from 'next-intl';
import { z } from 'zod';
import { env } from '@/lib/config/env';
import type { Locale } from '@/lib/i18n/locale';
import { loadMessages } from '@/lib/i18n/messages';
import { DomainError, InvalidInput } from './errors';
import { Fault, type ProblemCode, problemCodes, statusOf } from './fault';

/** RFC 9457: what a program is told when something was refused. */
export const Problem = z.object({
  /** Where the code is described. */
  type: z.string(),
  title: z.string(),
  status: z.number().int(),
  detail: z.string(),
  /** Names this very request in our records. */
  instance: z.string(),
  code: z.enum(problemCodes as [ProblemCode, ...ProblemCode[]]),
  /** The thing it is about: a record, a scope, a partner. */
  about: z.string().optional(),
  /** One entry for each wrong field. */
  errors: z
    .array(
      z.object({
        field: z.string(),
        /** JSON pointer into the body that was sent. */
        pointer: z.string(),
        code: z.string(),
        message: z.string(),
        params: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
      }),
    )
    .optional(),
});
export type Problem = z.infer<typeof Problem>;

interface Asked {
  locale: Locale;
  requestId: string;
}

/** Any failure as an answer; what nobody expected is written to the log and told without its inside. */
export async function problemOf(cause: unknown, asked: Asked): Promise<Response> {
  const expected = cause instanceof DomainError || cause instanceof Fault;
  if (!expected) console.error(`request ${asked.requestId}`, cause);
  const code = expected ? cause.code : 'unexpected';
  const status = statusOf[code];
  const words = await wordsFor(asked.locale);
  const problem: Problem = {
    type: `${env().PUBLIC_URL}/api/openapi.json#/x-problems/${code}`,
    ...words.of(code),
    status,
    instance: `urn:uuid:${asked.requestId}`,
    code,
    ...(cause instanceof InvalidInput
      ? { errors: errorsOf(cause, words.ofField) }
      : expected && cause.detail !== undefined && { about: cause.detail }),
  };
  return Response.json(problem, {
    status,
    headers: {
      'content-type': 'application/problem+json',
      'content-language': asked.locale,
      'cache-control': 'no-store',
      ...(code === 'unauthenticated' ? { 'www-authenticate': challenge('invalid_token', cause) } : {}),
      ...(code === 'insufficient_scope'
        ? { 'www-authenticate': challenge('insufficient_scope', cause) }
        : {}),
      ...(status === 503 ? { 'retry-after': '60' } : {}),
    },
  });
}

/** RFC 6750: no error is named when no token was sent. */
function challenge(error: string, cause: unknown): string {
  const told = cause instanceof Fault && cause.detail !== undefined;
  return `Bearer realm="portal"${told ? `, error="${error}"` : ''}`;
}

function errorsOf({ issues }: InvalidInput, words: (code: string) => string): Problem['errors'] {
  return issues.map(({ path, code, params }) => ({
    field: path,
    pointer: `#/${path.split('.').map(escaped).join('/')}`,
    code,
    message: words(code),
    ...(params === undefined || Object.keys(params).length === 0 ? {} : { params }),
  }));
}

const escaped = (part: string): string =>
  encodeURIComponent(part.replaceAll('~', '~0').replaceAll('/', '~1'));

/** Title, detail and the words for one field, from the same catalogue as the pages. */
export async function wordsFor(locale: Locale) {
  const say = createTranslator({ locale, messages: await loadMessages(locale), namespace: 'problems' });
  return {
    of: (code: ProblemCode) => ({ title: say(`title.${code}`), detail: say(`detail.${code}`) }),
    ofField: (code: string): string => {
      const key = `field.${code}` as 'field.invalid';
      return say(say.has(key) ? key : 'field.invalid');
    },
  };
}
