import 'server-only';
import { createHash, randomUUID } from 'node:crypto';
import type { z } from 'zod';
import { acceptedLocale } from '@/lib/i18n/accept-language';
import { bodyOf } from '@/lib/kernel/body';
import { Fault } from '@/lib/kernel/fault';
import { type Given, once } from '@/lib/kernel/idempotency';
import { problemOf } from '@/lib/kernel/problem';
import {
  type AnswerKind,
  guarded,
  isCreate,
  parseJson,
  queryObject,
  type RouteDefinition,
  readJson,
  type Success,
} from '@/lib/kernel/route';
import type { Actor } from '@/lib/policy/actor';
import { assertScope, callerOf } from './request';

type Output<S> = S extends z.ZodType ? z.output<S> : undefined;
type BodyOf<B> = B extends 'file' ? AsyncIterable<Uint8Array> : Output<B>;
type ActorOf<D extends RouteDefinition> = D['scopes'] extends null ? null : Actor;

/** What a route's own code is given: everything parsed, whoever asks proven. */
interface Asked<D extends RouteDefinition> {
  actor: ActorOf<D>;
  params: Output<D['params']>;
  query: Output<D['query']>;
  body: BodyOf<D['body']>;
  request: Request;
}

/** One of the declared answers; a file comes as a whole response. */
type AnswerOf<A extends RouteDefinition['answers']> =
  | {
      [S in keyof A & Success]: A[S] extends { schema: infer Z extends z.ZodType }
        ? { status: S; body: z.input<Z> }
        : never;
    }[keyof A & Success]
  | Response;

export interface Route {
  (request: Request, context: { params: Promise<unknown> }): Promise<Response>;
  definition: RouteDefinition;
}

/** A route of the interface: caller → scope → shape of the request → answer in its declared shape, or a problem. */
export function defineRoute<const D extends RouteDefinition>(
  definition: D,
  run: (asked: Asked<D>) => Promise<AnswerOf<D['answers']>>,
): Route {
  async function answer(request: Request, context: { params: Promise<unknown> }): Promise<Response> {
    const requestId = randomUUID();
    const locale = acceptedLocale(request.headers.get('accept-language'));
    const response = await respond(request, context, requestId).catch((cause) =>
      problemOf(cause, { locale, requestId }),
    );
    response.headers.set('x-request-id', requestId);
    return response;
  }

  async function respond(
    request: Request,
    context: { params: Promise<unknown> },
    requestId: string,
  ): Promise<Response> {
    const { scopes, body } = definition;
    const caller = scopes === null ? null : await callerOf(request, requestId);
    if (caller !== null && scopes !== null) assertScope(caller, scopes);
    const key = isCreate(definition) ? keyOf(request) : null;
    const incoming =
      body === 'file' ? streamed(request, key !== null) : await texted(request, body !== undefined);
    const actor = caller?.actor ?? null;
    const parts = partsOf(definition, { request, incoming, params: await context.params });
    const asked = { ...parts, actor, request } as Asked<D>;
    if (key === null || actor === null) return written(definition, await run(asked), request);
    const { pathname, search } = new URL(request.url);
    const { replayed, ...given } = await once({
      accountId: actor.accountId,
      key,
      digest: async () => hashOf(`${request.method} ${pathname}${search}\n${await incoming.digest()}`),
      run: async () => shaped(definition, await run(asked)),
    });
    const response = json(shaped(definition, given));
    if (replayed) response.headers.set('idempotent-replayed', 'true');
    return response;
  }

  return Object.assign(answer, { definition });
}

/** Path, query and body in their declared shapes. */
function partsOf(
  { params, query, body }: RouteDefinition,
  given: { request: Request; incoming: Incoming; params: unknown },
): { params: unknown; query: unknown; body: unknown } {
  const { searchParams } = new URL(given.request.url);
  return {
    params: params === undefined ? undefined : guarded(params, given.params),
    query: query === undefined ? undefined : guarded(query, queryObject(searchParams, query)),
    body:
      body === 'file'
        ? given.incoming.stream
        : body === undefined
          ? undefined
          : guarded(body, parseJson(given.incoming.text)),
  };
}

interface Incoming {
  text: string;
  stream: AsyncIterable<Uint8Array>;
  /** Hash of the whole body; what has not been read yet is read for it. */
  digest: () => Promise<string>;
}

async function texted(request: Request, isJson: boolean): Promise<Incoming> {
  const text = isJson ? await readJson(request) : '';
  return { text, stream: none(), digest: async () => hashOf(text) };
}

async function* none(): AsyncGenerator<Uint8Array> {}

/** Hashes the bytes as they pass when they may come again; a reader that stops half-way leaves the rest to be taken later. */
function streamed(request: Request, repeatable: boolean): Incoming {
  const bytes = bodyOf(request) ?? none();
  if (!repeatable) return { text: '', stream: bytes, digest: async () => '' };
  const hash = createHash('sha256');
  async function* hashed() {
    for await (const piece of bytes) {
      hash.update(piece);
      yield piece;
    }
  }
  const digest = async () => {
    for await (const _ of hashed());
    return hash.digest('hex');
  };
  return { text: '', stream: hashed(), digest };
}

const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex');

function keyOf(request: Request): string | null {
  const key = request.headers.get('idempotency-key');
  if (key !== null && !/^[\x21-\x7e]{1,200}$/.test(key))
    throw new Fault('idempotency_key_invalid', 'Idempotency-Key');
  return key;
}

/** Only what the definition declares leaves the portal. */
function shaped(definition: RouteDefinition, answer: Given | Response): Given {
  if (answer instanceof Response) throw new TypeError('a file cannot be repeated');
  const kind: AnswerKind | undefined = definition.answers[answer.status as Success];
  if (kind === undefined || !('schema' in kind)) throw new TypeError(`undeclared answer ${answer.status}`);
  return { status: answer.status, body: kind.schema.parse(answer.body) };
}

function written(definition: RouteDefinition, answer: Given | Response, request: Request): Response {
  if (answer instanceof Response) return answer;
  const given = shaped(definition, answer);
  return definition.shared === true ? revalidated(given, request) : json(given);
}

function json({ status, body }: Given): Response {
  return Response.json(body, { status, headers: { 'cache-control': 'no-store' } });
}

/** Whoever has the same text already is told so instead of being sent it again. */
export function revalidated({ status, body }: Given, request: Request): Response {
  const text = JSON.stringify(body);
  const etag = `"${hashOf(text).slice(0, 32)}"`;
  const headers = { etag, 'cache-control': 'public, max-age=0, must-revalidate' };
  const held = (request.headers.get('if-none-match') ?? '')
    .split(',')
    .map((tag) => tag.trim().replace(/^W\//, ''));
  if (held.includes(etag) || held.includes('*')) return new Response(null, { status: 304, headers });
  return new Response(text, { status, headers: { ...headers, 'content-type': 'application/json' } });
}
