import 'server-only';
import type { z } from 'zod';
import { hashOf, signatureOf } from '@/lib/integrations/signature';
import { DomainError, type ErrorCode } from '@/lib/kernel/errors';

/** A partner's verbs as data: what is sent and what comes back. Ports, adapters and simulators follow from it. */
export type Verbs = Record<string, { input: z.ZodType; output: z.ZodType }>;

export interface CallOptions {
  /** The same key makes a repeated call the same act; by default it follows from verb and payload. */
  idempotencyKey?: string | undefined;
  requestId?: string | undefined;
}

export type Port<V extends Verbs> = {
  [Verb in keyof V]: (
    input: z.input<V[Verb]['input']>,
    options?: CallOptions,
  ) => Promise<z.output<V[Verb]['output']>>;
};

/** One finished exchange, for the log. The payload is kept only as its hash. */
export interface Exchange {
  partner: string;
  verb: string;
  startedAt: Date;
  durationMs: number;
  outcome: 'ok' | ErrorCode;
  payloadHash: string;
  requestId: string | null;
}

export interface Connection {
  partner: string;
  url: string;
  secret: string;
  timeoutMs?: number;
  record(exchange: Exchange): Promise<void>;
}

const DEFAULT_TIMEOUT_MS = 8_000;

type Ask = (input: unknown, options?: CallOptions) => Promise<unknown>;

/** Builds a port from its verbs; `ask` is given each verb's own schemas, which is what makes the type hold. */
export function portOf<V extends Verbs>(verbs: V, ask: (verb: keyof V & string) => Ask): Port<V> {
  return Object.fromEntries(Object.keys(verbs).map((verb) => [verb, ask(verb)])) as Port<V>;
}

/** The real adapter: signed JSON over HTTP, one POST per verb. */
export function httpPort<V extends Verbs>(verbs: V, connection: Connection): Port<V> {
  return portOf(verbs, (verb) => async (input, options = {}) => {
    const schema = verbs[verb];
    if (schema === undefined) throw new DomainError('misconfigured', connection.partner);
    const body = JSON.stringify(parsed(schema.input, input, connection.partner));
    const startedAt = new Date();
    const outcome = await post(connection, { verb, body, options }).then(
      (answer) => answerOf(schema.output, answer, connection.partner),
      (error: DomainError) => error,
    );
    await connection.record({
      partner: connection.partner,
      verb,
      startedAt,
      durationMs: Date.now() - startedAt.getTime(),
      outcome: outcome instanceof DomainError ? outcome.code : 'ok',
      payloadHash: hashOf(body),
      requestId: options.requestId ?? null,
    });
    if (outcome instanceof DomainError) throw outcome;
    return outcome.value;
  });
}

function parsed(schema: z.ZodType, input: unknown, partner: string): unknown {
  const result = schema.safeParse(input);
  if (!result.success) throw new DomainError('invalid', partner, { cause: result.error });
  return result.data;
}

function answerOf(schema: z.ZodType, answer: unknown, partner: string): { value: unknown } | DomainError {
  const result = schema.safeParse(answer);
  if (result.success) return { value: result.data };
  return new DomainError('unavailable', partner, { cause: result.error });
}

async function post(connection: Connection, call: { verb: string; body: string; options: CallOptions }) {
  const { partner, url, secret, timeoutMs = DEFAULT_TIMEOUT_MS } = connection;
  const { verb, body, options } = call;
  const unreachable = (cause: unknown): never => {
    throw new DomainError('unavailable', partner, { cause });
  };
  const response = await fetch(`${url}/${verb}`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'idempotency-key': options.idempotencyKey ?? hashOf(`${verb}.${body}`),
      ...(options.requestId === undefined ? {} : { 'x-request-id': options.requestId }),
      ...signatureOf(secret, body),
    },
    body,
    redirect: 'error',
    signal: AbortSignal.timeout(timeoutMs),
  }).catch(unreachable);
  if (!response.ok) throw new DomainError(faultOf(response.status), partner);
  return (await response.json().catch(unreachable)) as unknown;
}

/** 401 and 403 mean that our own credentials are wrong, 422 that the partner understood and refuses. */
const faults: Record<number, ErrorCode> = {
  400: 'invalid',
  401: 'misconfigured',
  403: 'misconfigured',
  404: 'not_found',
  409: 'conflict',
  422: 'denied',
  429: 'limit_reached',
};

function faultOf(status: number): ErrorCode {
  return faults[status] ?? 'unavailable';
}
