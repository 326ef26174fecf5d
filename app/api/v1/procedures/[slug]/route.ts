import { z } from 'zod';
import { getProcedure } from '@/lib/procedures/queries';
import { answersJsonSchema } from '@/lib/procedures/rules';
import { ProcedureDetail } from '@/lib/procedures/schema';
import { defineRoute } from '@/lib/session/route';

export const GET = defineRoute(
  {
    method: 'GET',
    path: '/api/v1/procedures/{slug}',
    summary: {
      vi: 'Toàn bộ định nghĩa một thủ tục và lược đồ JSON của các câu trả lời',
      en: 'The whole definition of a procedure, with the JSON Schema of its answers',
    },
    scopes: null,
    shared: true,
    params: z.object({ slug: z.string() }),
    query: z.strictObject({ on: z.iso.date('not_a_date').optional() }),
    answers: {
      200: {
        about: {
          vi: 'Định nghĩa, căn cứ pháp lý, các phiên bản',
          en: 'Definition, legal basis and versions',
        },
        schema: ProcedureDetail.extend({
          slug: z.string(),
          version: z.number().int(),
          answersSchema: z.record(z.string(), z.unknown()),
        }),
      },
    },
  },
  async ({ params, query }) => {
    const detail = await getProcedure({ slug: params.slug, on: query.on });
    const { slug, version } = detail.definition;
    return {
      status: 200,
      body: { slug, version, ...detail, answersSchema: { ...answersJsonSchema(detail.definition) } },
    };
  },
);
