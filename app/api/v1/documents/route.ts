import { z } from 'zod';
import { acceptedKinds, StoredDocument } from '@/lib/documents/schema';
import { receiveUpload } from '@/lib/documents/uploads/commands';
import { incomingFile } from '@/lib/kernel/incoming-file';
import { defineRoute } from '@/lib/session/route';

export const POST = defineRoute(
  {
    method: 'POST',
    path: '/api/v1/documents',
    summary: {
      vi: 'Gửi một tệp, dạng luồng; tên tệp ở X-File-Name hoặc Content-Disposition',
      en: 'Upload a file as a stream; its name in X-File-Name or Content-Disposition',
    },
    scopes: ['document'],
    query: z.strictObject({ type: z.string().min(1).max(100).optional() }),
    body: 'file',
    answers: {
      201: {
        about: { vi: 'Tệp đã được lưu và đọc lại', en: 'The file was stored and read back' },
        schema: StoredDocument,
      },
    },
  },
  async ({ actor, query, body, request }) => {
    const file = await incomingFile(request.headers, body, acceptedKinds);
    const typeCode = query.type === undefined ? {} : { typeCode: query.type };
    return { status: 201, body: await receiveUpload(actor, { ...file, ...typeCode }) };
  },
);
