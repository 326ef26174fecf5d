import 'server-only';
import { readCalendar } from '@/lib/kernel/calendar-in-force';
import { answerClock, type ClockAnswer, parseClockQuery } from '@/lib/kernel/clock-query';
import type { ClockRule } from '@/lib/kernel/clock-rules';
import { type PublicReading, publicQuery } from '@/lib/kernel/query';

/** The statutory clock for anybody's question, counted by the calendar in force and explained day by day. */
export const explainClock = publicQuery(
  async ({ db, input }: PublicReading<URLSearchParams>): Promise<ClockAnswer & { rule: ClockRule }> => {
    const question = parseClockQuery(input);
    const { days } = await readCalendar(db);
    return { rule: question.rule, ...answerClock(question, days) };
  },
);
