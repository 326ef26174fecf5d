import 'server-only';
import { and, eq, inArray, isNotNull, sql } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import { dossiers, feeObligations, payments } from '@/db/schema/dossiers';
import { complaints, dossierRatings } from '@/db/schema/feedback';
import { counters } from '@/db/schema/outbox';
import { answerDue, complaintCode, isRateable } from '@/lib/feedback/rules';
import { addWorkingDays, type Calendar, civilDateAt, dayNumberAt, instantAt } from '@/lib/kernel/calendar';
import { readCalendar } from '@/lib/kernel/calendar-in-force';
import { accountIdOf } from './accounts';
import { chance, uuidOf } from './chance';
import { insertRows } from './rows';

type Dossier = typeof dossiers.$inferSelect;
type Complaint = Omit<typeof complaints.$inferInsert, 'code'>;

/** Ratings, complaints and online payments of the sample dossiers, the same on every machine. */
export async function seedFeedback(tx: Tx, at: Date): Promise<number> {
  const [known] = await tx.select({ id: dossierRatings.id }).from(dossierRatings).limit(1);
  if (known !== undefined) return 0;
  const sampled = await tx
    .select()
    .from(dossiers)
    .where(and(eq(dossiers.sample, true), isNotNull(dossiers.receivedAt)))
    .orderBy(dossiers.id);
  const ratings = sampled.flatMap((dossier) => ratingOf(dossier, at));
  const { calendar } = await readCalendar(tx);
  const made = numbered(sampled.flatMap((dossier) => complaintsOf(dossier, { calendar, at })));
  await insertRows(tx, dossierRatings, ratings);
  await insertRows(tx, complaints, made);
  await insertRows(tx, counters, lastNumbers(made));
  return ratings.length + made.length + (await seedPayments(tx, sampled));
}

/** Most are content; five in a hundred are not at all. */
const scoreSteps = [
  [0.45, 5],
  [0.75, 4],
  [0.88, 3],
  [0.95, 2],
  [1, 1],
] as const;

function ratingOf(dossier: Dossier, at: Date): (typeof dossierRatings.$inferInsert)[] {
  const { id, state, endedAt, ownerAccountId } = dossier;
  if (endedAt === null || !isRateable(state) || chance(`rates:${id}`) > 0.55) return [];
  const ratedAt = new Date(endedAt.getTime() + (4 + chance(`rated:${id}`) * 90) * 3_600_000);
  if (ratedAt >= at) return [];
  const roll = chance(`score:${id}`);
  const score = scoreSteps.find(([limit]) => roll < limit)?.[1] ?? 5;
  const remark = score <= 2 ? 'Chờ lâu hơn mong đợi (ý kiến mẫu).' : null;
  return [
    {
      id: uuidOf(`rating:${id}`),
      dossierId: id,
      score,
      remark,
      ratedBy: ownerAccountId,
      ratedAt,
      sample: true,
    },
  ];
}

const bodies = {
  rules: [
    'Hồ sơ bị yêu cầu thêm giấy tờ không có trong danh mục công bố. Đề nghị giải thích căn cứ. (Nội dung mẫu)',
    'Hướng dẫn trên Cổng và trên phiếu yêu cầu bổ sung khác nhau. Đề nghị thống nhất. (Nội dung mẫu)',
  ],
  conduct: [
    'Gọi điện hỏi về hồ sơ nhiều lần nhưng không được hướng dẫn. (Nội dung mẫu)',
    'Cán bộ hẹn trả lời nhưng không giữ hẹn. (Nội dung mẫu)',
  ],
} as const;

interface Setting {
  calendar: Calendar;
  at: Date;
}

/** Six in a hundred dossiers are complained of; one that did not satisfy comes back. */
function complaintsOf(dossier: Dossier, setting: Setting): Complaint[] {
  const { id, receivedAt } = dossier;
  if (receivedAt === null || chance(`complains:${id}`) > 0.06) return [];
  const receivedOn = workingDayAfter(setting.calendar, receivedAt, 2 + Math.floor(chance(`wait:${id}`) * 6));
  const first = complaintOf(dossier, { ...setting, key: id, receivedAt: receivedOn });
  if (first === null) return [];
  if (first.satisfied !== false || first.answeredAt == null) return [first];
  const again = complaintOf(dossier, {
    ...setting,
    key: `again:${id}`,
    receivedAt: workingDayAfter(setting.calendar, first.answeredAt, 2),
  });
  return again === null ? [first] : [first, { ...again, subject: first.subject, repeats: first.id }];
}

function complaintOf(dossier: Dossier, given: Setting & { key: string; receivedAt: Date }): Complaint | null {
  const { key, receivedAt, calendar, at } = given;
  if (receivedAt >= at) return null;
  const subject = chance(`subject:${key}`) < 0.6 ? ('rules' as const) : ('conduct' as const);
  const fresh = { state: 'received', askedAt: null, suppliedAt: null, answeredAt: null } as const;
  const due = answerDue({ ...fresh, receivedAt, publishedAt: null }, calendar) ?? receivedAt;
  return {
    id: uuidOf(`complaint:${key}`),
    dossierId: dossier.id,
    subject,
    body: bodies[subject][chance(`body:${key}`) < 0.5 ? 0 : 1],
    madeBy: dossier.ownerAccountId,
    receivedAt,
    dueOn: civilDateAt(due),
    sample: true,
    ...courseOf(key, { receivedAt, calendar, at }),
  };
}

/** How far it came by the moment of seeding: refused, answered in time or late, published. */
function courseOf(key: string, given: Setting & { receivedAt: Date }): Partial<Complaint> {
  const { receivedAt, calendar, at } = given;
  const roll = chance(`course:${key}`);
  const by = { answeredBy: accountIdOf('control') };
  const reached = (from: Date, days: number) => {
    const then = workingDayAfter(calendar, from, days);
    return then < at ? then : null;
  };
  if (roll < 0.12) {
    const answeredAt = reached(receivedAt, 1);
    const answer = 'Nội dung không thuộc thẩm quyền của Bộ Y tế. (Lý do mẫu)';
    return answeredAt === null ? {} : { state: 'refused', answer, answeredAt, ...by };
  }
  const answeredAt = reached(receivedAt, roll < 0.24 ? 17 : 4 + Math.floor(roll * 10));
  if (answeredAt === null) return {};
  const satisfied = chance(`judges:${key}`) < 0.7 ? chance(`satisfied:${key}`) < 0.75 : null;
  const answer = 'Đơn vị đã kiểm tra và hướng dẫn lại. Cảm ơn phản ánh, kiến nghị của bạn. (Trả lời mẫu)';
  const publishedAt = reached(answeredAt, roll > 0.9 ? 4 : 1);
  const end =
    publishedAt === null ? { state: 'answered' as const } : { state: 'published' as const, publishedAt };
  return { answer, answeredAt, satisfied, ...by, ...end };
}

function workingDayAfter(calendar: Calendar, from: Date, days: number): Date {
  return instantAt(addWorkingDays(calendar, dayNumberAt(from), days), 600);
}

function numbered(made: Complaint[]): (typeof complaints.$inferInsert)[] {
  const used = new Map<string, number>();
  return [...made]
    .sort((a, b) => a.receivedAt.getTime() - b.receivedAt.getTime() || (a.id < b.id ? -1 : 1))
    .map((one) => {
      const year = civilDateAt(one.receivedAt).slice(0, 4);
      const number = (used.get(year) ?? 0) + 1;
      used.set(year, number);
      return { ...one, code: complaintCode(year, number) };
    });
}

function lastNumbers(made: readonly { code: string }[]): (typeof counters.$inferInsert)[] {
  const last = new Map(
    made.map(({ code }) => {
      const [, year = '', number = '0'] = code.split('-');
      return [`complaint:${year}`, Number(number)] as const;
    }),
  );
  return [...last].map(([key, value]) => ({ key, value }));
}

/** Fees of dossiers handed in online were mostly paid there; at the counter in cash. */
async function seedPayments(tx: Tx, sampled: readonly Dossier[]): Promise<number> {
  const online = sampled.filter(({ id, channel }) => channel !== 'counter' && chance(`pays:${id}`) < 0.85);
  if (online.length === 0) return 0;
  const owed = await tx
    .select()
    .from(feeObligations)
    .where(
      and(
        eq(feeObligations.state, 'paid'),
        inArray(
          feeObligations.dossierId,
          online.map(({ id }) => id),
        ),
        sql`not exists (select 1 from payments p where p.obligation_id = ${feeObligations.id})`,
      ),
    );
  const rows = owed.map(({ id, createdAt, settledAt }) => ({
    id: uuidOf(`payment:${id}`),
    obligationId: id,
    bill: `MAU-${id.slice(0, 13)}`,
    payUrl: 'https://mau.moh.example',
    state: 'paid' as const,
    transactionId: `MAU-${id.slice(0, 18)}`,
    bank: 'Ngân hàng mẫu',
    createdAt,
    paidAt: settledAt,
  }));
  return insertRows(tx, payments, rows);
}
