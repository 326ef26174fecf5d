import { z } from 'zod';
import { env } from '@/lib/config/env';
import { dossierDetail } from '@/lib/dossiers/api/rules';
import { DossierDetail } from '@/lib/dossiers/api/schema';
import { getDossier } from '@/lib/dossiers/queries/get';
import { defineRoute } from '@/lib/session/route';

export const GET = defineRoute(
  {
    method: 'GET',
    path: '/api/v1/dossiers/{code}',
    summary: {
      vi: 'Một hồ sơ với lịch sử, giấy tờ và cách tính thời hạn',
      en: 'One dossier with its events, documents and clock',
    },
    scopes: ['read', 'dossier'],
    params: z.object({ code: z.string() }),
    answers: {
      200: {
        about: { vi: 'Ngoài phạm vi thì như không có: 404', en: 'Out of scope it does not exist: 404' },
        schema: DossierDetail,
      },
    },
  },
  async ({ actor, params }) => {
    const view = await getDossier(actor, params);
    return { status: 200, body: dossierDetail(view, { base: env().PUBLIC_URL, now: view.now }) };
  },
);
