import { z } from 'zod';
import { env } from '@/lib/config/env';
import { receiptOf } from '@/lib/dossiers/api/rules';
import { DossierReceipt } from '@/lib/dossiers/api/schema';
import { submitKept } from '@/lib/dossiers/commands/hand-in';
import { defineRoute } from '@/lib/session/route';

export const POST = defineRoute(
  {
    method: 'POST',
    path: '/api/v1/dossiers/{code}/submission',
    summary: {
      vi: 'Nộp bản nháp đã giữ; tình trạng thanh toán được hỏi từ nền tảng thanh toán',
      en: 'Submit a draft kept before; the payment platform itself is asked whether the fee was paid',
    },
    scopes: ['dossier'],
    params: z.object({ code: z.string().min(4).max(40) }),
    answers: {
      201: { about: { vi: 'Đã nộp', en: 'Submitted' }, schema: DossierReceipt },
    },
  },
  async ({ actor, params }) => ({
    status: 201,
    body: receiptOf(await submitKept(actor, params.code), env().PUBLIC_URL),
  }),
);
