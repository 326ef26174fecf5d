import { type ErrorCode, errorCodes } from './errors';

/** What goes wrong at the edge of the interface, before any of our own rules is asked. */
export const edgeCodes = [
  'unauthenticated',
  'insufficient_scope',
  'cross_site',
  'malformed_body',
  'unsupported_media_type',
  'idempotency_key_invalid',
  'idempotency_in_progress',
  'idempotency_mismatch',
  'unexpected',
] as const;
export type EdgeCode = (typeof edgeCodes)[number];
export type ProblemCode = ErrorCode | EdgeCode;

/** A refusal of the edge; `detail` names what it is about (a scope, a header). */
export class Fault extends Error {
  readonly code: EdgeCode;
  readonly detail: string | undefined;

  constructor(code: EdgeCode, detail?: string) {
    super(detail === undefined ? code : `${code}: ${detail}`);
    this.name = 'Fault';
    this.code = code;
    this.detail = detail;
  }
}

/** The status each code answers with; partners rely on both. */
export const statusOf = {
  invalid: 422,
  unauthenticated: 401,
  denied: 403,
  insufficient_scope: 403,
  cross_site: 403,
  duty_conflict: 403,
  not_found: 404,
  conflict: 409,
  unlawful_move: 409,
  idempotency_in_progress: 409,
  too_large: 413,
  unsupported_file: 415,
  unsupported_media_type: 415,
  infected_file: 422,
  idempotency_mismatch: 422,
  idempotency_key_invalid: 400,
  malformed_body: 400,
  limit_reached: 429,
  unexpected: 500,
  unavailable: 503,
  misconfigured: 503,
} as const satisfies Record<ProblemCode, number>;

export const problemCodes: readonly ProblemCode[] = [...new Set([...errorCodes, ...edgeCodes])];
