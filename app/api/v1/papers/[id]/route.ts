import { z } from 'zod';
import { getIssuedPaper } from '@/lib/documents/queries';
import { storage } from '@/lib/integrations/storage';
import { DomainError } from '@/lib/kernel/errors';
import { fileAnswer } from '@/lib/kernel/file-answer';
import { defineRoute } from '@/lib/session/route';

export const GET = defineRoute(
  {
    method: 'GET',
    path: '/api/v1/papers/{id}',
    summary: {
      vi: 'Tải một giấy đã cấp: kết quả, giấy tiếp nhận, biên lai',
      en: 'Download an issued paper: result, receipt, procedural form',
    },
    scopes: ['read', 'dossier', 'document'],
    params: z.object({ id: z.string() }),
    answers: { 200: { about: { vi: 'Tệp đã ký', en: 'The signed file' }, file: ['application/pdf'] } },
  },
  async ({ actor, params }) => {
    if (!z.uuid().safeParse(params.id).success) throw new DomainError('not_found', 'paper');
    const { sha256, name, mime, size } = await getIssuedPaper(actor, params);
    return fileAnswer({ name, mime, size, inline: false, stream: await storage().open(sha256) });
  },
);
