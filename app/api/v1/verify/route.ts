import { verdictOf } from '@/lib/dossiers/api/rules';
import { FileDigest, Verdict } from '@/lib/dossiers/api/schema';
import { verifyPaper } from '@/lib/dossiers/queries/public';
import { defineRoute } from '@/lib/session/route';

export const POST = defineRoute(
  {
    method: 'POST',
    path: '/api/v1/verify',
    summary: {
      vi: 'Kiểm tra một tệp bằng mã băm SHA-256 của tệp',
      en: 'Verify a file by its SHA-256',
    },
    scopes: null,
    body: FileDigest,
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
  async ({ body }) => ({ status: 200, body: verdictOf(await verifyPaper(body)) }),
);
