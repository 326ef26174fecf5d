import { z } from 'zod';
import { type ProblemCode, statusOf } from './fault';
import { type AnswerKind, isCreate, type RouteDefinition } from './route';

type Json = { [key: string]: unknown };

interface Words {
  vi: string;
  en: string;
}

export interface InterfaceFacts {
  title: Words;
  description: Words;
  server: string;
  problem: z.ZodType;
  /** Words of each code, in both languages. */
  problems: Readonly<Record<ProblemCode, { title: Words; detail: Words }>>;
}

/** The interface described by the very definitions that guard it (OpenAPI 3.1). */
export function describeInterface(routes: readonly RouteDefinition[], facts: InterfaceFacts): Json {
  const shelf: Shelf = { schemas: {} };
  const paths: Record<string, Json> = {};
  for (const route of routes) {
    paths[route.path] = { ...paths[route.path], [route.method.toLowerCase()]: operationOf(route, shelf) };
  }
  shelf.schemas.Problem = schemaOf(facts.problem, { shelf, name: 'Problem', io: 'output' });
  const token = { type: 'http', description: 'd2pat_…' };
  return {
    openapi: '3.1.0',
    info: {
      title: facts.title.en,
      'x-title-vi': facts.title.vi,
      version: '1',
      description: bilingual(facts.description),
    },
    servers: [{ url: facts.server }],
    paths,
    components: {
      schemas: shelf.schemas,
      securitySchemes: {
        bearer: { ...token, scheme: 'bearer' },
        basic: { ...token, scheme: 'basic' },
        apiToken: { type: 'apiKey', in: 'header', name: 'Authorization', description: 'ApiToken d2pat_…' },
      },
    },
    'x-problems': Object.fromEntries(
      Object.entries(facts.problems).map(([code, words]) => [
        code,
        { status: statusOf[code as ProblemCode], ...words },
      ]),
    ),
  };
}

const bilingual = ({ vi, en }: Words): string => `${vi}\n\n${en}`;

interface Shelf {
  schemas: Record<string, Json>;
}

interface Naming {
  shelf: Shelf;
  name: string;
  io: 'input' | 'output';
}

function operationOf(route: RouteDefinition, shelf: Shelf): Json {
  const name = operationName(route);
  const { scopes, body } = route;
  return {
    operationId: name,
    summary: route.summary.en,
    'x-summary-vi': route.summary.vi,
    security: scopes === null ? [] : [{ bearer: [] }, { basic: [] }, { apiToken: [] }],
    ...(scopes === null ? {} : { 'x-scopes': scopes }),
    parameters: parametersOf(route, { shelf, name, io: 'input' }),
    ...(body === undefined ? {} : { requestBody: bodyOf(body, { shelf, name: `${name}Body`, io: 'input' }) }),
    responses: {
      ...Object.fromEntries(
        Object.entries(route.answers).map(([status, kind]) => [
          status,
          answerOf(kind, { shelf, name: `${name}${status}`, io: 'output' }),
        ]),
      ),
      default: {
        description: bilingual({ vi: 'Lỗi; xem mã trong code', en: 'A problem; see its code' }),
        content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
      },
    },
  };
}

/** GET /api/v1/dossiers/{code} → getDossiersByCode */
function operationName({ method, path }: RouteDefinition): string {
  const words = path
    .replace('/api/v1/', '')
    .split('/')
    .map((part) => part.replace(/^\{(\w+)\}$/, 'by-$1'))
    .join('-')
    .split('-');
  return method.toLowerCase() + words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join('');
}

function parametersOf(route: RouteDefinition, naming: Naming): Json[] {
  const { params, query, body } = route;
  const text = { type: 'string' };
  const header = (name: string, vi: string, en: string) => ({
    name,
    in: 'header',
    required: false,
    description: bilingual({ vi, en }),
    schema: text,
  });
  return [
    ...fieldsOf(params, naming).map(({ name, schema }) => ({ name, in: 'path', required: true, schema })),
    ...fieldsOf(query, naming).map((field) => ({ ...field, in: 'query' })),
    ...(body === 'file'
      ? [header('X-File-Name', 'Tên tệp, UTF-8 mã hóa phần trăm', 'File name, percent-encoded UTF-8')]
      : []),
    ...(isCreate(route)
      ? [
          header(
            'Idempotency-Key',
            'Gọi lại cùng khóa thì nhận lại cùng câu trả lời',
            'The same key gets the same answer again',
          ),
        ]
      : []),
    header('Accept-Language', 'Ngôn ngữ của lời báo lỗi: vi hoặc en', 'Language of problems: vi or en'),
  ];
}

function fieldsOf(
  object: z.ZodObject | undefined,
  naming: Naming,
): { name: string; required: boolean; schema: unknown }[] {
  if (object === undefined) return [];
  const { properties = {}, required = [] } = schemaOf(object, naming) as {
    properties?: Json;
    required?: string[];
  };
  return Object.entries(properties).map(([name, schema]) => ({
    name,
    required: required.includes(name),
    schema,
  }));
}

function bodyOf(body: z.ZodType | 'file', naming: Naming): Json {
  const bytes = { schema: { type: 'string', format: 'binary' } };
  if (body !== 'file')
    return { required: true, content: { 'application/json': { schema: schemaOf(body, naming) } } };
  const form = { type: 'object', required: ['file'], properties: { file: bytes.schema } };
  return {
    required: true,
    content: { 'application/octet-stream': bytes, 'multipart/form-data': { schema: form } },
  };
}

function answerOf(kind: AnswerKind, naming: Naming): Json {
  const content =
    'schema' in kind
      ? { 'application/json': { schema: schemaOf(kind.schema, naming) } }
      : Object.fromEntries(kind.file.map((type) => [type, { schema: { type: 'string', format: 'binary' } }]));
  return { description: bilingual(kind.about), content };
}

/** JSON Schema of a shape; what refers to itself is laid among the components, where its references lead. */
function schemaOf(schema: z.ZodType, { shelf, name, io }: Naming): Json {
  const { $schema: _, $defs = {}, ...own } = z.toJSONSchema(schema, { io, unrepresentable: 'any' });
  for (const [key, definition] of Object.entries($defs)) {
    shelf.schemas[`${name}_${key}`] = redirected(definition, name) as Json;
  }
  return redirected(own, name) as Json;
}

function redirected(value: unknown, name: string): unknown {
  if (Array.isArray(value)) return value.map((one) => redirected(one, name));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, part]) => [
      key,
      key === '$ref' && typeof part === 'string'
        ? part.replace('#/$defs/', `#/components/schemas/${name}_`)
        : redirected(part, name),
    ]),
  );
}
