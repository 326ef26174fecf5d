import { z } from 'zod';
import { AskFigures, FigureAnswer } from '@/lib/indicators/api/schema';
import { listFigureAnswers } from '@/lib/indicators/queries/interface';
import { defineRoute } from '@/lib/session/route';

export const GET = defineRoute(
  {
    method: 'GET',
    path: '/api/v1/indicators',
    summary: {
      vi: '72 chỉ tiêu và các chỉ số độ phủ: giá trị, tử số, mẫu số, mục tiêu, trạng thái',
      en: 'The 72 indicators and the coverage measures: value, parts, target, status',
    },
    scopes: null,
    shared: true,
    query: AskFigures,
    answers: {
      200: {
        about: {
          vi: 'Mỗi chỉ tiêu một dòng; ETag đổi khi có báo cáo được khóa',
          en: 'One line for each indicator; the ETag changes when a report is locked',
        },
        schema: z.array(FigureAnswer),
      },
    },
  },
  async ({ query }) => ({ status: 200, body: await listFigureAnswers(query) }),
);
