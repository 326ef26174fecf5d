import { env } from '@/lib/config/env';
import { dossierLine, receiptOf } from '@/lib/dossiers/api/rules';
import { DossierFilter, DossierPage, DossierReceipt, HandInDossier } from '@/lib/dossiers/api/schema';
import { handIn } from '@/lib/dossiers/commands/hand-in';
import { listExchanged } from '@/lib/dossiers/queries/exchange';
import { now } from '@/lib/kernel/clock';
import { defineRoute } from '@/lib/session/route';

export const GET = defineRoute(
  {
    method: 'GET',
    path: '/api/v1/dossiers',
    summary: { vi: 'Hồ sơ trong phạm vi của bên gọi', en: 'Dossiers in the scope of the caller' },
    scopes: ['read', 'dossier'],
    query: DossierFilter,
    answers: {
      200: {
        about: {
          vi: 'Một trang; next là con trỏ trang sau',
          en: 'One page; next is the cursor of the following one',
        },
        schema: DossierPage,
      },
    },
  },
  async ({ actor, query }) => {
    const { rows, next } = await listExchanged(actor, query);
    const setting = { base: env().PUBLIC_URL, now: now() };
    return { status: 200, body: { items: rows.map((row) => dossierLine(row, setting)), next } };
  },
);

export const POST = defineRoute(
  {
    method: 'POST',
    path: '/api/v1/dossiers',
    summary: { vi: 'Nộp một hồ sơ trong một lần gọi', en: 'Hand in a dossier in one call' },
    scopes: ['dossier'],
    body: HandInDossier,
    answers: {
      201: {
        about: {
          vi: 'Đã nộp; hoặc là bản nháp nếu được yêu cầu hoặc còn phí phải nộp',
          en: 'Submitted; or kept as a draft when asked for, or when a fee is owed first',
        },
        schema: DossierReceipt,
      },
      202: {
        about: {
          vi: 'Đã giữ bản nháp nhưng chưa nộp được; gọi địa chỉ submission sau ít phút',
          en: 'Kept as a draft but not submitted yet; call the submission address in a few minutes',
        },
        schema: DossierReceipt,
      },
    },
  },
  async ({ actor, body }) => {
    const handedIn = await handIn(actor, body);
    const receipt = receiptOf(handedIn, env().PUBLIC_URL);
    const delayed = body.submit && handedIn.receipt === null && handedIn.feeDue === null;
    return delayed ? { status: 202, body: receipt } : { status: 201, body: receipt };
  },
);
