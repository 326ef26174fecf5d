import { z } from 'zod';
import { getDownload } from '@/lib/documents/queries';
import { acceptedKinds } from '@/lib/documents/schema';
import { storage } from '@/lib/integrations/storage';
import { DomainError } from '@/lib/kernel/errors';
import { fileAnswer } from '@/lib/kernel/file-answer';
import { defineRoute } from '@/lib/session/route';

export const GET = defineRoute(
  {
    method: 'GET',
    path: '/api/v1/documents/{id}',
    summary: {
      vi: 'Tải một tệp trong phạm vi của bên gọi',
      en: 'Download a file in the scope of the caller',
    },
    scopes: ['read', 'dossier', 'document'],
    params: z.object({ id: z.string() }),
    answers: { 200: { about: { vi: 'Tệp như đã gửi', en: 'The file as it was sent' }, file: acceptedKinds } },
  },
  async ({ actor, params }) => {
    if (!z.uuid().safeParse(params.id).success) throw new DomainError('not_found', 'document');
    const { sha256, name, mime, size } = await getDownload(actor, params);
    return fileAnswer({ name, mime, size, inline: false, stream: await storage().open(sha256) });
  },
);
