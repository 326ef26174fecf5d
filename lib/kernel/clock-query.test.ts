import { describe, expect, it } from 'vitest';
import { isoOf } from '@/lib/kernel/calendar';
import { calendarFixture } from '@/lib/kernel/calendar.fixture';
import { answerClock, parseClockQuery } from '@/lib/kernel/clock-query';
import { InvalidInput } from '@/lib/kernel/errors';

const ask = (query: string) => answerClock(parseClockQuery(new URLSearchParams(query)), calendarFixture);
const due = (query: string) => {
  const answer = ask(query).due;
  return answer === null ? null : isoOf(answer);
};

function faults(query: string) {
  try {
    parseClockQuery(new URLSearchParams(query));
  } catch (error) {
    if (error instanceof InvalidInput) return error.issues.map(({ path, code }) => `${path} ${code}`);
    throw error;
  }
  return [];
}

describe('the clock as a question', () => {
  it('reads civil dates, instants and repeated pauses', () => {
    const three = 'amount=3&unit=working_day';
    expect(due(`from=2026-11-09&${three}&pause=2026-11-10/2026-11-20`)).toBe('2026-11-24T17:00:00+07:00');
    expect(due(`from=2026-11-09&${three}&pause=2026-11-10/2026-11-12&pause=2026-11-12/2026-11-20`)).toBe(
      '2026-11-24T17:00:00+07:00',
    );
    expect(due(`from=2026-11-08T17:30:00Z&${three}`)).toBe('2026-11-12T17:00:00+07:00');
    expect(due('from=2026-11-09T10:00:00%2B07:00&amount=8&unit=working_hour')).toBe(
      '2026-11-10T10:00:00+07:00',
    );
    expect(due('from=2026-11-09T10:00:00+07:00&amount=8&unit=working_hour')).toBe(
      '2026-11-10T10:00:00+07:00',
    );
    expect(due('from=2026-11-09&amount=8&unit=working_hour')).toBe('2026-11-09T17:00:00+07:00');
  });

  it('leaves an open pause open', () => {
    const answer = ask('from=2026-11-09&amount=3&unit=working_day&pause=2026-11-10/');
    expect(answer).toMatchObject({ due: null, paused: true, dueIfConditional: null });
    expect(answer.steps.at(-1)).toMatchObject({ kind: 'paused', date: '2026-11-11' });
  });

  it('says what a conditional day would change', () => {
    const answer = ask('from=2026-11-23&amount=1&unit=working_day');
    expect(answer.dueDate).toBe('2026-11-24');
    expect(answer.dueIfConditional && isoOf(answer.dueIfConditional)).toBe('2026-11-25T17:00:00+07:00');
    expect(ask('from=2026-11-02&amount=1&unit=working_day').dueIfConditional).toBeNull();
  });

  it.each([
    ['', ['from missing', 'amount missing', 'unit missing']],
    ['from=yesterday&amount=3&unit=working_day', ['from not_a_moment']],
    ['from=2026-02-30&amount=3&unit=working_day', ['from not_a_moment']],
    ['from=2026-11-09T10:00:00&amount=3&unit=working_day', ['from not_a_moment']],
    ['from=2026-11-09&amount=x&unit=working_day', ['amount not_a_number']],
    ['from=2026-11-09&amount=1.5&unit=working_day', ['amount not_whole']],
    ['from=2026-11-09&amount=0&unit=working_day', ['amount not_positive']],
    ['from=2026-11-09&amount=999999&unit=month', ['amount too_large']],
    ['from=2026-11-09&amount=3&unit=week', ['unit unknown_unit']],
    ['from=2026-11-09&amount=3&unit=month&pause=2026-11-10', ['pause.0 not_a_pause']],
    ['from=2026-11-09&amount=3&unit=month&pause=2026-11-12/2026-11-10', ['pause.0 ends_before_it_begins']],
    ['from=2026-11-09&amount=3&unit=month&pause=2026-11-12/2099-11-10', ['pause too_far']],
    ['from=x&amount=3&unit=month&pause=y/z', ['from not_a_moment', 'pause.0 not_a_pause']],
  ])('refuses %s', (query, expected) => {
    expect(faults(query)).toEqual(expected);
  });
});
