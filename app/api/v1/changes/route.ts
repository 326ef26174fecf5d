import { env } from '@/lib/config/env';
import { changeOf } from '@/lib/dossiers/api/rules';
import { ChangeFilter, ChangePage } from '@/lib/dossiers/api/schema';
import { listChanges } from '@/lib/dossiers/queries/exchange';
import { defineRoute } from '@/lib/session/route';

export const GET = defineRoute(
  {
    method: 'GET',
    path: '/api/v1/changes',
    summary: {
      vi: 'Các thay đổi của hồ sơ sau một số thứ tự, không bỏ sót',
      en: 'Changes of dossiers after a sequence, without gaps',
    },
    scopes: ['read', 'dossier'],
    query: ChangeFilter,
    answers: {
      200: {
        about: {
          vi: 'Thay đổi trong phạm vi của bên gọi; lần sau hỏi tiếp từ next',
          en: 'Changes in the scope of the caller; ask again after next',
        },
        schema: ChangePage,
      },
    },
  },
  async ({ actor, query }) => {
    const { rows, next } = await listChanges(actor, query);
    return { status: 200, body: { items: rows.map((row) => changeOf(row, env().PUBLIC_URL)), next } };
  },
);
