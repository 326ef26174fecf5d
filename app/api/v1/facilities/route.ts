import { facilityItem } from '@/lib/facilities/api/rules';
import { FacilityFilter, FacilityPage } from '@/lib/facilities/api/schema';
import { listFacilities } from '@/lib/facilities/queries/list';
import { ListFacilities } from '@/lib/facilities/schema';
import { defineRoute } from '@/lib/session/route';

export const GET = defineRoute(
  {
    method: 'GET',
    path: '/api/v1/facilities',
    summary: {
      vi: 'Danh bạ cơ sở khám bệnh, chữa bệnh tại một ngày',
      en: 'The directory of facilities on a day',
    },
    scopes: ['read', 'report'],
    query: FacilityFilter,
    answers: {
      200: {
        about: {
          vi: 'Một trang; next là con trỏ trang sau; at là ngày đang xem',
          en: 'One page; next is the cursor of the following one; at is the day it shows',
        },
        schema: FacilityPage,
      },
    },
  },
  async ({ actor, query: { limit, ...filter } }) => {
    const { rows, next, at } = await listFacilities(actor, { ...ListFacilities.parse(filter), limit });
    return { status: 200, body: { items: rows.map(facilityItem), next, at } };
  },
);
