/** Every failure we expect by design; each code has a message in both languages (`errors.json`). */
export const errorCodes = [
  'invalid',
  'unauthenticated',
  'denied',
  'not_found',
  'conflict',
  'unlawful_move',
  'duty_conflict',
  'too_large',
  'unsupported_file',
  'infected_file',
  'limit_reached',
  'unavailable',
  'misconfigured',
] as const;
export type ErrorCode = (typeof errorCodes)[number];

/** An expected failure. `detail` names the thing it is about (`dossier.version`, a partner, a field). */
export class DomainError extends Error {
  readonly code: ErrorCode;
  readonly detail: string | undefined;

  constructor(code: ErrorCode, detail?: string, options?: { cause?: unknown }) {
    super(detail === undefined ? code : `${code}: ${detail}`, options);
    this.name = 'DomainError';
    this.code = code;
    this.detail = detail;
  }
}

/** Input that was understood but is wrong; one entry per field, in the order of the form. */
export class InvalidInput extends DomainError {
  readonly issues: readonly FieldIssue[];

  constructor(issues: readonly FieldIssue[]) {
    super('invalid', issues.map((issue) => issue.path).join(', '));
    this.issues = issues;
  }
}

/** `path` is the name of the form field (`ingredients.0.name`), `code` a key of the messages. */
export interface FieldIssue {
  path: string;
  code: string;
  params?: Record<string, string | number> | undefined;
}

/** Turns whatever a partner threw into our error: `await partner.pay(x).catch(asDomainError('unavailable', 'payment'))`. */
export function asDomainError(code: ErrorCode, detail: string) {
  return (cause: unknown): never => {
    if (cause instanceof DomainError) throw cause;
    throw new DomainError(code, detail, { cause });
  };
}
