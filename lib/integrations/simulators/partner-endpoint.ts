import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Port, Verbs } from '@/lib/integrations/exchange';
import { isGenuine, signatureHeaders } from '@/lib/integrations/signature';
import { readBody } from '@/lib/integrations/simulators/request';
import { under, type Weather } from '@/lib/integrations/simulators/weather';
import type { Simulated } from '@/lib/integrations/switchboard/port';
import { DomainError, type ErrorCode } from '@/lib/kernel/errors';

const statuses: Partial<Record<ErrorCode, number>> = {
  invalid: 400,
  not_found: 404,
  conflict: 409,
  denied: 422,
  limit_reached: 429,
  unavailable: 503,
};

export function sendJson(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'Content-Type': 'application/json', 'Cache-Control': 'no-store' });
  response.end(JSON.stringify(body));
}

export type Endpoint = (verb: string, request: IncomingMessage, response: ServerResponse) => Promise<void>;

const header = (request: IncomingMessage, name: string) => String(request.headers[name] ?? '') || null;

/** Puts a simulator behind HTTP, so that the portal talks to it exactly as to the real partner. */
export function endpointOf<V extends Verbs>(subject: {
  partner: Simulated;
  verbs: V;
  port: Port<V>;
  secret: string;
  weather: Weather;
}): Endpoint {
  const { partner, verbs, secret, weather } = subject;
  const port = under(weather, subject);
  return async (verb, request, response) => {
    const body = await readBody(request);
    const signature = header(request, signatureHeaders.signature);
    const timestamp = header(request, signatureHeaders.timestamp);
    if (request.method !== 'POST' || !Object.hasOwn(verbs, verb))
      return sendJson(response, 404, { code: 'unknown_verb' });
    if (!isGenuine(secret, { timestamp, signature, body }))
      return sendJson(response, 401, { code: 'signature' });
    if (weather.moodOf(partner) === 'malformed') {
      await weather.feel(partner);
      return sendJson(response, 200, { ket_qua: 'không đúng định dạng' });
    }
    const idempotencyKey = header(request, 'idempotency-key') ?? undefined;
    try {
      sendJson(
        response,
        200,
        await port[verb as keyof V](parseJson(body, partner) as never, { idempotencyKey }),
      );
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      sendJson(response, statuses[error.code] ?? 500, { code: error.code });
    }
  };
}

function parseJson(body: string, partner: string): unknown {
  try {
    return JSON.parse(body);
  } catch (cause) {
    throw new DomainError('invalid', partner, { cause });
  }
}
