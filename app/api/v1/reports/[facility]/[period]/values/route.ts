import { toldOf } from '@/lib/reporting/api/rules';
import { FedReport, FeedOptions, FeedReceipt, FeedValues } from '@/lib/reporting/api/schema';
import { feedValues } from '@/lib/reporting/commands/feed';
import { defineRoute } from '@/lib/session/route';

export const POST = defineRoute(
  {
    method: 'POST',
    path: '/api/v1/reports/{facility}/{period}/values',
    summary: {
      vi: 'Gửi số liệu báo cáo từ phần mềm của bệnh viện; dryRun=true chỉ kiểm tra, không ghi',
      en: 'Send report values from a hospital’s own system; dryRun=true only checks and writes nothing',
    },
    scopes: ['report'],
    params: FedReport,
    query: FeedOptions,
    body: FeedValues,
    answers: {
      200: {
        about: {
          vi: 'Kết quả từng ô; ô do người nhập không bị ghi đè nếu không nêu seen',
          en: 'What became of each cell; what a person entered is not written over unless seen is named',
        },
        schema: FeedReceipt,
      },
    },
  },
  async ({ actor, params, query, body }) => {
    const fed = await feedValues(actor, { ...params, ...query, values: body.values });
    return {
      status: 200,
      body: {
        report: fed.reportId,
        facility: fed.facilityId,
        period: params.period,
        form: fed.formId,
        state: fed.state,
        dryRun: query.dryRun,
        outcomes: fed.outcomes.map(toldOf),
      },
    };
  },
);
