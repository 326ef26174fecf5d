import { z } from 'zod';
import { AskFigures, FigureDetail } from '@/lib/indicators/api/schema';
import { getFigureDetail } from '@/lib/indicators/queries/interface';
import { MeasureId } from '@/lib/indicators/schema';
import { defineRoute } from '@/lib/session/route';

export const GET = defineRoute(
  {
    method: 'GET',
    path: '/api/v1/indicators/{id}',
    summary: {
      vi: 'Một chỉ tiêu của cả nước hoặc một tỉnh, như đã biết đến một ngày, kèm định nghĩa và diễn biến',
      en: 'One indicator of the nation or a province, as known on a day, with its definition and course',
    },
    scopes: null,
    shared: true,
    params: z.object({ id: MeasureId }),
    query: AskFigures,
    answers: {
      200: {
        about: { vi: 'Số liệu, định nghĩa, diễn biến', en: 'Figure, definition, course' },
        schema: FigureDetail,
      },
    },
  },
  async ({ params, query }) => ({
    status: 200,
    body: await getFigureDetail({ ...query, id: params.id }),
  }),
);
