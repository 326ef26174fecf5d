import { z } from 'zod';
import { facilityDetail } from '@/lib/facilities/api/rules';
import { FacilityDetail } from '@/lib/facilities/api/schema';
import { getFacility } from '@/lib/facilities/queries/get';
import { defineRoute } from '@/lib/session/route';

export const GET = defineRoute(
  {
    method: 'GET',
    path: '/api/v1/facilities/{id}',
    summary: { vi: 'Một cơ sở tại một ngày, với lịch sử', en: 'One facility on a day, with its history' },
    scopes: ['read', 'report'],
    params: z.object({ id: z.uuid() }),
    query: z.strictObject({ at: z.iso.date('not_a_date').optional() }),
    answers: {
      200: {
        about: {
          vi: 'Giá trị tại ngày, mọi giá trị theo thời gian, tỉnh và cơ quan chủ quản, cơ sở trước và sau',
          en: 'Values on the day, all dated values, province and managing body, predecessors and successors',
        },
        schema: FacilityDetail,
      },
    },
  },
  async ({ actor, params, query }) => ({
    status: 200,
    body: facilityDetail(await getFacility(actor, { id: params.id, at: query.at })),
  }),
);
