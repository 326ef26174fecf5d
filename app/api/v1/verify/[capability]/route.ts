import { z } from 'zod';
import { verdictOf } from '@/lib/dossiers/api/rules';
import { Verdict } from '@/lib/dossiers/api/schema';
import { verifyPaper } from '@/lib/dossiers/queries/public';
import { defineRoute } from '@/lib/session/route';

export const GET = defineRoute(
  {
    method: 'GET',
    path: '/api/v1/verify/{capability}',
    summary: {
      vi: 'Kiểm tra một giấy bằng mã trong mã QR',
      en: 'Verify a paper by the key in its QR code',
    },
    scopes: null,
    params: z.object({ capability: z.string().max(100) }),
    answers: {
      200: {
        about: {
          vi: 'Giấy còn hiệu lực hay không; không tiết lộ nội dung',
          en: 'Whether the paper holds; nothing of its content is told',
        },
        schema: Verdict,
      },
    },
  },
  async ({ params }) => ({ status: 200, body: verdictOf(await verifyPaper(params)) }),
);
