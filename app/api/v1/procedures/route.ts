import { z } from 'zod';
import { listProcedures } from '@/lib/procedures/queries';
import { ProcedureLine } from '@/lib/procedures/schema';
import { defineRoute } from '@/lib/session/route';

export const GET = defineRoute(
  {
    method: 'GET',
    path: '/api/v1/procedures',
    summary: { vi: 'Danh mục thủ tục đang có hiệu lực', en: 'The catalogue of procedures in force' },
    scopes: null,
    shared: true,
    query: z.strictObject({ on: z.iso.date('not_a_date').optional() }),
    answers: {
      200: {
        about: { vi: 'Mỗi thủ tục một dòng', en: 'One line for each procedure' },
        schema: z.array(ProcedureLine),
      },
    },
  },
  async ({ query }) => ({ status: 200, body: await listProcedures(query) }),
);
