import { clockAnswer } from '@/lib/dossiers/api/rules';
import { ClockAnswer, ClockQuestion } from '@/lib/dossiers/api/schema';
import { explainClock } from '@/lib/dossiers/queries/clock';
import { defineRoute } from '@/lib/session/route';

export const GET = defineRoute(
  {
    method: 'GET',
    path: '/api/v1/clock',
    summary: {
      vi: 'Tính hạn trả kết quả và giải thích từng ngày',
      en: 'Compute a due date and explain it day by day',
    },
    scopes: null,
    query: ClockQuestion,
    answers: {
      200: {
        about: { vi: 'Hạn trả và cách tính từng ngày', en: 'The due date and how each day counts' },
        schema: ClockAnswer,
      },
    },
  },
  async ({ request }) => ({
    status: 200,
    body: clockAnswer(await explainClock(new URL(request.url).searchParams)),
  }),
);
