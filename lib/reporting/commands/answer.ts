import 'server-only';
import { eq } from 'drizzle-orm';
import { reportRemarks } from '@/db/schema/reporting';
import { command } from '@/lib/kernel/command';
import { DomainError } from '@/lib/kernel/errors';
import { AnswerRemark } from '../schema';
import { findReport } from './find';

/** Says in words what was done about a remark, or why nothing had to be; until it is settled the words may change. */
export const answerRemark = command({
  action: 'report.enter',
  sees: 'report.read',
  input: AnswerRemark,
  async find(reader, { remarkId }) {
    const [remark] = await reader.select().from(reportRemarks).where(eq(reportRemarks.id, remarkId));
    if (remark === undefined) throw new DomainError('not_found', 'report');
    return { ...(await findReport(reader, remark.reportId, true)), remark };
  },
  async run({ tx, input, found }) {
    if (found.report.state !== 'returned' || found.remark.state === 'settled')
      throw new DomainError('unlawful_move', 'remark_settled');
    await tx
      .update(reportRemarks)
      .set({ state: 'answered', answer: input.text })
      .where(eq(reportRemarks.id, found.remark.id));
    return { id: found.remark.id, reportId: found.report.id };
  },
  trace: ({ input, found }) => ({
    detail: { remark: found.remark.id, element: found.remark.elementId },
    personal: { answer: input.text },
  }),
});
