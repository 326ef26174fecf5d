import { describe, expect, it } from 'vitest';
import { type CalendarDay, compileCalendar } from '@/lib/kernel/calendar';
import { answerDue, asOf, type ComplaintTimes, complaintCode, isLate, mayMove, stagesOf } from './rules';

const off: CalendarDay = {
  date: '2026-11-24',
  kind: 'off',
  status: 'official',
  name: 'Ngày Văn hóa Việt Nam',
  source: 'thử',
};
const plain = compileCalendar([]);
const at = (text: string) => new Date(`${text}+07:00`);

/** Received on Friday 20 November 2026. */
const fresh: ComplaintTimes = {
  state: 'received',
  receivedAt: at('2026-11-20T10:00:00'),
  askedAt: null,
  suppliedAt: null,
  answeredAt: null,
  publishedAt: null,
};

const lateAt = (times: ComplaintTimes, now: string) => isLate(stagesOf(times, plain, at(now)));

describe('the clock of a complaint', () => {
  it('gives fifteen working days to answer, days off not counted', () => {
    expect(answerDue(fresh, plain)).toEqual(at('2026-12-11T17:00:00'));
    expect(answerDue(fresh, compileCalendar([off]))).toEqual(at('2026-12-14T17:00:00'));
  });

  it('stands still while the applicant is waited for, and runs on by the days that passed', () => {
    const waiting = { ...fresh, state: 'supplement_asked' as const, askedAt: at('2026-11-25T09:00:00') };
    expect(answerDue(waiting, plain)).toBeNull();
    expect(lateAt(waiting, '2027-03-01T09:00:00')).toBe(false);
    const supplied = { ...waiting, state: 'received' as const, suppliedAt: at('2026-11-27T09:00:00') };
    expect(answerDue(supplied, plain)).toEqual(at('2026-12-15T17:00:00'));
  });

  it('judges each step by its own days', () => {
    const refused = { ...fresh, state: 'refused' as const, answeredAt: at('2026-11-24T16:59:00') };
    expect(stagesOf(refused, plain, at('2026-11-25T08:00:00'))).toMatchObject([
      { stage: 'refuse', due: at('2026-11-24T17:00:00'), late: false },
    ]);
    expect(lateAt({ ...refused, answeredAt: at('2026-11-25T08:00:00') }, '2026-11-25T09:00:00')).toBe(true);
    const asked = { ...fresh, state: 'supplement_asked' as const, askedAt: at('2026-11-30T09:00:00') };
    expect(stagesOf(asked, plain, at('2026-12-01T09:00:00'))[0]).toMatchObject({ stage: 'ask', late: true });
    const answered = { ...fresh, state: 'answered' as const, answeredAt: at('2026-12-11T17:00:00') };
    expect(lateAt(answered, '2026-12-15T17:00:00')).toBe(false);
    expect(lateAt(answered, '2026-12-15T17:00:01')).toBe(true);
    const published = { ...answered, state: 'published' as const, publishedAt: at('2026-12-14T09:00:00') };
    expect(lateAt(published, '2027-01-01T09:00:00')).toBe(false);
  });

  it('is late when nobody answered, and was not yet at an earlier moment', () => {
    expect(lateAt(fresh, '2026-12-11T17:00:00')).toBe(false);
    expect(lateAt(fresh, '2026-12-11T17:00:01')).toBe(true);
    const answered = { ...fresh, state: 'answered' as const, answeredAt: at('2026-12-20T09:00:00') };
    const before = asOf(answered, at('2026-12-01T00:00:00'));
    expect(before).toMatchObject({ state: 'received', answeredAt: null });
    expect(isLate(stagesOf(before, plain, at('2026-12-01T00:00:00')))).toBe(false);
  });
});

describe('the moves of a complaint', () => {
  it('asks once, judges once, takes up again only what was answered', () => {
    const of = (state: ComplaintTimes['state'], more: object = {}) => ({
      state,
      asked: false,
      satisfied: null,
      ...more,
    });
    expect(mayMove('ask', of('received'))).toBe(true);
    expect(mayMove('ask', of('received', { asked: true }))).toBe(false);
    expect(mayMove('publish', of('received'))).toBe(false);
    expect(mayMove('judge', of('published'))).toBe(true);
    expect(mayMove('judge', of('published', { satisfied: false }))).toBe(false);
    expect(mayMove('repeat', of('received'))).toBe(false);
    expect(mayMove('repeat', of('refused'))).toBe(true);
  });

  it('carries year and number in its code', () => {
    expect(complaintCode('2026', 12)).toBe('PAKN-2026-00012');
  });
});
