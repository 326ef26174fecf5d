import { globSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { tokenScopes } from '@/lib/access/schema';
import type { Route } from '@/lib/session/route';
import { GET } from './route';
import { routes } from './routes';

const root = join(import.meta.dirname, '../../..');
const files = globSync('app/api/v1/**/route.ts', { cwd: root });
const addressOf = (file: string) =>
  file
    .replace(/^app/, '')
    .replace(/\/route\.ts$/, '')
    .replace(/\[(\w+)\]/g, '{$1}');

describe('the description of the interface', () => {
  it('names every call there is, and no other', async () => {
    const found = await Promise.all(
      files.map(async (file) => {
        const exported: Record<string, Route> = await import(join(root, file));
        return Object.entries(exported).map(([method, { definition }]) => {
          expect(`${definition.method} ${definition.path}`).toBe(`${method} ${addressOf(file)}`);
          return `${method} ${addressOf(file)}`;
        });
      }),
    );
    const listed = routes.map(({ definition }) => `${definition.method} ${definition.path}`);
    expect(listed.sort()).toEqual(found.flat().sort());
  });

  it('asks for scopes a token can have, and describes each parameter of the path', () => {
    const known: readonly string[] = tokenScopes;
    for (const { definition } of routes) {
      expect((definition.scopes ?? []).filter((scope) => !known.includes(scope))).toEqual([]);
      const inPath = [...definition.path.matchAll(/\{(\w+)\}/g)].map((match) => match[1]);
      expect(Object.keys(definition.params?.shape ?? {})).toEqual(inPath);
    }
  });

  it('is OpenAPI 3.1 whose references all lead somewhere, and is not sent twice', async () => {
    const response = await GET(new Request('http://localhost:3000/api/openapi.json'));
    const text = await response.text();
    const document = JSON.parse(text);
    expect(document.openapi).toBe('3.1.0');
    expect(
      document.paths['/api/v1/dossiers'].post.requestBody.content['application/json'].schema.required,
    ).toEqual(['procedure', 'answers']);
    expect(
      document.paths['/api/v1/documents'].post.parameters.map(({ name }: { name: string }) => name),
    ).toContain('Idempotency-Key');
    expect(document.paths['/api/v1/clock'].get.security).toEqual([]);
    const broken = [...text.matchAll(/"\$ref":"#\/([^"]+)"/g)].filter(([, path = '']) => {
      const target = path.split('/').reduce((part: unknown, key) => Object(part)[key], document);
      return target === undefined;
    });
    expect(broken.map(([reference]) => reference)).toEqual([]);
    const ids = [...text.matchAll(/"operationId":"(\w+)"/g)].map((match) => match[1]);
    expect(new Set(ids).size).toBe(routes.length);
    const etag = response.headers.get('etag') ?? '';
    const again = new Request('http://localhost:3000/api/openapi.json', {
      headers: { 'if-none-match': etag },
    });
    expect((await GET(again)).status).toBe(304);
  });
});
