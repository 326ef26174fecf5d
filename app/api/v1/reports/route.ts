import { InvalidInput } from '@/lib/kernel/errors';
import { decodeCursor } from '@/lib/kernel/pagination';
import { reportItem } from '@/lib/reporting/api/rules';
import { ReportFilter, ReportPage } from '@/lib/reporting/api/schema';
import { listReports } from '@/lib/reporting/queries/list';
import { defineRoute } from '@/lib/session/route';

export const GET = defineRoute(
  {
    method: 'GET',
    path: '/api/v1/reports',
    summary: {
      vi: 'Cơ sở phải báo cáo trong kỳ và tình trạng báo cáo của từng cơ sở',
      en: 'Who has to report on a period, and where each report stands',
    },
    scopes: ['read', 'report'],
    query: ReportFilter,
    answers: {
      200: {
        about: {
          vi: 'Một trang trong phạm vi của bên gọi; cơ sở chưa có báo cáo mang state missing; next là con trỏ trang sau',
          en: 'One page in the scope of the caller; a facility without a report has the state missing; next is the cursor of the following page',
        },
        schema: ReportPage,
      },
    },
  },
  async ({ actor, query }) => {
    // A cursor that is not ours must not silently start the list again: the caller would loop.
    if (query.after !== undefined && decodeCursor(query.after) === null)
      throw new InvalidInput([{ path: 'after', code: 'unknown_cursor' }]);
    const { rows, next } = await listReports(actor, query);
    return { status: 200, body: { items: rows.map(reportItem), next } };
  },
);
