import { z } from 'zod';
import { readIndex766 } from '@/lib/indicators/index766/queries/read';
import { Index766, IndexPeriod } from '@/lib/indicators/index766/schema';
import { defineRoute } from '@/lib/session/route';

export const GET = defineRoute(
  {
    method: 'GET',
    path: '/api/v1/index766',
    summary: {
      vi: 'Chỉ số phục vụ theo Quyết định 766/QĐ-TTg, 20 dòng tính từ hồ sơ',
      en: 'The service index of Decision 766/QĐ-TTg, 20 rows counted from dossiers',
    },
    scopes: null,
    query: z.strictObject({
      period: IndexPeriod.optional(),
      unit: z
        .string()
        .regex(/^[A-Z]{2,8}$/)
        .optional(),
    }),
    answers: {
      200: {
        about: {
          vi: 'Công thức, tử số, mẫu số, điểm của từng dòng; dòng chưa có dữ liệu có trạng thái unknown',
          en: 'Formula, numerator, denominator and points of each row; a row without data is unknown',
        },
        schema: Index766,
      },
    },
  },
  async ({ query }) => ({ status: 200, body: await readIndex766(query) }),
);
