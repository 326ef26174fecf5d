import { z } from 'zod';
import { DomainError, type FieldIssue, InvalidInput } from './errors';
import { Fault } from './fault';

interface Text {
  vi: string;
  en: string;
}

/** What one status of a route carries: JSON of a shape, or a file. */
export type AnswerKind = { about: Text; schema: z.ZodType } | { about: Text; file: readonly string[] };

/** Done, made, or taken in and not done yet; everything else is a problem. */
export type Success = 200 | 201 | 202;

/** A route as data: what guards its requests is also what describes it to its callers. */
export interface RouteDefinition {
  method: 'GET' | 'POST';
  path: `/api/v1/${string}`;
  summary: Text;
  /** A token needs one of these; null: open to everybody. */
  scopes: readonly [string, ...string[]] | null;
  params?: z.ZodObject | undefined;
  query?: z.ZodObject | undefined;
  /** JSON of a shape, or the bytes of one file. */
  body?: z.ZodType | 'file' | undefined;
  answers: { readonly [S in Success]?: AnswerKind };
  /** May be kept by the caller and asked for again by its `ETag`; everything else is not stored. */
  shared?: boolean | undefined;
}

/** Every create may be repeated under the same `Idempotency-Key`. */
export const isCreate = ({ method, scopes }: RouteDefinition): boolean =>
  method === 'POST' && scopes !== null;

const largestBody = 1024 * 1024;

/** JSON of at most 1 MB, as text: the repeated request is recognised by it. */
export async function readJson(request: Request): Promise<string> {
  const type = request.headers.get('content-type') ?? '';
  if (!/^application\/([\w.+-]+\+)?json\b/i.test(type))
    throw new Fault('unsupported_media_type', 'application/json');
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of request.body ?? []) {
    size += chunk.length;
    if (size > largestBody) throw new DomainError('too_large', String(largestBody));
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new Fault('malformed_body', 'json');
  }
}

/** The query as an object: a field that is a list takes every repetition, any other the last. */
export function queryObject(search: URLSearchParams, schema: z.ZodObject): Record<string, unknown> {
  const names = [...new Set(search.keys())];
  const isList = (name: string) => {
    const field = schema.shape[name];
    return (field instanceof z.ZodOptional ? field.unwrap() : field) instanceof z.ZodArray;
  };
  return Object.fromEntries(
    names.map((name) => [name, isList(name) ? search.getAll(name) : search.getAll(name).at(-1)]),
  );
}

/** Input in its shape, or one issue with a stable code for each field that is not. */
export function guarded<S extends z.ZodType>(schema: S, raw: unknown): z.output<S> {
  const parsed = schema.safeParse(raw);
  if (parsed.success) return parsed.data;
  throw new InvalidInput(parsed.error.issues.flatMap((issue) => issuesOf(issue, raw)));
}

function issuesOf(issue: z.core.$ZodIssue, raw: unknown): FieldIssue[] {
  const path = issue.path.map(String);
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map((key) => ({ path: [...path, key].join('.'), code: 'unknown_field' }));
  const missing = path.length > 0 && valueAt(raw, path) === undefined;
  const field = path.join('.');
  if (missing) return [{ path: field, code: 'required' }];
  if (issue.code === 'too_small' || issue.code === 'too_big') {
    const limit = Number(issue.code === 'too_small' ? issue.minimum : issue.maximum);
    const short =
      issue.origin === 'string' ? { too_small: 'too_short', too_big: 'too_long' }[issue.code] : issue.code;
    return [{ path: field, code: short, params: { limit } }];
  }
  return [{ path: field, code: codes[issue.code] ?? issue.message }];
}

const codes: Partial<Record<z.core.$ZodIssue['code'], string>> = {
  invalid_type: 'wrong_type',
  invalid_format: 'pattern',
  invalid_value: 'not_an_option',
  not_multiple_of: 'not_whole',
  invalid_union: 'wrong_type',
  invalid_key: 'unknown_field',
  invalid_element: 'wrong_type',
};

function valueAt(raw: unknown, path: readonly string[]): unknown {
  return path.reduce<unknown>(
    (value, key) => (typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined),
    raw,
  );
}
